import { unpackStanding, type Standing } from '../../src/domain/standing.js'
import { addFound, type Candidate, type Candidates } from '../../src/retrieve/candidate.js'
import { featureNames, featuresOf } from '../../src/retrieve/features.js'
import { readIntent } from '../../src/retrieve/intent.js'
import { pathOf } from '../../src/retrieve/paths.js'
import { rankingWeights } from '../../src/retrieve/ranking-weights.js'
import { scoreByRanks, scoreLearned } from '../../src/retrieve/score-documents.js'
import { scoreExperience } from '../../src/retrieve/score-experience.js'
import { addNearSolved } from '../../src/retrieve/solved.js'

const weights = { meaning: 1, words: 0.5, names: 0.5, experience: 0.6, tasks: 0.4, errors: 2 }

function row(name: string, score: number, standing: Partial<Standing> = {}) {
  const entry = `doc:pypi/frames@1/${name}`
  const packed = { ...unpackStanding([]), ...standing }
  return {
    id: `api:pypi/frames@1/${name}`,
    label: 'Api',
    entry,
    api: `api:pypi/frames@1/${name}`,
    name,
    kind: 'method',
    library: 'pypi/frames@1',
    standing: [
      packed.usage,
      packed.mentions,
      packed.linked,
      packed.twins,
      packed.twinUsage,
      packed.parentUsage,
      packed.length
    ],
    score
  }
}

function candidatesOf(found: Record<string, ReturnType<typeof row>[]>): Candidate[] {
  const candidates: Candidates = new Map()
  for (const [source, rows] of Object.entries(found)) addFound(candidates, source, rows)
  return [...candidates.values()]
}

function asked(question: string) {
  return { question, intent: readIntent(question, { known: [], asked: [] }) }
}

function namesOf(scored: readonly { candidate: Candidate }[]): string[] {
  return scored.map(({ candidate }) => candidate.name)
}

test('found by two sources beats found by one, whatever their raw scores', () => {
  const found = candidatesOf({
    meaning: [row('one', 0.9), row('two', 0.1)],
    words: [row('two', 42)]
  })
  expect(namesOf(scoreByRanks(found, weights))).toEqual(['two', 'one'])
})

test('a section and its API are one candidate with the better rank', () => {
  const candidates: Candidates = new Map()
  const api = row('frames.merge', 0.5)
  addFound(candidates, 'meaning', [
    { ...api, id: `${api.entry}~2`, label: 'Doc', entry: `${api.entry}~2`, api: null, score: 0.7 },
    api
  ])
  expect([...candidates.values()]).toMatchObject([
    {
      entry: api.entry,
      doc: `${api.entry}~2`,
      api: api.id,
      found: [{ source: 'meaning', rank: 1 }]
    }
  ])
})

test('there is a learned weight for every feature, in their order, for both tables', () => {
  for (const table of [rankingWeights.documentation, rankingWeights.experience])
    expect(table.map((w) => w.feature)).toEqual([...featureNames])
})

test('of twins that are equally near, the one on the class that the question names comes first', () => {
  const found = candidatesOf({
    meaning: [row('frames.Column.merge', 0.5), row('frames.Frame.merge', 0.5)]
  })
  const question = 'How do I merge two of them? I have a Frame `a`:\na.merge(b)'
  expect(namesOf(scoreLearned(found, asked(question), rankingWeights.documentation))[0]).toBe(
    'frames.Frame.merge'
  )
})

test('what solved similar tasks is lifted', () => {
  const make = (families: number) => {
    const candidates: Candidates = new Map()
    const far = row('frames.far', 0.2)
    const used = row('frames.used', 0.5)
    addFound(candidates, 'meaning', [row('frames.near', 0.52), used, far])
    const uses = [{ api: used.api, weight: 1 }]
    addNearSolved(candidates, families > 0 ? [{ id: 'p', family: 'f', score: 0.8, uses }] : [])
    candidates.get(used.entry)?.scores.set('familiesUsing', families)
    return namesOf(
      scoreLearned([...candidates.values()], asked('how to do it'), rankingWeights.experience)
    )[0]
  }
  expect([make(0), make(3)]).toEqual(['frames.near', 'frames.used'])
})

test('ties are broken by id, and every feature is a finite number', () => {
  const found = candidatesOf({ meaning: [row('b', 0.5), row('a', 0.5)] })
  expect(namesOf(scoreByRanks(candidatesOf({ names: [] }), weights))).toEqual([])
  const rows = featuresOf(found, asked('?'))
  expect(rows.flat().every(Number.isFinite)).toBe(true)
  expect(rows[0]).toHaveLength(featureNames.length)
})

test('an attempt at the very problem comes before one that uses the same API', () => {
  const scored = scoreExperience(
    {
      recalled: [
        { id: 'problem:p', label: 'Problem', outcome: null, source: 'experience', score: 0.9 }
      ],
      links: [
        { from: 'api:x', type: 'of USES', id: 'trace:user', label: 'Trace', outcome: 'passed' },
        {
          from: 'problem:p',
          type: 'of ATTEMPTS',
          id: 'trace:same',
          label: 'Trace',
          outcome: 'passed'
        }
      ],
      documents: new Map([['api:x', 1]])
    },
    weights
  )
  expect(scored.filter((s) => s.label === 'Trace').map((s) => s.id)).toEqual([
    'trace:same',
    'trace:user'
  ])
})

test('a path tells the sources, or the edge by which something came', () => {
  const seed = {
    id: 'api:a',
    label: 'Api',
    title: 'a',
    found: [{ source: 'names', rank: 2 }],
    links: []
  }
  const found = [{ source: 'popular', rank: 3 }]
  const linked = {
    id: 'api:b',
    label: 'Api',
    title: 'b',
    found,
    links: [{ from: 'a', type: 'USED_WITH' }]
  }
  expect(pathOf(seed, () => undefined)).toEqual([
    { id: 'api:a', label: 'Api', title: 'a', by: 'found by name (2nd)' }
  ])
  expect(pathOf(linked, () => seed).map((step) => step.by)).toEqual([
    'found by name (2nd)',
    'is used together with'
  ])
})
