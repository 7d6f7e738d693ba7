import { refuseLeaks } from '../../../eval/codegen/arms/check-memory.js'
import { createLeakFinder } from '../../../eval/codegen/arms/leaks.js'
import { irrelevantContext } from '../../../eval/codegen/arms/irrelevant.js'
import { countTokens } from '../../../eval/codegen/arms/words.js'
import type { Cairn } from '../../../src/cairn.js'
import { itself } from '../../../src/domain/caller.js'
import {
  buildCairn,
  closeCairns,
  ingested,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../../support/build-cairn.js'
import { tinyProblems, writeBench } from './support/tiny-problems.js'

/** One graph for all: each test has a space of its own, as memories of different folds have. */
let cairn: Cairn
let space: string
let spaces = 0

beforeAll(async () => {
  cairn = await buildCairn()
})

beforeEach(() => {
  spaces += 1
  space = `memory-${spaces}`
})

afterAll(async () => {
  await closeCairns()
  removeFolders()
})

const all = tinyProblems()
const tested = all.filter(({ family }) => family === 'tiny/family-1')
const [secret, other] = [tested[0], all.find(({ family }) => family === 'tiny/family-6')]
if (secret === undefined || other === undefined) throw new Error('the tiny problems are gone')
const finder = createLeakFinder(tested, all)

function attempt(task: Record<string, string>, solution: string, steps: unknown[] = []) {
  return {
    schema: 'cairn.trace/1',
    task,
    agent: { name: 'somebody' },
    steps,
    outcome: { status: 'passed', judgedBy: 'tests', evidence: 'they passed' },
    solution
  }
}

const harmless = attempt({ text: other.prompt, family: other.family }, other.reference)

async function recorded(trace: unknown, at = space): Promise<string> {
  const mine = cairn.as({ ...itself, space: at, spaces: [at, 'public'], writes: [at] })
  const [receipt] = await mine.recordTraces([trace])
  await mine.jobs.idle()
  if (receipt?.trace == null) throw new Error(receipt?.reason ?? 'no receipt')
  return receipt.trace
}

const refusal = () =>
  refuseLeaks(cairn, { spaces: ['public', space], finder }).then(
    () => 'let through',
    (error: unknown) => (error as Error).message
  )

test.each([
  ['under its own family', attempt({ text: 'Something.', family: secret.family }, 'result = 1')],
  ['without a family', attempt({ text: secret.prompt }, 'result = 1')],
  [
    'under another family, its text changed a little',
    attempt(
      {
        text: `Please help! ${secret.prompt.replace('the answer belongs', 'and it goes')}`,
        family: 'mine'
      },
      'result = 1'
    )
  ],
  [
    'as code under another task, its variables renamed',
    attempt(
      { text: 'Grow tomatoes.', family: 'garden' },
      secret.reference.replace(/\bx/g, 'tomato')
    )
  ],
  [
    'as a state on the way only',
    attempt({ text: 'Grow tomatoes.', family: 'garden' }, 'result = 1', [
      { role: 'agent', state: { text: secret.reference } },
      { role: 'agent', state: { text: 'result = 1' } }
    ])
  ],
  [
    'in what a reviewer said on the way only',
    attempt({ text: 'Grow tomatoes.', family: 'garden' }, 'result = 2', [
      { role: 'agent', state: { text: 'result = 1' } },
      { role: 'agent', instruction: `Try ${secret.reference}`, state: { text: 'result = 2' } }
    ])
  ]
])(
  'a memory that holds what is under test %s is refused, and the trace is named',
  async (_, trace) => {
    await recorded(harmless)
    expect(await refusal()).toBe('let through')
    const id = await recorded(trace)
    const said = await refusal()
    expect(said).toContain('The memory holds what is under test')
    expect(said).toContain(id)
    expect(said).toContain(secret.family.replace('family-', '').slice(0, 4))
  }
)

test('a lesson that holds the solution is refused though its trace is harmless', async () => {
  const id = await recorded(harmless)
  const db = testDatabase()
  await db.raw(
    `MATCH (t:Trace {id: ${JSON.stringify(id)}}) CREATE (l:Lesson {id: 'lesson:planted', space: ${JSON.stringify(space)}, text: ${JSON.stringify(`Better: ${secret.reference}`)}})-[:LEARNED_IN]->(t)`
  )
  await db.close()
  const said = await refusal()
  expect(said).toContain('lesson:planted')
  expect(said).toContain(id)
})

test('an insight drawn from such a trace is refused, even where the trace itself is out of sight and the insight says nothing of it', async () => {
  const bench = writeBench(temporaryFolder())
  await ingested(cairn, 'devdocs', [bench.docs])
  const trace = await recorded(attempt({ text: 'Grow tomatoes.' }, secret.reference), 'elsewhere')
  expect(await refusal()).toBe('let through')
  const [doc] = await cairn.search({ text: 'adds up numbers of a list', libraries: [] }, 1)
  const db = testDatabase()
  await db.raw(
    `MATCH (t:Trace {id: ${JSON.stringify(trace)}}) CREATE (i:Insight {id: 'insight:drawn', space: ${JSON.stringify(space)}, title: 'Mind the list', text: 'Mind the list'})-[:DERIVED_FROM]->(t)`
  )
  await db.close()
  expect(doc).toBeDefined()
  const said = await refusal()
  expect(said).toContain('insight:drawn')
  expect(said).toContain(trace)
})

test('another family of the same benchmark is no leak, nor is what all its problems say', () => {
  for (const problem of all.filter(({ family }) => family !== secret.family))
    expect([problem.id, finder.inText(`${problem.prompt}\n${problem.reference}`)]).toEqual([
      problem.id,
      null
    ])
  for (const problem of tested) {
    expect(finder.inText(problem.prompt)?.why).toBe('prompt')
    expect(finder.inText(problem.reference)?.why).toBe('code')
  }
})

test('irrelevant documents are as long as what they stand in for, of a foreign library, and the same for the same seed', () => {
  const sections = [
    { library: 'pypi/texts@1.0', title: 'texts.total', text: 'Adds up numbers. '.repeat(8) },
    { library: 'pypi/garden@1.0', title: 'garden.dig', text: 'Digs a hole for a tree. '.repeat(8) },
    { library: 'pypi/garden@1.0', title: 'garden.max', text: 'The largest hole. '.repeat(8) },
    { library: 'pypi/garden@1.0', title: 'garden.water', text: 'Pours water. '.repeat(8) }
  ]
  const like = 'one two three (four) '.repeat(30)
  const made = irrelevantContext(secret, { sections, like, seed: 1 })
  expect(countTokens(made)).toBe(countTokens(like))
  expect(made).not.toContain('texts.total')
  // The solution calls max.
  expect(made).not.toContain('garden.max')
  expect(irrelevantContext(secret, { sections, like, seed: 1 })).toBe(made)
  expect(irrelevantContext(secret, { sections, like, seed: 2 })).not.toBe(made)
  expect(irrelevantContext(secret, { sections, like: '', seed: 1 })).toBe('')
  expect(() =>
    irrelevantContext(secret, { sections: sections.slice(0, 1), like, seed: 1 })
  ).toThrow(/--irrelevant DIR/)
})
