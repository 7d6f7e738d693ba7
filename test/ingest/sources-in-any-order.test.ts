import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { Cairn } from '../../src/cairn.js'
import {
  buildCairn,
  closeCairns,
  exported,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'

afterEach(closeCairns)
afterAll(removeFolders)

const library = 'docs/tools@2'

/** Pages of each source by number; both folders have pages of the same paths, and all tell of the same two APIs. */
const words = ['saw', 'file', 'plane', 'chisel']

const sources = {
  dump: 'devdocs:tools',
  docs: 'markdown:docs',
  guides: 'markdown:guides'
} as const
type Source = keyof typeof sources
const names = ['dump', 'docs', 'guides'] as const satisfies readonly Source[]

/** Writes a source as it is when it has these pages. */
function write(root: string, source: Source, pages: readonly number[]): void {
  if (source === 'dump') {
    const all = pages.map((n) =>
      functionPage(`tools.cut${n % 2}`, {
        call: 'cut(text, n)',
        text: `Cut a text with a ${words[n]}. ${'It is cut well. '.repeat(n)}`
      })
    )
    const dumped = all.map((page, i) => ({ ...page, path: `${page.path}-${pages[i]}` }))
    const entries = dumped.map(({ path }, i) => ({ name: `tools.cut${(pages[i] ?? 0) % 2}`, path }))
    writeDump(join(root, 'dump'), { name: 'Tools', release: '2', pages: dumped, entries })
    return
  }
  const folder = join(root, source)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const n of pages)
    writeFileSync(
      join(folder, `${words[n]}.md`),
      `# The ${words[n]} in ${source}\n\nHow to hold it.\n\n## \`tools.cut${n % 2}(text, n)\`\n\nCuts with a ${words[n]}, as the ${source} tell. ${'Slowly. '.repeat(n + (source === 'docs' ? 3 : 1))}\n`
    )
}

function project(): string {
  const root = temporaryFolder()
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'tools', version: '2' }))
  return root
}

async function take(cairn: Cairn, root: string, source: Source): Promise<void> {
  await ingested(cairn, source === 'dump' ? 'devdocs' : 'markdown', [join(root, source)])
}

/** Cancels as soon as the job runs: before, amid or after its pages were written. */
async function cancelled(cairn: Cairn, root: string, source: Source): Promise<void> {
  const { id } = await cairn.ingest({
    reader: source === 'dump' ? 'devdocs' : 'markdown',
    sources: [join(root, source)]
  })
  while ((await cairn.jobs.get(id)).state === 'queued')
    await new Promise((resolve) => setTimeout(resolve, 1))
  await cairn.jobs.cancel(id)
  await cairn.jobs.idle()
}

async function remove(cairn: Cairn, source: Source): Promise<void> {
  const rows = await cairn.librarySources([library])
  if (!rows.some((row) => row.source === sources[source])) return
  const { id } = await cairn.removeLibrary({ library, source: sources[source] })
  await cairn.jobs.idle()
  expect(await cairn.jobs.get(id)).toMatchObject({ state: 'done' })
}

const pagesOf = fc.subarray([0, 1, 2, 3], { minLength: 1 })
const step = fc.record({
  source: fc.constantFrom(...names),
  does: fc.constantFrom('take' as const, 'cancel' as const, 'remove' as const),
  pages: pagesOf
})
const history = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 6 }),
  last: fc.record({
    dump: fc.option(pagesOf),
    docs: fc.option(pagesOf),
    guides: fc.option(pagesOf)
  }),
  order: fc.shuffledSubarray([...names], { minLength: 3, maxLength: 3 })
})

/** What is compared: all but citations and what is only history. */
function graphOf(lines: readonly string[]): string[] {
  return lines.filter((line) => !/"(?:Recommendation|Retired|CITES)"|rec:cited/.test(line))
}

async function raw(statement: string): Promise<void> {
  const db = testDatabase()
  await db.raw(statement)
  await db.close()
}

type Last = Readonly<Record<Source, number[] | null>>

/** Everything is taken in and cited once. */
async function citedOnce(root: string): Promise<Cairn> {
  const cairn = await buildCairn()
  for (const source of names) write(root, source, [0, 1, 2, 3])
  for (const source of names) await take(cairn, root, source)
  await raw(
    `CREATE (r:Recommendation {id: 'rec:cited', space: 'public'}) WITH r
     MATCH (n:Doc|Api) WHERE n.library = '${library}' CREATE (r)-[:CITES {rank: 1}]->(n)`
  )
  return cairn
}

/** Brings each source to what it is in the end, and reads again what others changed meanwhile. */
async function bring(cairn: Cairn, root: string, { last, order }: { last: Last; order: Source[] }) {
  for (const source of order) {
    const pages = last[source]
    if (pages === null) await remove(cairn, source)
    else {
      write(root, source, pages)
      await take(cairn, root, source)
    }
  }
  for (const source of order) if (last[source] !== null) await take(cairn, root, source)
}

test('whatever came, went and was cancelled before, the graph is what its sources are now, and what was cited is there with its citations', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ steps, last, order }) => {
      const root = project()
      const cairn = await citedOnce(root)
      const citedAtFirst = await cited()
      expect(citedAtFirst.length).toBeGreaterThan(20)
      const act = {
        take,
        cancel: cancelled,
        remove: (at: Cairn, _: string, s: Source) => remove(at, s)
      }
      for (const { source, does, pages } of steps) {
        if (does !== 'remove') write(root, source, pages)
        await act[does](cairn, root, source)
      }
      await bring(cairn, root, { last, order })
      const after = graphOf(await exported(cairn))
      expect(await cited()).toEqual(citedAtFirst)

      const fresh = await buildCairn()
      await bring(fresh, root, { last, order: [...names] })
      expect(after).toEqual(graphOf(await exported(fresh)))
    }),
    { numRuns: 4 }
  )
}, 600_000)

/** How many nodes the answer cites, whether they are alive or history. */
async function cited(): Promise<string[]> {
  const db = testDatabase()
  const rows = await db.run(
    {
      name: 'cited',
      access: 'read',
      integers: [],
      columns: { id: 'string' },
      text: `MATCH (:Recommendation {id: 'rec:cited'})-[:CITES]->(n) RETURN n.id AS id ORDER BY id`
    },
    {}
  )
  await db.close()
  return rows.map((row) => (row as { id: string }).id)
}
