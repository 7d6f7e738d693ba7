import { callsIn } from '../../src/domain/calls.js'
import { compoundParts, identifierParts, nameForms } from '../../src/domain/code-terms.js'
import { errorSignatures } from '../../src/domain/error-signature.js'
import { importsIn } from '../../src/domain/imports.js'
import { bestPassage } from '../../src/domain/best-passage.js'
import { expectLinear } from '../support/linear-time.js'

test.each([
  ['getElementById', ['get', 'element', 'by', 'id']],
  ['read_csv', ['read', 'csv']],
  ['HTTPServer2', ['http', 'server', '2']],
  ['DataFrame', ['data', 'frame']],
  ['größe_ändern', ['größe', 'ändern']]
])('the parts of %s', (identifier, parts) => {
  expect(identifierParts(identifier)).toEqual(parts)
})

test('a dotted name is found whole, by every ending and by its parts', () => {
  expect(nameForms('pandas.DataFrame.read_csv')).toEqual([
    'pandas.dataframe.read_csv',
    'dataframe.read_csv',
    'read_csv',
    'pandas',
    'dataframe',
    'data',
    'frame',
    'read',
    'csv'
  ])
})

test('plain words of a text are not split again, and the number of parts is bounded', () => {
  expect(compoundParts('rows and columns', 10)).toEqual([])
  expect(compoundParts('a_b c_d e_f g_h', 4)).toHaveLength(4)
})

test.each([
  ['import pandas as pd\nimport numpy as np', ['pandas', 'numpy'], { pd: 'pandas', np: 'numpy' }],
  ['from sklearn.linear_model import Ridge as R', ['sklearn'], { R: 'sklearn.linear_model.Ridge' }],
  [
    "import { ApolloServer } from '@apollo/server'",
    ['@apollo/server'],
    { ApolloServer: '@apollo/server.ApolloServer' }
  ],
  [
    "const { int: toInt } = require('neo4j-driver/lib')",
    ['neo4j-driver'],
    { toInt: 'neo4j-driver.int' }
  ]
])('imports of %j', (code, modules, aliases) => {
  const found = importsIn(code)
  for (const module of modules) expect(found.modules).toContain(module)
  for (const [alias, target] of Object.entries(aliases))
    expect(found.aliases.get(alias)).toBe(target)
})

test('calls are named by what they were imported from', () => {
  expect(callsIn('import pandas as pd\nx = pd.read_csv(f)\nprint(len(x.explode("a")))')).toEqual([
    'pandas.read_csv',
    'x.explode'
  ])
})

const traceback = `Traceback (most recent call last):
  File "/home/me/a.py", line 3, in <module>
    df['price']
KeyError: 'price'`

test('another key is another error, and another type too', () => {
  const [first] = errorSignatures(traceback)
  const [second] = errorSignatures("KeyError: 'volume'")
  const [other] = errorSignatures('ValueError: need 3 values')
  expect(first).toMatchObject({ type: 'KeyError' })
  expect(second).toMatchObject({ type: 'KeyError', normalForm: "KeyError: 'volume'" })
  expect(second?.id).not.toBe(first?.id)
  expect(errorSignatures("KeyError: 'volume'")[0]?.id).toBe(second?.id)
  expect(other?.id).not.toBe(first?.id)
})

test('an error is found inside a sentence, the last one in a traceback comes first', () => {
  expect(errorSignatures('It fails with TypeError: x is not a function. Why?')[0]?.normalForm).toBe(
    'TypeError: x is not a function'
  )
  expect(
    errorSignatures('ValueError: a\nDuring handling …\nKeyError: b').map((e) => e.type)
  ).toEqual(['KeyError', 'ValueError'])
})

test('prose about errors is no error', () => {
  expect(errorSignatures('How do I handle errors? An Error may happen: see below.')).toEqual([])
})

test('a line of a million characters is passed over, in time that grows with its length', () => {
  expect(errorSignatures(`${'a.'.repeat(500_000)}Error: x`)).toEqual([])
  expectLinear((part) => errorSignatures(`${part}Error: x`), 'a.'.repeat(500_000))
})

test('the passage that shares most with the question is quoted, verbatim', () => {
  const text =
    'Joins two frames. The index is kept unless ignore_index is set. Returns a new frame.'
  const quote = bestPassage(text, ['index', 'kept'])
  expect(quote).toBe('The index is kept unless ignore_index is set.')
  expect(text).toContain(quote)
})

test.each([
  ['one endless line', 'word '.repeat(500)],
  ['only code', '```python\nx = 1\nreturn_the_value(x)\n```'],
  ['a surrogate pair at the cut', `${'x'.repeat(279)}😀${'y'.repeat(50)}`]
])('a quotation from %s stands in the text', (_, text) => {
  const quote = bestPassage(text, ['value'])
  expect(quote.length).toBeGreaterThan(0)
  expect(quote.length).toBeLessThanOrEqual(280)
  expect(text).toContain(quote)
  expect(quote.isWellFormed()).toBe(true)
})
