import type { ApiRecord, SectionRecord } from '../../domain/documentation.js'
import type { Block } from '../text/blocks.js'
import { textBlock } from '../text/blocks.js'
import { cutBlocks } from '../text/cut-blocks.js'

/** A section before it is cut into parts. */
export interface SectionDraft {
  readonly anchor: string
  readonly title: string
  readonly parent: SectionDraft | null
  readonly blocks: readonly Block[]
  readonly links: readonly string[]
  /** Other anchors within it; left out where its reader does not look for them. */
  readonly marks?: readonly string[]
  readonly apis: readonly ApiRecord[]
}

/**
 * Sections as records, cut to parts, parents by position. Links and APIs stand on a section's first
 * part. A section without text says its title. Parents must come before their children.
 */
export function sectionRecords(drafts: readonly SectionDraft[]): SectionRecord[] {
  const records: SectionRecord[] = []
  const position = new Map<SectionDraft, number>()
  for (const draft of drafts) {
    const at = records.length
    position.set(draft, at)
    const { anchor, title } = draft
    const breadcrumb = breadcrumbOf(draft)
    const blocks = draft.blocks.length === 0 ? [textBlock(title)] : draft.blocks
    cutBlocks(blocks).forEach((text, part) => {
      records.push({
        anchor,
        part: part + 1,
        title,
        breadcrumb,
        text,
        parent: part === 0 ? parentOf(draft, position) : at,
        links: part === 0 ? draft.links : [],
        apis: part === 0 ? draft.apis : [],
        ...(part === 0 && (draft.marks?.length ?? 0) > 0 ? { marks: draft.marks } : {})
      })
    })
  }
  return records
}

function parentOf(draft: SectionDraft, position: ReadonlyMap<SectionDraft, number>): number | null {
  return draft.parent === null ? null : (position.get(draft.parent) ?? 0)
}

function breadcrumbOf(draft: SectionDraft): string[] {
  const titles: string[] = []
  let below = draft.title
  for (let at = draft.parent; at !== null; at = at.parent) {
    // The page of a single class has the class's own name: said once.
    if (at.title !== below) titles.unshift(at.title)
    below = at.title
  }
  return titles
}
