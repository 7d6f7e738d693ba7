import type { PageRecord } from '../../../domain/documentation.js'
import type { RawPage } from '../../reader.js'
import { textBlock } from '../../text/blocks.js'
import { shorten } from '../../text/first-sentence.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import type { DeclarationPage } from './package-model.js'
import { renderApi } from './render-api.js'

const longestList = 1_200

/** One file of declarations as a page: a section for each public one, and for each member with a comment. */
export function parseDeclarationsPage(page: RawPage): PageRecord {
  const { library, file, apis } = JSON.parse(page.body) as DeclarationPage
  const names = apis.filter((api) => api.parent === null).map((api) => api.anchor)
  const root: SectionDraft = {
    anchor: '',
    title: `${library}: ${page.path.replace(/^api\//, '')}`,
    parent: null,
    blocks: [
      textBlock(shorten(`What ${library} exports of ${file}: ${names.join(', ')}.`, longestList))
    ],
    links: [],
    apis: []
  }
  const sections = new Map<string, SectionDraft>([['', root]])
  for (const api of apis) {
    const parent = (api.parent === null ? undefined : sections.get(api.parent)) ?? root
    sections.set(api.anchor, renderApi(api, parent))
  }
  return { path: page.path, url: null, sections: sectionRecords([...sections.values()]) }
}
