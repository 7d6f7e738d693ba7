import { buildCairn, closeCairns } from '../support/build-cairn.js'

afterEach(closeCairns)

test('a warning from a failed attempt says which error ended it, not that there was a traceback', async () => {
  const cairn = await buildCairn()
  const error = [
    'Traceback (most recent call last):',
    '  File "job.py", line 3, in <module>',
    "    table['price']",
    "KeyError: 'price'"
  ].join('\n')
  const task = 'Look up the column of prices in a table that was read from a file.'
  await cairn.recordTraces([
    { task, agent: 'one', outcome: 'failed', code: "table['price']", error }
  ])
  const { items, answer } = await cairn.recommend({ text: task, libraries: [] })
  expect(answer).toBe('An agent says that it tried this and failed; nobody confirmed it.')
  const [warning] = items.filter(({ title }) => title.startsWith('This failed before'))
  expect(warning?.body).toBe("KeyError: 'price'")
})

test('a secret that was pasted into a question is not kept with the answer', async () => {
  const cairn = await buildCairn()
  const secret = `sk-proj-${'a1B2'.repeat(12)}`
  const { id } = await cairn.recommend({
    text: `Why is OPENAI_API_KEY=${secret} refused?`,
    libraries: []
  })
  const { properties } = await cairn.open(id)
  expect(properties['question']).toContain('Why is OPENAI_API_KEY=')
  const lines: string[] = []
  for await (const line of cairn.exportLines()) lines.push(JSON.stringify(line))
  expect(lines.join('\n')).not.toContain('a1B2a1B2')
})
