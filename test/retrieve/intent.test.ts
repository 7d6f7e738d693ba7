import { readIntent } from '../../src/retrieve/intent.js'
import { luceneQuery } from '../../src/retrieve/lucene.js'
import type { KnownLibrary } from '../../src/retrieve/known-libraries.js'
import { expectLinear } from '../support/linear-time.js'

function library(name: string, importNames: string[] = [name]): KnownLibrary {
  return { key: `pypi/${name}@1`, name, version: '1', title: name, importNames, state: 'complete' }
}

const known = [library('pandas'), library('numpy'), library('scikit-learn', ['sklearn'])]

function intentOf(question: string, asked: KnownLibrary[] = []) {
  return readIntent(question, { known, asked })
}

test.each([
  ['import pandas as pd\ndf = pd.DataFrame()', [['pypi/pandas@1', 'imported']]],
  ['from sklearn.svm import SVC', [['pypi/scikit-learn@1', 'imported']]],
  ['How do I sort a NumPy array?', [['pypi/numpy@1', 'named']]],
  ['How do I sort?', []]
])('the libraries of %j', (question, recognised) => {
  expect([...intentOf(question).recognised]).toEqual(recognised)
})

test('a library that was asked for wins over those that the text names', () => {
  expect([...intentOf('import pandas', [library('numpy')]).recognised]).toEqual([
    ['pypi/numpy@1', 'asked for']
  ])
})

test.each([
  ["KeyError: 'a'", 'error'],
  ['DataFrame.explode', 'lookup'],
  ['turn a column of lists into rows and keep the others', 'how-to']
] as const)('%j is a question of kind %s', (question, kind) => {
  expect(intentOf(question).kind).toBe(kind)
})

test('names resolve through the aliases of the question', () => {
  expect(intentOf('import numpy as n\nwhat does n.where(a) do?').names).toContain('numpy.where')
})

test('prose is told from code, data and prompts', () => {
  const { prose } = intentOf(`Problem:
I want to shuffle the rows.
   Col1  Col2
0     1     2
<code>
import pandas as pd
</code>
>>> df.head()
df = load()`)
  expect(prose).toBe('I want to shuffle the rows.')
})

test('words that every question has say nothing', () => {
  const { words } = intentOf('How can I please get the rolling median of this column?')
  expect(words).toEqual(['rolling', 'median', 'column'])
})

test.each([
  '',
  'こんにちは 世界',
  '😀😀',
  'a'.repeat(100_000),
  '(('.repeat(20_000),
  'import '.repeat(20_000),
  '`'.repeat(50_000),
  'a.'.repeat(50_000)
])('any text is read, in time that grows with its length (%#)', (text) => {
  expectLinear(intentOf, text)
})

test('user text cannot become Lucene syntax', () => {
  const query = luceneQuery({
    must: {},
    any: [
      { term: 'a:b*(c)', boost: 1 },
      { term: 'or', boost: 1 }
    ],
    fields: { text: 1 }
  })
  expect(query).toBe('+(text:(a\\:b\\*\\(c\\)^1.00 or^1.00)^1)')
})

test('a query without terms matches nothing instead of everything', () => {
  expect(luceneQuery({ must: { space: ['public'] }, any: [], fields: { text: 1 } })).toBe('-*:*')
})
