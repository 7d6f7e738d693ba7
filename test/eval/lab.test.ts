import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coverageOf } from '../../eval/lab/coverage.js'
import { readLab, tells } from '../../eval/lab/data.js'
import { buildLab, withTraces } from '../../eval/lab/memory.js'
import { buildCairn, closeCairns, removeFolders } from '../support/build-cairn.js'

afterEach(closeCairns)
afterAll(removeFolders)

test('the lab asks for facts that it has', () => {
  expect(readLab().facts.length).toBeGreaterThanOrEqual(12)
})

test('a lab of somebody else whose task needs what is no fact is refused by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-other-lab-'))
  const write = (file: string, content: unknown) => {
    writeFileSync(join(folder, file), JSON.stringify(content))
  }
  write('facts.json', [{ id: 'rounds-down', claim: 'x', api: 'A.b', needs: ['down'] }])
  write('tasks.json', [{ id: 'h1', task: 'x', needs: ['rounds-up'], test: '' }])
  write('traces.json', { library: 'quarrel', traces: [] })
  expect(() => readLab(folder)).toThrow(`task h1 of ${folder} needs rounds-up, which is no fact`)
  rmSync(folder, { recursive: true })
})

test('a fact is told where its API and all that it says stand together', () => {
  const [fact] = readLab().facts
  if (fact === undefined) throw new Error('the lab has no facts')
  expect(tells('`Series.sort` sorts in place and returns None.', fact)).toBe(true)
  expect(tells('`Series.sort` sorts.\n\nmerge() works in place.\nNone is left.\n', fact)).toBe(
    false
  )
})

test('what agents left of the train tasks tells other tasks more than the documentation does', async () => {
  const cairn = await buildCairn()
  const lab = readLab()
  await buildLab(cairn, lab)
  const before = await coverageOf(cairn, lab, 400)
  await withTraces(cairn, lab)
  const after = await coverageOf(cairn, lab, 400)
  expect(before.found).toBeLessThanOrEqual(4)
  // 19 at the time of writing, by words alone; the least that is not yet worse.
  expect(after.found).toBeGreaterThanOrEqual(17)
})
