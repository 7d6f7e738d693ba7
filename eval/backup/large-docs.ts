import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const verbs = ['load', 'join', 'split', 'rank', 'count', 'shift', 'merge', 'trim', 'sort', 'fill']
const nouns = ['frame', 'table', 'series', 'matrix', 'tensor', 'index', 'window', 'label', 'axis']

/** Nodes that a page becomes: its section and what it documents. */
const nodesOfPage = 2

/** Writes documentation of a made-up library that becomes at least so many nodes, as DevDocs publishes it. @returns its folder */
export function writeLargeDocs(folder: string, nodes: number, name = 'ledger'): string {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  const pages = Array.from({ length: Math.ceil(nodes / nodesOfPage) }, (_, i) => i)
  const path = (i: number) => `api/ledger.${nameOf(i)}`
  const write = (file: string, value: unknown) => {
    writeFileSync(join(at, file), JSON.stringify(value))
  }
  write('meta.json', { name, slug: name, type: 'sphinx', release: '1.0.0' })
  write('index.json', {
    entries: pages.map((i) => ({ name: `ledger.${nameOf(i)}`, path: path(i), type: 'API' }))
  })
  const html = Object.fromEntries(pages.map((i) => [path(i), pageOf(i)]))
  writeFileSync(join(at, 'db.json.gz'), gzipSync(JSON.stringify(html), { level: 1 }))
  return at
}

/** What is asked while the graph is copied: an entry of that library. */
export function questionAbout(i: number): string {
  return `How do I ${verbOf(i)} a ${nounOf(i)} with ledger.${nameOf(i)}?`
}

const verbOf = (i: number) => verbs[i % verbs.length] ?? ''
const nounOf = (i: number) => nouns[Math.floor(i / verbs.length) % nouns.length] ?? ''
const nameOf = (i: number) => `${verbOf(i)}_${nounOf(i)}_${i}`

function pageOf(i: number): string {
  const [verb, noun, name] = [verbOf(i), nounOf(i), nameOf(i)]
  const other = `ledger.${nameOf(Math.floor(i / 2))}`
  return `<h1>ledger.${name}</h1> <dl class="py function"> <dt class="sig sig-object py" id="ledger.${name}"> <span class="sig-prename descclassname">ledger.</span><span class="sig-name descname">${name}</span><span class="sig-paren">(</span><em class="sig-param">data</em>, <em class="sig-param">how</em><span class="sig-paren">)</span></dt> <dd><p>Can ${verb} the ${noun} of case ${i} in one step and keeps the order of what it is given. See <code>${other}</code> for one ${noun} at a time.</p></dd></dl>`
}
