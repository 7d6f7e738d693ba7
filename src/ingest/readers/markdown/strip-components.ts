import { dedentComponents, marks } from './dedent-components.js'
import type { Tag } from './read-tag.js'
import { endOfBraces, readTag, stringLiteral } from './read-tag.js'

const interesting = /[`~<{]|^(?:import|export)(?=\s)/gm
const fenceOpening = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/
const esm =
  /(?:import\s+(?:["'{*]|[\w$]+(?:\s*,|\s+from\b))|export\s+(?:const|default|function|async|class|let|var|type|interface|\{|\*))/y
/** What components say to a reader in their attributes, in the order in which it is said. */
const sayings =
  'title label heading header summary caption name path query param term question text tab content description desc'.split(
    ' '
  )

/** What is left of a piece of a text, and where the rest goes on. */
interface Step {
  readonly text: string
  readonly end: number
}

/**
 * Markdown without the components that stand in it, as Vue and MDX have them: what they say in titles
 * and labels is kept, what they hold comes to stand at the margin. MDX loses its imports, exports,
 * comments and expressions too. Code is left alone.
 */
export function stripComponents(source: string, hasMdxName: boolean): string {
  // Docusaurus reads .md as MDX too: it begins with its imports.
  const isMdx = hasMdxName || /^\s*import\s[^\n]*['"][^'"\n]+['"];?[ \t]*(?:\n|$)/.test(source)
  const text = source.replaceAll(marks.any, '')
  const pattern = new RegExp(interesting)
  let out = ''
  let at = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const step = take(text, match.index, isMdx)
    if (step === undefined) continue
    out += text.slice(at, match.index) + step.text
    at = step.end
    pattern.lastIndex = at
  }
  return dedentComponents(out + text.slice(at))
}

function take(text: string, at: number, isMdx: boolean): Step | undefined {
  switch (text.charAt(at)) {
    case '`':
    case '~':
      return code(text, at)
    case '<':
      return markup(text, at, isMdx)
    case '{':
      return isMdx || /^\{(?:\{|\/\*)/.test(text.slice(at, at + 3))
        ? expression(text, at)
        : undefined
    default:
      return isMdx ? moduleCode(text, at) : undefined
  }
}

/** Code in a fence or between backticks, as it stands. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function code(text: string, at: number): Step | undefined {
  const run = /`+|~+/y
  run.lastIndex = at
  const ticks = run.exec(text)?.[0] ?? ''
  const after = at + ticks.length
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  if (ticks.length >= 3 && fenceOpening.test(line))
    return asItIs(text, at, fenceEnd(text, ticks, after))
  if (ticks.startsWith('~')) return { text: ticks, end: after }
  const paragraph = /\n[ \t]*\n/g
  paragraph.lastIndex = after
  const last = paragraph.exec(text)?.index ?? text.length
  const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`, 'g')
  closing.lastIndex = after
  const end = closing.exec(text)?.index ?? Infinity
  return asItIs(text, at, end < last ? end + ticks.length : after)
}

function fenceEnd(text: string, ticks: string, after: number): number {
  const closing = new RegExp(`^[ \\t>]*${ticks}${ticks[0] ?? ''}*[ \\t]*$`, 'gm')
  closing.lastIndex = after
  return closing.exec(text) === null ? text.length : closing.lastIndex
}

function asItIs(text: string, at: number, end: number): Step {
  return { text: text.slice(at, end), end }
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function markup(text: string, at: number, isMdx: boolean): Step | undefined {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at)
    return { text: '', end: end === -1 ? text.length : end + 3 }
  }
  const raw = /<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/iy
  raw.lastIndex = at
  const skipped = raw.exec(text)?.[0]
  if (skipped !== undefined) return { text: '', end: at + skipped.length }
  if (/\w/.test(text[at - 1] ?? '') && text[at + 1] !== '/') return undefined
  const tag = readTag(text, at)
  if (tag === undefined) return undefined
  if (/^(?:[A-Z].*|.*\..*)?$/.test(tag.name)) return component(text, at, tag)
  // Python-Markdown reads what such an element holds as Markdown, which needs a line of its own.
  if (tag.attribs.has('markdown')) return { text: `${plainTag(tag)}\n\n`, end: tag.end }
  return isMdx ? { text: plainTag(tag), end: tag.end } : undefined
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function component(text: string, at: number, tag: Tag): Step | undefined {
  if (tag.name === '' && !tag.isClosing && tag.end !== at + 2) return undefined
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  const isAlone = before.trim() === '' && /^[ \t]*(?:\n|$)/.test(text.slice(tag.end, tag.end + 80))
  const said = tag.isClosing ? '' : saidBy(tag)
  if (!isAlone) return { text: said === '' ? '' : `<b class="said">${said}</b> `, end: tag.end }
  const mark = tag.isEmpty ? '' : tag.isClosing ? marks.close : marks.open
  return { text: `${said === '' ? '' : `**${said}**\n`}${mark}`, end: tag.end }
}

function saidBy({ attribs }: Tag): string {
  const said = sayings.flatMap((name) => attribs.get(name)?.trim() ?? [])
  const all = said.length > 0 ? said : [attribs.get('value') ?? '']
  return [...new Set(all)]
    .filter((one) => one !== '')
    .join(': ')
    .replace(/\s+/g, ' ')
    .replace(/[*<>]/g, ' ')
    .trim()
}

/** A tag of HTML as JSX has it, with the attributes that HTML understands. */
function plainTag(tag: Tag): string {
  if (tag.isClosing) return `</${tag.name}>`
  const kept = ['href', 'src', 'alt', 'id'].flatMap((name) => {
    const value = tag.attribs.get(name)
    return value === undefined ? [] : [` ${name}="${value.replaceAll('"', '&quot;')}"`]
  })
  return `<${tag.name}${kept.join('')}${tag.isEmpty ? ' /' : ''}>`
}

/** A comment that is an id names a heading, other comments go; what an expression says is kept as code. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function expression(text: string, at: number): Step | undefined {
  if (text[at - 1] === '\\' || text[at - 1] === '$') return undefined
  if (/^\{[#.:]|^\{[\w:+-]+\}`/.test(text.slice(at, at + 60))) return undefined
  const end = endOfBraces(text, at)
  if (end === undefined) return undefined
  const inner = text.slice(at, end).replace(/^\{\{?|\}?\}$/g, '')
  const id = /^\s*\/\*\s*(#[\w-]+)\s*\*\/\s*$/.exec(inner)?.[1]
  if (id !== undefined) return { text: `{${id}}`, end }
  const said = stringLiteral(inner)
  if (said !== null) return { text: said, end }
  const bare = inner.replace(/\/\*[\s\S]*?\*\//g, '').trim()
  const isShort = bare !== '' && bare.length <= 200 && !/[\n`<]/.test(bare)
  return { text: isShort ? `\`${bare}\`` : '', end }
}

function moduleCode(text: string, at: number): Step | undefined {
  esm.lastIndex = at
  if (esm.exec(text) === null) return undefined
  let end = at
  do {
    const blank = /\n[ \t]*(?:\n|$)/g
    blank.lastIndex = end + 1
    const match = blank.exec(text)
    end = match === null ? text.length : match.index
  } while (end < text.length && !isBalanced(text.slice(at, end)))
  return { text: '', end }
}

function isBalanced(code: string): boolean {
  const count = (pattern: RegExp) => code.match(pattern)?.length ?? 0
  return count(/[{([]/g) <= count(/[})\]]/g) || code.length > 100_000
}
