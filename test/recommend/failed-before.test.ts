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
  const { items } = await cairn.recommend({ text: task, libraries: [] })
  const [warning] = items.filter(({ title }) => title.startsWith('This failed before'))
  expect(warning?.body).toBe("KeyError: 'price'")
})
