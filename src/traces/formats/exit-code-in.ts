const forms: readonly RegExp[] = [
  /^(?:Process exited with code|Exit code:?|Exit Code:|Process Group exited with code) (-?\d{1,10})\b/m,
  /^<returncode>\s*(-?\d{1,10})\s*<\/returncode>/m,
  /\[The command completed with exit code (-?\d{1,10})\.?/,
  /\[Command finished with exit code (-?\d{1,10})\]/,
  /^Command (?:failed|exited|finished|completed|executed)[^\n]{0,40} exit (?:code|status):? ?(-?\d{1,10})/im,
  /\bexit(?:ed)?(?: with)? (?:code|status):? ?(-?\d{1,10})\.?\s*$/i
]
const edge = 600

/** The exit code that a tool tells at the beginning or the end of what it hands back. */
export function exitCodeIn(text: string): number | undefined {
  const ends = text.length > 2 * edge ? [text.slice(0, edge), text.slice(-edge)] : [text]
  for (const end of ends) {
    for (const form of forms) {
      const code = form.exec(end)?.[1]
      if (code !== undefined) return Number(code)
    }
  }
  return undefined
}
