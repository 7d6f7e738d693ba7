import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface DumpPage {
  readonly path: string
  readonly html: string
}

/** Writes a small dump as DevDocs publishes them, in our own words. */
export function writeDump(
  folder: string,
  dump: {
    readonly name: string
    readonly release: string
    readonly pages: readonly DumpPage[]
    readonly entries: readonly { readonly name: string; readonly path: string }[]
  }
): string {
  mkdirSync(folder, { recursive: true })
  const slug = dump.name.toLowerCase()
  writeFileSync(
    join(folder, 'meta.json'),
    JSON.stringify({ name: dump.name, slug, type: 'sphinx', release: dump.release })
  )
  writeFileSync(
    join(folder, 'index.json'),
    JSON.stringify({ entries: dump.entries.map((entry) => ({ ...entry, type: 'API' })) })
  )
  const pages = Object.fromEntries(dump.pages.map((page) => [page.path, page.html]))
  writeFileSync(join(folder, 'db.json.gz'), gzipSync(JSON.stringify(pages)))
  return folder
}

/** A function's documentation as Sphinx marks it up. */
export function functionPage(
  name: string,
  says: { readonly call: string; readonly text: string; readonly more?: string }
): DumpPage {
  const [first = ''] = says.call.split('(')
  const parameters = /\((.*)\)/.exec(says.call)?.[1] ?? ''
  const params = parameters
    .split(',')
    .map((p) => `<em class="sig-param">${p.trim()}</em>`)
    .join(', ')
  const html = `<h1>${name}</h1> <dl class="py function"> <dt class="sig sig-object py" id="${name}"> <span class="sig-prename descclassname">${name.split('.').slice(0, -1).join('.')}.</span><span class="sig-name descname">${first}</span><span class="sig-paren">(</span>${params}<span class="sig-paren">)</span></dt> <dd><p>${says.text}</p>${says.more ?? ''}</dd></dl>`
  return { path: `api/${name.toLowerCase()}`, html }
}
