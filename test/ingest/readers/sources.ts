import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { PageRecord, SectionRecord } from '../../../src/domain/documentation.js'
import type { OpenSource, Reader } from '../../../src/ingest/reader.js'

const folders: string[] = []

/** A temporary folder with the given files; `removeFolders` takes all of them away. */
export async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-readers-'))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
}

export interface Dump {
  meta?: Record<string, unknown>
  entries?: { name: string; path: string; type?: string }[]
  pages: Record<string, string>
}

/** A folder as DevDocs packs documentation. */
export async function dumpFolder({ meta = {}, entries = [], pages }: Dump): Promise<string> {
  return folderWith({
    'meta.json': JSON.stringify({ name: 'Kiln', slug: 'kiln~2', version: '2', ...meta }),
    'index.json': JSON.stringify({ entries: entries.map((e) => ({ type: 'All', ...e })) }),
    'db.json.gz': gzipSync(JSON.stringify(pages))
  })
}

export const limits = { maxPageBytes: 1_000_000 }

/** Every page of an open source, parsed from a copy as a worker would get it. */
export async function parseAll(reader: Reader, source: OpenSource): Promise<PageRecord[]> {
  const pages: PageRecord[] = []
  for await (const page of source.pages(new Set(source.manifest.keys()))) {
    pages.push(reader.parse(structuredClone(page)))
  }
  return pages
}

export function sectionAt(page: PageRecord | undefined, anchor: string): SectionRecord {
  const found = page?.sections.find((section) => section.anchor === anchor && section.part === 1)
  if (found === undefined) throw new Error(`no section '${anchor}' in ${page?.path ?? 'no page'}`)
  return found
}

/** What every page of every reader promises. */
export function expectSound(page: PageRecord): void {
  const keys = page.sections.map((s) => `${s.anchor}~${String(s.part)}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys[0]).toBe('~1')
  page.sections.forEach((section, at) => {
    expect(section.text.trim()).not.toBe('')
    expect(section.text.length).toBeLessThanOrEqual(2400)
    expect(section.parent === null ? at === 0 : section.parent < at).toBe(true)
    for (const api of section.apis) expect(section.text).toContain(api.summary)
  })
}
