/**
 * What words of a claim stand for: synonyms are one concept, and opposites are one concept with opposite signs,
 * because an encoder puts `first` beside `last`.
 */
const axes: Readonly<Record<string, { readonly plus: string; readonly minus: string }>> = {
  bound: {
    plus: 'inclusive inclusively include included including closed contain',
    minus: 'exclusive exclusively exclude excluded excluding open omit'
  },
  end: {
    plus: 'first earliest oldest beginning start head front',
    minus: 'last latest newest final end tail back'
  },
  side: { plus: 'left', minus: 'right' },
  time: {
    plus: 'before prior earlier preceding previously beforehand',
    minus: 'after afterwards later following subsequently'
  },
  order: { plus: 'ascending increasing ascend', minus: 'descending decreasing descend' },
  extreme: {
    plus: 'max maximum largest highest biggest greatest argmax upper top most',
    minus: 'min minimum smallest lowest least argmin lower bottom'
  },
  keep: {
    plus: 'keep kept retain preserve preserved retained',
    minus: 'drop dropped discard discarded remove removed delete deleted lose lost skip skipped'
  },
  copy: {
    plus: 'copy copied copies duplicate fresh',
    minus: 'inplace mutate modify modified mutates alias view itself shared share'
  },
  lazy: { plus: 'lazy lazily deferred', minus: 'eager eagerly immediate immediately' },
  must: { plus: 'required mandatory obligatory', minus: 'optional' },
  case: { plus: 'casesensitive', minus: 'caseinsensitive lowercase uppercase' },
  sorted: { plus: 'sorted ordered', minus: 'unsorted unordered arbitrary' },
  axis: { plus: 'row rows', minus: 'column columns' },
  angle: { plus: 'degree degrees', minus: 'radian radians' },
  speed: { plus: 'fast faster quick quicker cheap', minus: 'slow slower expensive' },
  truth: { plus: 'true', minus: 'false' },
  loud: {
    plus: 'raise raises throw throws error exception fail fails crash reject refuse',
    minus: 'silently silent ignore ignored ignores swallow noop accept accepts accepted tolerate'
  },
  base: {
    plus: 'zerobased 0based 0indexed zeroindexed',
    minus: 'onebased 1based 1indexed oneindexed'
  },
  sync: { plus: 'synchronous blocking block blocks', minus: 'asynchronous nonblocking' },
  sign: { plus: 'positive', minus: 'negative' },
  more: { plus: 'more above over exceed', minus: 'fewer less below under' },
  scope: { plus: 'global globally shared', minus: 'local locally' },
  round: { plus: 'ceil up', minus: 'floor down truncate' },
  width: { plus: 'inner', minus: 'outer' },
  presence: { plus: 'present exist exists', minus: 'missing absent lacking' },
  anchor: { plus: 'relative', minus: 'absolute' },
  allOne: { plus: 'once single', minus: 'every each always' },
  emptiness: { plus: 'empty', minus: 'nonempty' }
}

/** Values of one thing: two of them that differ contradict one another. */
const values: Readonly<Record<string, string>> = {
  unit: 'nanosecond microsecond millisecond second minute hour day',
  size: 'bit byte kilobyte megabyte',
  zone: 'utc localtime',
  result:
    'none null undefined nan list dict dictionary tuple generator iterator string integer float boolean set array zero',
  spread: 'population sample'
}

const synonyms: readonly string[] = [
  'return yield give produce hand emit evaluate result back',
  'sort reorder order rearrange',
  'window interval range span',
  'argument parameter arg option keyword',
  'default unless',
  'call invoke invocation run',
  'convert coerce cast turn',
  'count number tally amount',
  'need require must necessary expect',
  'value entry item element',
  'change alter update',
  'join merge combine',
  'compare match equality',
  'timestamp time',
  'closed shut',
  'trailing ending',
  'whitespace blank blanks spaces',
  'divide division divisor denominator',
  'deviation std stdev'
]

interface Meaning {
  readonly concept: string
  readonly sign: 1 | -1
  /** For values: which. */
  readonly value?: string
}

const meanings = new Map<string, Meaning>()
for (const [concept, { plus, minus }] of Object.entries(axes)) {
  for (const word of plus.split(' ')) meanings.set(stem(word), { concept: `~${concept}`, sign: 1 })
  for (const word of minus.split(' '))
    meanings.set(stem(word), { concept: `~${concept}`, sign: -1 })
}
for (const [concept, words] of Object.entries(values)) {
  for (const word of words.split(' '))
    meanings.set(stem(word), { concept: `=${concept}`, sign: 1, value: stem(word) })
}
for (const group of synonyms) {
  const words = group.split(' ')
  const [concept = ''] = words
  for (const word of words)
    if (!meanings.has(stem(word))) meanings.set(stem(word), { concept: stem(concept), sign: 1 })
}

export function meaningOf(word: string): Meaning {
  const root = stem(word)
  return meanings.get(root) ?? { concept: root, sign: 1 }
}

/** Without the endings of the plural and of verbs: enough for short words about code. */
export function stem(word: string): string {
  if (word.length < 4) return word
  return word
    .replace(/(?:ies)$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/(?<=[^aeious])(?:es)$/, 'e')
    .replace(/(?<=[^su])s$/, '')
    .replace(/(?<=\w{3})(?:ing|ed|ly)$/, '')
    .replace(/(?<=\w{3})e$/, '')
    .replace(/([bdfgklmnprt])\1$/, '$1')
}
