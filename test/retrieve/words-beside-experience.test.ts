import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  buildCairn,
  closeCairns,
  ingested,
  removeFolders,
  temporaryFolder
} from '../support/build-cairn.js'

afterEach(closeCairns)
afterAll(removeFolders)

const question = 'How do I sharpen the blade of a plane on a wet stone?'

test('two hundred attempts that repeat a question do not crowd the section out that is found by its words, no library being named', async () => {
  const cairn = await buildCairn()
  const folder = temporaryFolder()
  writeFileSync(
    join(folder, 'stone.md'),
    '# Stones\n\nA blade is drawn over the wet stone until it is sharp, as a plane asks for.\n'
  )
  await ingested(cairn, 'markdown', [folder], { name: 'tools', version: '1' })
  await cairn.recordTraces(
    Array.from({ length: 200 }, (_, i) => ({
      task: `${question} It is the stone number ${i}.`,
      agent: `agent ${i}`,
      outcome: 'passed',
      code: `sharpen(blade, plane, wet_stone, ${i})`,
      note: question
    }))
  )
  const { ranked } = await cairn.retrieve(
    { text: question, libraries: [] },
    {
      spaces: ['public'],
      limit: 10,
      without: ['meaning', 'names', 'popular', 'companions', 'experience', 'tasks', 'errors']
    }
  )
  expect(ranked.map(({ memory }) => memory.id)).toEqual(['doc:docs/tools@1/stone.md'])
})
