import { descendants, isElement } from '../../text/html-query.js'
import type { HtmlNode } from '../../text/html-tree.js'
import type { Draft } from '../devdocs/draft.js'

/** More places than this of one section are a generated list, to which the section's own anchor is near enough. */
const mostMarks = 200

/**
 * The anchors, beside its own, by which links reach each section: `<a id="…">`, `<a name="…">` and the ids of other elements in it.
 * One that stands alone before a heading is the heading's.
 * @returns an entry for every section, in the order in which they were given
 */
export function marksOf(drafts: readonly Draft[]): Map<Draft, string[]> {
  const taken = new Set(drafts.map(({ anchor }) => anchor))
  const marks = new Map<Draft, string[]>()
  let waiting: string[] = []
  for (const draft of drafts) {
    const found = draft.heading === null ? [] : [...waiting.splice(0), ...idsIn([draft.heading])]
    for (const node of draft.nodes) {
      waiting.push(...idsIn([node]))
      if (showsSomething(node)) found.push(...waiting.splice(0))
    }
    const own = found.filter((id) => !taken.has(id))
    for (const id of own) taken.add(id)
    marks.set(draft, [...new Set(own)].slice(0, mostMarks))
  }
  const last = drafts.at(-1)
  waiting = waiting.filter((id) => !taken.has(id))
  if (last !== undefined) marks.get(last)?.push(...new Set(waiting))
  return marks
}

function idsIn(nodes: readonly HtmlNode[]): string[] {
  return [...descendants(nodes)].flatMap(({ name, attribs }) => {
    const ids = [attribs['id'], name === 'a' ? attribs['name'] : undefined]
    return ids.flatMap((id) => (id === undefined || id === '' ? [] : [id]))
  })
}

const pictures: ReadonlySet<string> = new Set(['img', 'svg', 'video', 'hr', 'input', 'iframe'])

function showsSomething(node: HtmlNode): boolean {
  if (!isElement(node)) return node.trim() !== ''
  return pictures.has(node.name) || node.children.some(showsSomething)
}
