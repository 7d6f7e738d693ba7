import { followFence } from '../markdown/split-for-models.js'

/** Options by name, with what a package's documentation says of each. */
export type ToldOptions = Readonly<Record<string, string>>

const mostOptions = 2_000
const longestText = 600
const leastWords = 4

interface Told {
  readonly name: string
  readonly text: string
}

/** `- \`name\` (default: \`x\`). Text`, `* **name** \`type\` - text`. */
const bullet =
  /^(\s*)[-*+]\s+(?:\*\*`?|`)([A-Za-z_$][\w$]*)\??(?:`?\*\*|`)\s*((?:\([^)]*\)|`[^`]*`|\{[^}]*\}|_[^_]+_|[\s.,:;–—-]|[Dd]efault)*)(.*)$/
const row = /^\s*\|\s*(?:\*\*)?`([A-Za-z_$][\w$]*)\??`(?:\*\*)?\s*\|(.*)\|\s*$/
const heading = /^#{2,6}\s+`?([A-Za-z_$][\w$]*)\??`?\s*$/
const comment = /^\s*\/\/\s?(.*)$/
const key = /^\s*([A-Za-z_$][\w$]*)\??\s*[:,(]/

/**
 * What Markdown says of single options: a bullet or a row of a table that begins with the option's name, a heading that
 * is one with its type below, a comment above a key of an object that says the key. Many packages (chokidar, axios) say
 * it nowhere else. An option that is told of twice in different words is left out: one of them may be another's. Pure.
 */
export function toldOptions(bodies: readonly string[]): ToldOptions {
  const texts = new Map<string, Set<string>>()
  for (const { name, text } of bodies.flatMap(toldIn)) {
    if (text.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length < leastWords) continue
    if (!texts.has(name) && texts.size >= mostOptions) break
    texts.set(name, (texts.get(name) ?? new Set()).add(text))
  }
  const single = [...texts].flatMap(([name, said]) => (said.size === 1 ? [[name, ...said]] : []))
  return Object.fromEntries(single) as ToldOptions
}

function toldIn(body: string): Told[] {
  const lines = body.split('\n')
  const state = { fence: '' }
  return lines.flatMap((line, at) =>
    followFence(line, state) ? commentedAt(lines, at) : writtenAt(lines, at)
  )
}

function writtenAt(lines: readonly string[], at: number): Told[] {
  return bulletAt(lines, at) ?? rowAt(lines, at) ?? headingAt(lines, at) ?? []
}

function bulletAt(lines: readonly string[], at: number): Told[] | null {
  const found = bullet.exec(lines[at] ?? '')
  if (found === null) return null
  const [, indent = '', name = '', , text = ''] = found
  return [{ name, text: joined([text, ...goesOn(lines, at, indent)]) }]
}

function rowAt(lines: readonly string[], at: number): Told[] | null {
  const found = row.exec(lines[at] ?? '')
  if (found === null) return null
  const [, name = '', cells = ''] = found
  return [{ name, text: longest(cells.split(/(?<!\\)\|/)) }]
}

function headingAt(lines: readonly string[], at: number): Told[] | null {
  const found = heading.exec(lines[at] ?? '')
  return found === null ? null : belowHeading(lines, at, found[1] ?? '')
}

/** The lines of a bullet after its first. */
function goesOn(lines: readonly string[], at: number, indent: string): string[] {
  const more: string[] = []
  for (const line of lines.slice(at + 1, at + 12)) {
    const isFurther = line.startsWith(`${indent} `) && !/^\s*(?:[-*+]\s|#|\||`{3})/.test(line)
    if (!isFurther) break
    more.push(line)
  }
  return more
}

function longest(cells: readonly string[]): string {
  return joined([[...cells].sort((a, b) => b.length - a.length)[0] ?? ''])
}

/** `##### name`, `Type: …`, and the first paragraph that is neither type nor default. */
function belowHeading(lines: readonly string[], at: number, name: string): Told[] {
  const rest = lines.slice(at + 1, at + 20)
  const end = rest.findIndex((line) => /^#|^\s*(?:`{3}|~{3})/.test(line))
  const parts = (end < 0 ? rest : rest.slice(0, end)).join('\n').split(/\n\s*\n/)
  const facts = /^\s*[*_`]*(?:Type|Default|Required|Optional|Values?)\b/
  const isTyped = parts.some((part) => /^\s*[*_`]*Type\b/.test(part))
  const text = parts.find((part) => part.trim() !== '' && !facts.test(part))
  return isTyped && text !== undefined ? [{ name, text: joined([text]) }] : []
}

/** Comments above a key, where they say its name. */
function commentedAt(lines: readonly string[], at: number): Told[] {
  const name = comment.test(lines[at] ?? '') ? undefined : key.exec(lines[at] ?? '')?.[1]
  if (name === undefined) return []
  const text = joined(commentsAbove(lines, at))
  const isSaid = text.split(/[^\w$]+/).includes(name)
  return isSaid ? [{ name, text }] : []
}

const mostLines = 60

function commentsAbove(lines: readonly string[], at: number): string[] {
  const above: string[] = []
  for (let i = at - 1; i >= Math.max(0, at - mostLines); i -= 1) {
    const said = comment.exec(lines[i] ?? '')?.[1]
    if (said === undefined) break
    above.unshift(said)
  }
  return above
}

function joined(parts: readonly string[]): string {
  const text = parts.join(' ').replace(/\s+/g, ' ').trim()
  return text.length <= longestText ? text : text.slice(0, text.lastIndexOf(' ', longestText))
}
