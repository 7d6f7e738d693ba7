import { coverageOf } from '../../eval/lab/coverage.js'
import { labFacts, labTasks, tells } from '../../eval/lab/data.js'
import { buildLab, withTraces } from '../../eval/lab/memory.js'
import { buildCairn, closeCairns, removeFolders } from '../support/build-cairn.js'

afterEach(closeCairns)
afterAll(removeFolders)

test('the lab asks for facts that it has', () => {
  const ids = new Set(labFacts().map(({ id }) => id))
  expect(ids.size).toBeGreaterThanOrEqual(12)
  expect(
    labTasks()
      .flatMap(({ needs }) => needs)
      .filter((need) => !ids.has(need))
  ).toEqual([])
})

test('a fact is told where its API and all that it says stand together', () => {
  const [fact] = labFacts()
  if (fact === undefined) throw new Error('the lab has no facts')
  expect(tells('`Series.sort` sorts in place and returns None.', fact)).toBe(true)
  expect(tells('`Series.sort` sorts.\n\nmerge() works in place.\nNone is left.\n', fact)).toBe(
    false
  )
})

test('what agents left of the train tasks tells other tasks more than the documentation does', async () => {
  const cairn = await buildCairn()
  await buildLab(cairn)
  const before = await coverageOf(cairn, 400)
  await withTraces(cairn)
  const after = await coverageOf(cairn, 400)
  expect(before.found).toBeLessThanOrEqual(4)
  // 19 at the time of writing, by words alone; the least that is not yet worse.
  expect(after.found).toBeGreaterThanOrEqual(17)
}, 180_000)
