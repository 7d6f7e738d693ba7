/** Breaks text at spaces so that no line is wider, each line behind the indent; control characters are dropped. */
export function wrap(text: string, at: { width: number; indent: string }): string {
  const room = Math.max(20, at.width - at.indent.length)
  const lines: string[] = []
  for (const paragraph of printable(text).split('\n')) {
    let line = ''
    for (const word of paragraph.split(/\s+/).filter((w) => w !== '')) {
      if (line !== '' && line.length + 1 + word.length > room) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    lines.push(line)
  }
  return lines.map((line) => `${at.indent}${line}`).join('\n')
}

/** Control characters but for tab and line feed, and those that turn the direction of writing around. */
const driving = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** What comes from the graph may hold escape sequences that would drive a terminal, or hide what is there. */
export function printable(text: string): string {
  return text.replace(driving, '')
}
