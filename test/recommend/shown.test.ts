import { tokenCount } from '../../src/domain/token-count.js'
import { callForm } from '../../src/recommend/call-form.js'
import { versionOf } from '../../src/recommend/draft.js'
import { codeBlocks, shownCode } from '../../src/recommend/shown-code.js'
import type { HeldTerm, Memory } from '../../src/retrieve/memory.js'
import { codeTokens, stemsOf } from '../../src/retrieve/relevance/question-terms.js'

function terms(...words: string[]): HeldTerm[] {
  return words.map((word) => ({
    word,
    stem: [...stemsOf(word)][0] ?? word,
    rarity: 1,
    isCode: false,
    held: 1
  }))
}

function api(qualifiedName: string, signature: string, kind = 'function'): Memory {
  return { qualifiedName, signature, kind, title: qualifiedName } as Memory
}

test('a short call is shown whole, of a long one what it cannot do without and what the question speaks of', () => {
  expect(callForm(api('tea.brew', 'brew(leaves: Leaf, minutes = 3): Cup'), [])).toBe(
    'tea.brew(leaves: Leaf, minutes = 3)'
  )
  const long = `brew(${['leaves: readonly LeafOfTheGarden[]', 'water: WaterOfTheWell', 'minutes: number = 3', 'sugar?: SugarOrHoneyOrNothing', 'milk?: MilkOfSomeAnimal'].join(', ')}): Cup`
  expect(callForm(api('tea.brew', long), terms('sugar'))).toBe(
    'tea.brew(leaves, water: WaterOfTheWell, sugar?, …)'
  )
  expect(callForm(api('tea.brew', long), [])).toBe('tea.brew(leaves, water: WaterOfTheWell, …)')
})

test("an option of Python's is a parameter of what is called", () => {
  const option = { ...api('tea.brew.minutes', 'minutes: int = 3', 'option'), library: 'pypi/tea@1' }
  expect(callForm(option, [])).toBe('tea.brew(minutes: int = 3)')
  const long = { ...option, signature: `minutes: ${'int | '.repeat(30)}None = 3` }
  expect(callForm(long, [])).toBe('tea.brew(minutes)')
  expect(callForm({ ...option, library: 'npm/tea@1' }, [])).toBe('tea.brew.minutes: int = 3')
})

test('a property is its name and type', () => {
  expect(callForm(api('tea.Options.[herb]', 'readonly [herb: string]: Leaf', 'property'), [])).toBe(
    'tea.Options.[herb]: Leaf'
  )
  expect(callForm(api('tea.Options.sugar', 'sugar?: boolean', 'property'), [])).toBe(
    'tea.Options.sugar: boolean'
  )
  const property = (signature: string) =>
    callForm(api('tea.Options.pour', signature, 'property'), [])
  expect(property('pour?: (cup: Cup) => void')).toBe('tea.Options.pour(cup: Cup)')
  expect(property('pour?: ((cup: Cup) => void) | false')).toBe(
    'tea.Options.pour: ((cup: Cup) => void) | false'
  )
  // Its type goes on below.
  expect(property('pour?: ({ hot?: Pour; cold?: Pour } & {')).toBe('tea.Options.pour')
  expect(property('pour?: Record<')).toBe('tea.Options.pour')
})

test('of several blocks the one that holds the words is shown, and of a long one the lines around them', () => {
  const text = 'Intro\n```js\nopen()\n```\nMore\n```js\nconst pot = open()\npot.pour(cup)\n```\n'
  expect(shownCode(codeBlocks(text), terms('pour'))).toBe('const pot = open()\npot.pour(cup)')
  const lines = Array.from({ length: 40 }, (_, i) => (i === 20 ? 'pot.pour(cup)' : `step(${i})`))
  const shown = shownCode([lines.join('\n')], terms('pour')) ?? ''
  expect(shown).toContain('pot.pour(cup)')
  expect(shown.split('\n').length).toBeLessThanOrEqual(7)
  expect(shown.startsWith('…\n')).toBe(true)
})

test('lines that stand deeper than those after them keep their place', () => {
  const body = ['heat()', 'steep()', 'pour(cup)'].map((line) => `    ${line}`)
  const block = [
    'def tea():',
    '    fill()',
    ...body,
    'with kettle() as k:',
    '    k.on()',
    '    k.off()'
  ]
  expect(
    shownCode([block.join('\n')], terms('pour', 'kettle', 'steep', 'heat'))?.split('\n')
  ).toEqual(['…', '    fill()', ...body, 'with kettle() as k:', '…'])
})

test('no block, no code', () => {
  expect(shownCode([], terms('pour'))).toBeNull()
  expect(shownCode(['\n \n'], terms('pour'))).toBeNull()
})

test.each([
  ['where is needle_quota read?', ['needle_quota']],
  ['what does --strictPort do', ['strictPort']],
  ['finishPipelineNow is never called', ['finishPipelineNow']],
  ['FST_ERR_CTP_EMPTY_TYPE: why', ['FST_ERR_CTP_EMPTY_TYPE']],
  ['how do I read a file', []]
])('code-shaped tokens of %s', (text, tokens) => {
  expect(codeTokens(text)).toEqual(tokens)
})

test.each([
  ['pypi/pandas@1.4.0', 'pandas 1.4.0'],
  ['npm/@apollo/server@5.5.1', '@apollo/server 5.5.1'],
  ['docs/guide@0', 'guide'],
  ['npm/zod@4.1.0+team', 'zod 4.1.0'],
  [null, null]
])('the version of %s', (key, shown) => {
  expect(versionOf(key)).toBe(shown)
})

test('tokens are counted about as a tokenizer of today does', () => {
  expect(tokenCount('')).toBe(0)
  const prose =
    'Turn each item of a list in a column into a row of its own. The other columns repeat.'
  expect(tokenCount(prose)).toBeGreaterThanOrEqual(18)
  expect(tokenCount(prose)).toBeLessThanOrEqual(26)
  const code = 'const logger = pino({ redact: ["req.headers.authorization"], level: "info" })'
  expect(tokenCount(code)).toBeGreaterThanOrEqual(18)
  expect(tokenCount(code)).toBeLessThanOrEqual(34)
})
