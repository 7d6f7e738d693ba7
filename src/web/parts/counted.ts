const number = new Intl.NumberFormat('en')

/** A number with its noun. */
export function counted(n: number, noun: string): string {
  return `${number.format(n)} ${noun}${n === 1 ? '' : 's'}`
}
