const number = new Intl.NumberFormat('en')

/** A number with its noun; `plural` where it does not end in -s. */
export function counted(n: number, noun: string, plural = `${noun}s`): string {
  return `${number.format(n)} ${n === 1 ? noun : plural}`
}
