/** A block of Markdown as it is drawn. Marks of a quotation are left in its text. */
export type Block =
  | { readonly kind: 'code'; readonly text: string; readonly language: string }
  | { readonly kind: 'heading' | 'text' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** Where a quotation begins and ends: characters that no text has. */
export const markStart = '\uE000'
export const markEnd = '\uE001'

const item = /^\s{0,6}(?:[-*+]|(\d{1,3})[.)])\s+(.*)$/
const fence = /^\s{0,3}(```+|~~~+)\s*([\w+-]*)/
const rule = /^\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*\|?\s*$/

/** The blocks of a text: fences, headings, lists, tables, quotations; everything else is text. Pure. */
export function blocksOf(text: string): Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const [block, next] = blockAt(lines, at)
    if (block !== null) blocks.push(block)
    at = next
  }
  return blocks
}

/** The block that begins at a line, and where the next one begins. */
function blockAt(lines: readonly string[], at: number): [Block | null, number] {
  const line = lines[at] ?? ''
  if (line.trim() === '') return [null, at + 1]
  const [, fenced, language = ''] = fence.exec(bare(line)) ?? []
  if (fenced !== undefined) return fenceAt(lines, at, { fenced, language })
  if (isHeading(line)) return [{ kind: 'heading', text: line.replace(/#{1,6}\s+/, '') }, at + 1]
  if (item.test(bare(line))) return listAt(lines, at)
  if (isTable(lines, at)) return tableAt(lines, at)
  if (isQuoted(line)) return quoteAt(lines, at)
  const end = run(lines, at, (one, i) => i === at || !begins(one))
  return [{ kind: 'text', text: lines.slice(at, end).join('\n') }, end]
}

function isHeading(line: string): boolean {
  return /^#{1,6}\s/.test(bare(line))
}

function isTable(lines: readonly string[], at: number): boolean {
  return (lines[at] ?? '').includes('|') && rule.test(lines[at + 1] ?? '')
}

function begins(line: string): boolean {
  const said = bare(line)
  return said.trim() === '' || fence.test(said) || /^#{1,6}\s/.test(said) || item.test(said)
}

/** What stands at the beginning of a line, whether a quotation begins there or not. */
function bare(line: string): string {
  return line.replaceAll(markStart, '').replaceAll(markEnd, '')
}

function run(
  lines: readonly string[],
  from: number,
  fits: (line: string, at: number) => boolean
): number {
  let end = from
  while (end < lines.length && fits(lines[end] ?? '', end)) end += 1
  return end
}

function fenceAt(
  lines: readonly string[],
  at: number,
  { fenced, language }: { fenced: string; language: string }
): [Block, number] {
  const end = run(lines, at + 1, (line) => !bare(line).trim().startsWith(fenced))
  return [{ kind: 'code', language, text: lines.slice(at + 1, end).join('\n') }, end + 1]
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(bare(line))
}

function quoteAt(lines: readonly string[], at: number): [Block, number] {
  const end = run(lines, at, isQuoted)
  const text = lines.slice(at, end).map((one) => one.replace(/^(\W*?)>\s?/, '$1'))
  return [{ kind: 'quote', text: text.join('\n') }, end]
}

function listAt(lines: readonly string[], at: number): [Block, number] {
  const ordered = item.exec(bare(lines[at] ?? ''))?.[1] !== undefined
  const items: string[] = []
  const end = run(lines, at, (line) => {
    const isItem = item.test(bare(line))
    if (isItem) items.push(line.replace(/^(\W*?)(?:[-*+]|\d{1,3}[.)])\s+/, '$1').trimStart())
    else if (/^\s+\S/.test(line)) items.push(`${items.pop() ?? ''}\n${line.trim()}`)
    else return false
    return true
  })
  return [{ kind: 'list', ordered, items }, end]
}

function tableAt(lines: readonly string[], at: number): [Block, number] {
  const end = run(lines, at, (line) => line.includes('|'))
  const rows = lines
    .slice(at, end)
    .filter((_, i) => i !== 1)
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|'))
    )
  return [{ kind: 'table', rows }, end]
}

/** A piece of a line. */
export type Span =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const spans =
  /(`+)(?!`)(.+?)(?<!`)\1(?!`)|(?<![\w*(])\*\*(?=\S)([^*\n]+?)(?<=\S)\*\*(?![\w*])|!?\[([^\]\n]+)\]\(([^)\s]+)[^)\n]*\)/g

/** The pieces of a line: code, strong words and links; what is none of them stays as it is. Pure. */
export function spansOf(text: string): Span[] {
  const found: Span[] = []
  let from = 0
  for (const match of text.matchAll(spans)) {
    const [whole, , code, strong, label, href] = match
    if (match.index > from) found.push({ kind: 'text', text: text.slice(from, match.index) })
    if (code !== undefined) found.push({ kind: 'code', text: code.trim() })
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong })
    else found.push({ kind: 'link', text: label ?? '', href: href ?? '' })
    from = match.index + whole.length
  }
  if (from < text.length) found.push({ kind: 'text', text: text.slice(from) })
  return found
}
