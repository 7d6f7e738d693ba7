import { descendants, idOf, isElement } from '../../text/html-query.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'
import type { SectionDraft } from '../section-records.js'
import type { Draft, SplitPage } from './draft.js'
import { summaryOf } from './summary.js'

/** Sphinx marks where a module is documented by an id `module-<name>`: that section documents the module. */
export function addModules(
  root: HtmlElement,
  split: SplitPage,
  built: Map<Draft, SectionDraft>
): void {
  const seen = new Set<string>()
  const ownerOf = createOwners(split)
  for (const element of descendants(root.children)) {
    const name = /^module-([A-Za-z_]\w*(?:\.\w+)*)$/.exec(idOf(element))?.[1]
    if (name === undefined || seen.has(name)) continue
    seen.add(name)
    const owner = ownerOf(element)
    const section = owner && built.get(owner)
    if (owner === undefined || section === undefined || section.apis.length > 0) continue
    built.set(owner, { ...section, apis: [moduleApi(name, summaryOf(section.blocks))] })
  }
}

function moduleApi(qualifiedName: string, summary: string): SectionDraft['apis'][number] {
  return {
    qualifiedName,
    kind: 'module',
    signature: null,
    summary,
    parameters: [],
    deprecated: null,
    aliasOf: [],
    replacedBy: []
  }
}

/** Which section holds an element: the one it opens, or the one among whose nodes it lies. */
function createOwners({ drafts }: SplitPage) {
  const byAnchor = new Map(drafts.map((draft) => [draft.anchor, draft]))
  const byNode = new Map<HtmlNode, Draft>()
  for (const draft of drafts) {
    for (const node of draft.nodes) if (isElement(node)) byNode.set(node, draft)
  }
  return (element: HtmlElement): Draft | undefined => {
    const titled = byAnchor.get(idOf(element))
    if (titled !== undefined) return titled
    for (let at: HtmlElement | null = element; at !== null; at = at.parent) {
      const owner = byNode.get(at)
      if (owner !== undefined) return owner
    }
    return drafts[0]
  }
}
