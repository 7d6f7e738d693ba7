import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, extname, join, relative, sep } from 'node:path'

/** Where snippets are looked for, and what of them could not be read. */
export interface IncludeRoot {
  /** Real path of the source's folder; nothing outside of it is read. */
  readonly root: string
  readonly missing: Set<string>
  /** How many files lead to this one; none where it is left out. */
  readonly depth?: number
}

const deepest = 3
const mostIncludes = 200
const largest = 400_000

/** Text that a page takes in from other files of its folder, put in where it stands. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
export async function withIncludes(text: string, file: string, root: IncludeRoot): Promise<string> {
  const depth = root.depth ?? 0
  if (!/^\s*(?:<<<|-+8<-+|<!--\s*@include)|^\s*(?:`{3,}|:{3,})\{(?:literal)?include\}/m.test(text))
    return text
  const out: string[] = []
  let fence = ''
  let left = mostIncludes
  for (const line of text.split('\n')) {
    const ticks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    const include = left > 0 ? readInclude(line, fence !== '') : undefined
    if (ticks !== undefined && include === undefined) {
      if (fence === '') fence = ticks
      else if (ticks.startsWith(fence) && line.trim() === ticks) fence = ''
    }
    if (include === undefined) {
      out.push(line)
      continue
    }
    left--
    const said = await read(include, file, root)
    if (said === undefined) out.push(line)
    else out.push(await rendered(include, said, { root, depth }))
  }
  return out.join('\n')
}

interface Include {
  readonly path: string
  readonly section: string
  readonly indent: string
  /** As code in a fence of that language; as it is where it is Markdown or stands in a fence already. */
  readonly code: string | undefined
  readonly isWithinCode: boolean
  /** What follows in the line's stead: a directive goes on. */
  readonly rest: string
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function readInclude(line: string, inFence: boolean): Include | undefined {
  const snippet = /^(\s*)-+8<-+\s+["']([^"']+)["']\s*$/.exec(line)
  if (snippet !== null) {
    const [, path = '', section = ''] =
      /^(.+?)(?::([\w.-]+)?(?::[\d,:]*)?)?$/.exec(snippet[2] ?? '') ?? []
    return {
      path,
      section,
      indent: snippet[1] ?? '',
      code: undefined,
      isWithinCode: inFence,
      rest: ''
    }
  }
  if (inFence) return undefined
  const code = /^(\s*)<<<\s*(\S+?)(?:#([\w.-]+))?(?:\{([^}]*)\})?(?:\s*\[[^\]]*\])?\s*$/.exec(line)
  if (code !== null) {
    const [, indent = '', path = '', section = '', said = ''] = code
    const language =
      /(?:^|\s)([a-z][\w+-]*)/i.exec(said.replace(/:[\w-]+/g, ''))?.[1] ?? extname(path).slice(1)
    return { path, section, indent, code: language, isWithinCode: false, rest: '' }
  }
  const page = /^(\s*)<!--\s*@include:\s*([^\s{#]+?)(?:#([\w.-]+))?(?:\{[^}]*\})?\s*-->\s*$/.exec(
    line
  )
  if (page !== null)
    return {
      path: page[2] ?? '',
      section: page[3] ?? '',
      indent: page[1] ?? '',
      code: undefined,
      isWithinCode: false,
      rest: ''
    }
  const directive = /^(\s*)((?:`{3,}|:{3,}))\{(literal)?include\}\s+(\S+)\s*$/.exec(line)
  if (directive === null) return undefined
  const [, indent = '', ticks = '', literal, path = ''] = directive
  const code2 = literal === undefined ? undefined : extname(path).slice(1)
  return {
    path,
    section: '',
    indent,
    code: code2,
    isWithinCode: false,
    rest: `\n\n${indent}${ticks}{include} ${path}`
  }
}

async function read(
  include: Include,
  file: string,
  { root, missing }: IncludeRoot
): Promise<string | undefined> {
  const path = include.path.replace(/^@\/|^\//, '')
  const places =
    include.path.startsWith('@') || include.path.startsWith('/')
      ? [join(root, path)]
      : [join(dirname(file), path), join(root, path), join(root, relative('docs', path))]
  for (const place of places) {
    const real = await realpath(place).catch(() => undefined)
    if (real === undefined || !real.startsWith(root + sep)) continue
    const kind = await stat(real)
    if (!kind.isFile() || kind.size > largest) continue
    return sectionIn(await readFile(real, 'utf8'), include.section)
  }
  missing.add(include.path)
  return undefined
}

/** The part of a file between the marks of a region or section; all of it where there are none. */
function sectionIn(text: string, section: string): string {
  if (section === '') return text.trimEnd()
  const name = section.replace(/[^\w]/g, '\\$&')
  const begins = new RegExp(`^.*(?:#region|region|\\[start:)\\s*${name}\\b.*$`, 'm').exec(text)
  if (begins === null) return text.trimEnd()
  const rest = text.slice(begins.index + begins[0].length + 1)
  const end = new RegExp(`^.*(?:#endregion|endregion|\\[end:\\s*${name}).*$`, 'm').exec(rest)
  return rest.slice(0, end?.index ?? rest.length).trimEnd()
}

async function rendered(
  include: Include,
  said: string,
  { root, depth }: { root: IncludeRoot; depth: number }
): Promise<string> {
  const indented = (text: string) => text.replace(/^(?=.)/gm, include.indent) + include.rest
  if (include.isWithinCode) return indented(said)
  if (include.code === undefined) {
    const bare = said.replace(/^---\n[\s\S]*?\n---\n/, '')
    return indented(
      depth < deepest
        ? await withIncludes(bare, join(root.root, 'x'), { ...root, depth: depth + 1 })
        : bare
    )
  }
  const longest = Math.max(2, ...[...said.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return indented(`${fence}${include.code}\n${said}\n${fence}`)
}
