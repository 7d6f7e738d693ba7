import { readFrontMatter } from './front-matter.js'

/** A page within an llms-full.txt. */
export interface PageForModels {
  /** Unique within the file. */
  readonly path: string
  readonly title: string | null
  readonly url: string | null
  readonly body: string
}

const address =
  /^(?:>\s*)?(?:\*\*)?(?:Source|URL|Link|Page|Canonical)(?:\s+URL)?(?:\*\*)?:(?:\*\*)?\s*<?(https?:\/\/[^\s>]+)>?\s*$/im
const pageTag = /^<(page|doc|document|file|article)\b([^>]*)>\s*$/i
const pageEnd = /^<\/(?:page|doc|document|file|article|docs|documents)>\s*$/i

/**
 * The pages of an llms-full.txt, each of which begins with front matter, with a `<page>` or with a
 * first heading, and says its address there or on a line such as `Source: https://…`.
 */
export function splitForModels(text: string): PageForModels[] {
  const used = new Set<string>()
  return chunksOf(
    text
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .split('\n')
  )
    .filter((chunk) => chunk.lines.some((line) => line.trim() !== ''))
    .map((chunk, at) => pageOf(chunk, at, used))
}

interface Chunk {
  readonly attributes: string
  readonly lines: string[]
}

function chunksOf(lines: readonly string[]): Chunk[] {
  const chunks: Chunk[] = [{ attributes: '', lines: [] }]
  const state = { fence: '', inMeta: false }
  lines.forEach((line, at) => {
    const isCode = followFence(line, state)
    const current = chunks.at(-1)
    if (current === undefined) return
    if (isCode) {
      current.lines.push(line)
      return
    }
    const tag = pageTag.exec(line)
    if (tag !== null) chunks.push({ attributes: tag[2] ?? '', lines: [] })
    else if (pageEnd.test(line)) chunks.push({ attributes: '', lines: [] })
    else if (beginsPage({ lines, at, current }, state))
      chunks.push({ attributes: '', lines: [line] })
    else current.lines.push(line)
  })
  return chunks
}

/** Whether a line is of a fenced block; `state` remembers the fence that is open, '' at the beginning. */
export function followFence(line: string, state: { fence: string }): boolean {
  const ticks = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
  if (state.fence !== '') {
    if (ticks?.startsWith(state.fence) === true && line.trim() === ticks) state.fence = ''
    return true
  }
  if (ticks !== undefined) state.fence = ticks
  return ticks !== undefined
}

function beginsPage(
  { lines, at, current }: { lines: readonly string[]; at: number; current: Chunk },
  state: { inMeta: boolean }
): boolean {
  const line = lines[at] ?? ''
  if (line.trim() === '---') {
    if (state.inMeta) {
      state.inMeta = false
      return false
    }
    state.inMeta = beginsMeta(lines, at)
    return state.inMeta
  }
  if (state.inMeta || !/^#\s+\S/.test(line)) return false
  return current.lines.some((one) => /^#\s+\S/.test(one)) || hasText(current)
}

/** Whether something stands in a chunk besides its front matter and address. */
function hasText({ lines }: Chunk): boolean {
  const { body } = readFrontMatter(lines.join('\n').trimStart() + '\n')
  return body.replace(address, '').trim() !== ''
}

function beginsMeta(lines: readonly string[], at: number): boolean {
  const end = lines.slice(at + 1, at + 60).findIndex((line) => line.trim() === '---')
  if (end < 1) return false
  const inner = lines.slice(at + 1, at + 1 + end)
  return (
    inner.every((line) => /^(?:[\w-]+\s*:|\s+|#|\s*-\s|$)/.test(line)) &&
    inner.some((line) => /^[\w-]+\s*:/.test(line))
  )
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function pageOf(chunk: Chunk, at: number, used: Set<string>): PageForModels {
  const { title, url, body } = readFrontMatter(`${chunk.lines.join('\n').trim()}\n`)
  const said = (name: string) =>
    new RegExp(`\\b${name}=["']([^"']+)["']`).exec(chunk.attributes)?.[1]
  const found =
    url ?? said('url') ?? said('href') ?? address.exec(body.slice(0, 2_000))?.[1] ?? null
  const heading = /^#\s+(.+?)\s*#*\s*$/m.exec(body)?.[1] ?? null
  const name = title ?? said('title') ?? heading
  const path = pathOf(found ?? said('path') ?? name ?? `page ${String(at + 1)}`)
  const own = unique(path, used)
  return {
    path: own,
    title: title ?? said('title') ?? null,
    url: found,
    body: body.replace(address, '')
  }
}

function pathOf(place: string): string {
  const path = place
    .replace(/^https?:\/\/[^/]+/, '')
    .replace(/[?#].*$/, '')
    .replace(/[^\p{L}\p{N}./_-]+/gu, '-')
    .split('/')
    .filter((step) => step !== '' && step !== '.' && step !== '..')
    .join('/')
    .slice(0, 200)
  return path === '' ? 'index' : path
}

function unique(path: string, used: Set<string>): string {
  let name = path
  for (let n = 2; used.has(name); n++) name = `${path}-${String(n)}`
  used.add(name)
  return name
}
