import { standingsOf } from '../../src/ingest/standings.js'
import { usageOf, type CountedApi, type UsedSection } from '../../src/ingest/usage.js'
import { unpackStanding } from '../../src/domain/standing.js'
import { exampleCalls } from '../../src/domain/calls.js'

function api(qualifiedName: string, library = 'pypi/frames@1'): CountedApi & { doc: string } {
  const doc = `doc:${library}/${qualifiedName}`
  const name = qualifiedName.split('.').at(-1) ?? ''
  return { id: `api:${library}/${qualifiedName}`, qualifiedName, name, library, docs: [doc], doc }
}

function section(id: string, calls: string[], more: Partial<UsedSection> = {}): UsedSection {
  return { id, library: 'pypi/frames@1', calls, links: [], ...more }
}

const concat = api('frames.concat')
const merge = api('frames.Frame.merge')
const rival = api('frames.Column.merge')

test('calls in examples are read with aliases resolved, and after a dot without a receiver', () => {
  expect(
    exampleCalls(
      '>>> import numpy as np\n>>> np.zeros(3)\n>>> make(a).agg(sum)\n>>> df.merge(x)',
      10
    )
  ).toEqual(['numpy.zeros', 'make', '.agg', 'DataFrame.merge'])
})

test('an API is used by the sections whose examples call it, in any library, its own section apart', async () => {
  const { counts } = await usageOf(
    [concat],
    [
      section('doc:a', ['frames.concat']),
      section('doc:b', ['frames.concat'], { library: 'pypi/other@2' }),
      section(concat.doc, ['frames.concat'])
    ]
  )
  expect(counts.get(concat.id)?.usage).toBe(2)
})

test('a call by last name alone is a mention of all that bear it, in the same library only', async () => {
  const { counts } = await usageOf(
    [merge, rival],
    [section('doc:a', ['x.merge']), section('doc:b', ['x.merge'], { library: 'pypi/other@2' })]
  )
  expect([counts.get(merge.id), counts.get(rival.id)]).toEqual([
    { usage: 0, mentions: 1, linked: 0 },
    { usage: 0, mentions: 1, linked: 0 }
  ])
})

test('a bare name counts only where its own library says it', async () => {
  const builtin = api('array', 'generic/python@3')
  const { counts } = await usageOf(
    [builtin],
    [section('doc:a', ['array']), section('doc:b', ['array'], { library: 'generic/python@3' })]
  )
  expect(counts.get(builtin.id)?.usage).toBe(1)
})

test('what examples use together becomes companions, the same in whatever order sections come', async () => {
  const sections = [
    section('doc:a', ['frames.concat', 'x.merge']),
    section('doc:b', ['frames.concat', 'x.merge']),
    section('doc:c', ['frames.concat'])
  ]
  const { companions } = await usageOf([concat, merge, rival], sections)
  expect(companions.some((c) => c.from === concat.id && c.to === merge.id)).toBe(true)
  const backwards = await usageOf([concat, merge, rival], sections.toReversed())
  expect(backwards.companions).toEqual(companions)
})

test('a section that lists half the library joins nothing', async () => {
  const many = Array.from({ length: 50 }, (_, i) => api(`frames.f${i}`))
  const { companions } = await usageOf(many, [
    section(
      'doc:a',
      many.map((a) => a.qualifiedName)
    )
  ])
  expect(companions).toEqual([])
})

test('a standing tells of twins and of the class, and is written only where it changed', async () => {
  const frame = api('frames.Frame')
  const apis = [frame, merge, rival].map((a) => ({ ...a, kind: 'method', standing: [] }))
  const sections = [section('doc:a', ['frames.Frame']), section(merge.doc, [])].map((s) => ({
    ...s,
    length: 10,
    about: null,
    aboutKind: null,
    standing: []
  }))
  const { counts, linkedDocs } = await usageOf(apis, sections)
  const rows = await standingsOf({ apis, sections, counts, linkedDocs })
  const row = rows.apis.find((r) => r['id'] === merge.id)
  expect(unpackStanding(row?.['standing'] as number[])).toMatchObject({
    twins: 2,
    parentUsage: 1,
    length: 10
  })
  const again = apis.map((a) => ({
    ...a,
    standing: (rows.apis.find((r) => r['id'] === a.id)?.['standing'] ?? []) as number[]
  }))
  const now = await standingsOf({ apis: again, sections: [], counts, linkedDocs })
  expect(now.apis).toEqual([expect.objectContaining({ id: merge.id })])
})

test('others have their turn while much is counted', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => ({
    id: `api:${String(i)}`,
    qualifiedName: `pile.thing${String(i)}`,
    name: `thing${String(i)}`,
    library: 'docs/pile@1',
    docs: []
  }))
  const sections = many.map(({ id, qualifiedName }, i) => ({
    id: `doc:${id}`,
    library: 'docs/pile@1',
    calls: [qualifiedName, `pile.thing${String((i + 1) % many.length)}`],
    links: []
  }))
  let turns = 0
  const others = setInterval(() => {
    turns += 1
  }, 1)
  const { counts } = await usageOf(many, sections)
  clearInterval(others)
  expect(counts.get('api:7')).toMatchObject({ usage: 2 })
  expect(turns).toBeGreaterThan(1)
})
