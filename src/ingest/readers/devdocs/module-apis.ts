import { descendants, idOf } from '../../text/html-query.js'
import type { HtmlElement } from '../../text/html-tree.js'
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
  for (const element of descendants(root.children)) {
    const name = /^module-([A-Za-z_]\w*(?:\.\w+)*)$/.exec(idOf(element))?.[1]
    if (name === undefined || seen.has(name)) continue
    seen.add(name)
    const owner = ownerOf(element, split)
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

function ownerOf(element: HtmlElement, split: SplitPage): Draft | undefined {
  const titled = split.drafts.find((draft) => draft.anchor === idOf(element))
  if (titled !== undefined) return titled
  const chain = new Set<unknown>()
  for (let at: HtmlElement | null = element; at !== null; at = at.parent) chain.add(at)
  return (
    split.drafts.find((draft) => draft.nodes.some((node) => chain.has(node))) ?? split.drafts[0]
  )
}
