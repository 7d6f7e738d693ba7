import type { PageRecord, SectionRecord } from '../../src/domain/documentation.js'
import type { RawPage } from '../../src/ingest/reader.js'
import { markdown } from '../../src/ingest/readers/markdown/markdown.js'
import { codeBlocks } from './code-blocks.js'
import { marksIn } from './marks-in.js'

/** Something of a page that did not come through as it was meant. */
export interface Damage {
  /** A mark of a dialect in a text; a code block in no section, or in two; a link to a heading that is not there. */
  readonly kind: 'mark' | 'lost' | 'twice' | 'link'
  readonly where: string
  readonly what: string
}

export interface FolderJudged {
  readonly folder: string
  readonly pages: number
  readonly sections: number
  readonly damages: readonly Damage[]
  /** What the reader said that it left out. */
  readonly remarks: readonly string[]
}

/** Above what ingestion takes by default nothing is read. */
const maxPageBytes = 20_000_000

/** Reads a folder of documentation as `cairn ingest markdown` would, and tells what of it is damaged. Nothing is written. */
export async function judgeFolder(folder: string): Promise<FolderJudged> {
  const source = await markdown.open(folder, { maxPageBytes })
  const pages: { readonly raw: RawPage; readonly page: PageRecord }[] = []
  for await (const raw of source.pages(new Set(source.manifest.keys())))
    pages.push({ raw, page: markdown.parse(raw) })
  const targets = new Set(
    pages.flatMap(({ page }) =>
      page.sections.flatMap(({ anchor, marks = [] }) => [
        page.path,
        ...[anchor, ...marks].map((one) => `${page.path}#${one}`)
      ])
    )
  )
  const damages = pages.flatMap(({ raw, page }) => [
    ...page.sections.flatMap((section) => damagesOf(page, section, targets)),
    ...codeDamages(raw, page)
  ])
  const sections = pages.reduce((sum, { page }) => sum + page.sections.length, 0)
  return { folder, pages: pages.length, sections, damages, remarks: source.remarks }
}

function damagesOf(
  page: PageRecord,
  section: SectionRecord,
  targets: ReadonlySet<string>
): Damage[] {
  const where = placeOf(page, section)
  const astray = section.links.filter((link) => link.includes('#') && isHere(link, targets))
  return [
    ...marksIn(section).map((what): Damage => ({ kind: 'mark', where, what })),
    ...astray
      .filter((link) => !targets.has(link))
      .map((what): Damage => ({ kind: 'link', where, what }))
  ]
}

/** Whether a link leads to a page of this folder at all. */
function isHere(link: string, targets: ReadonlySet<string>): boolean {
  return targets.has(link.slice(0, link.indexOf('#')))
}

/** Each fenced block of the file, as it stands there, must be in one section, and as often as in the file. */
function codeDamages({ body }: RawPage, page: PageRecord): Damage[] {
  // A long block goes on in the next part, between fences of its own.
  const all = unfenced(page.sections.map(({ text }) => text).join('\n'))
  const kept = counted(page.sections.flatMap(({ text }) => codeBlocks(text)))
  return [...counted(codeBlocks(body))].flatMap(([block, times]): Damage[] => {
    if (block.length < shortest) return []
    const at = { where: `${page.path}#`, what: squeezed(block).slice(0, 80) }
    if (!all.includes(unfenced(block))) return [{ kind: 'lost', ...at }]
    return (kept.get(block) ?? 0) > times ? [{ kind: 'twice', ...at }] : []
  })
}

/** Shorter blocks are words of the text as well. */
const shortest = 20

function counted(blocks: readonly string[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (const block of blocks) seen.set(block, (seen.get(block) ?? 0) + 1)
  return seen
}

function unfenced(text: string): string {
  return squeezed(text.replace(/^\s*(?:`{3,}|~{3,}).*$/gm, ''))
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function placeOf({ path }: PageRecord, { anchor, part }: SectionRecord): string {
  return `${path}#${anchor}${part > 1 ? ` (part ${String(part)})` : ''}`
}
