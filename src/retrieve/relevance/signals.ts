import type { Ranked, Retrieved } from '../memory.js'
import { itemSeen, summaryOf, type ItemSeen } from './item-seen.js'

/** One thing that is known of an item for a question: its name, what it means, and how it is read. */
interface Signal {
  readonly name: string
  readonly means: string
  readonly of: (item: ItemSeen, question: QuestionSeen) => number
}

interface QuestionSeen {
  readonly retrieved: Retrieved
  readonly bestSimilarity: number
  readonly bestCovered: number
  /** Share of the question's rarity that no documentation in scope holds. */
  readonly unheld: number
}

const count = (retrieved: Retrieved) => retrieved.terms.filter(({ isCode }) => !isCode).length

/** What the probability of being of use is read from; fitted by `npm run eval:fit-relevance`, in this order. */
export const signals: readonly Signal[] = [
  {
    name: 'similarity',
    means: 'cosine of question and item',
    of: ({ entry }) => entry.similarity ?? 0
  },
  {
    name: 'similarityGap',
    means: 'how much less similar it is than the most similar item',
    of: ({ entry }, { bestSimilarity }) => (entry.similarity ?? 0) - bestSimilarity
  },
  {
    name: 'aboveBackground',
    means: 'similarity above that of what is near but not nearest, in its standard deviations',
    of: ({ entry }, { retrieved: { background } }) =>
      background.deviation === 0
        ? 0
        : Math.max(
            -4,
            Math.min(8, ((entry.similarity ?? 0) - background.mean) / background.deviation)
          )
  },
  {
    name: 'covered',
    means: "share of the question's telling words in it",
    of: ({ covered }) => covered
  },
  {
    name: 'titled',
    means: 'share of them in its title, names and signature',
    of: ({ titled }) => titled
  },
  { name: 'rarest', means: 'whether it holds the most telling word', of: ({ rarest }) => rarest },
  {
    name: 'bestCovered',
    means: 'share of them in the item that holds most',
    of: (_, { bestCovered }) => bestCovered
  },
  {
    name: 'bestSimilarity',
    means: 'similarity of the most similar item',
    of: (_, q) => q.bestSimilarity
  },
  {
    name: 'unheld',
    means: 'share of them that no documentation holds',
    of: (_, { unheld }) => unheld
  },
  {
    name: 'bound',
    means: 'whether the question is bound to a library',
    of: (_, { retrieved }) => Number(retrieved.intent.libraries.length > 0)
  },
  {
    name: 'rank',
    means: 'place in the learned order, as a logarithm',
    of: ({ entry }) => Math.log(entry.rank)
  },
  {
    name: 'score',
    means: 'score in the learned order, of the best',
    of: ({ entry }) => entry.score
  },
  {
    name: 'wordsFirst',
    means: 'how far up full text found it',
    of: ({ entry }) => foundBy(entry, 'words')
  },
  {
    name: 'namesFirst',
    means: 'how far up it was found by name',
    of: ({ entry }) => foundBy(entry, 'names')
  },
  {
    name: 'exact',
    means: 'whether it alone holds a token of the question',
    of: ({ entry }) => foundBy(entry, 'exact')
  },
  {
    name: 'named',
    means: 'whether the question says its last name',
    of: ({ entry }, { retrieved }) => Number(isNamed(entry, retrieved))
  },
  {
    name: 'isSection',
    means: 'whether it is a section and no API',
    of: ({ entry }) => Number(entry.api === null)
  },
  {
    name: 'isError',
    means: 'whether the question holds an error',
    of: (_, { retrieved }) => Number(retrieved.intent.kind === 'error')
  },
  {
    name: 'words',
    means: 'telling words in the question, as a logarithm',
    of: (_, { retrieved }) => Math.log1p(count(retrieved))
  },
  {
    name: 'passage',
    means: 'share of them in one sentence or line of it',
    of: ({ passage }) => passage
  },
  {
    name: 'passage*similarity',
    means: 'both at once',
    of: ({ passage, entry }) => passage * (entry.similarity ?? 0)
  },
  {
    name: 'usage',
    means: "uses in documentation's own examples, as a logarithm",
    of: ({ entry }) => Math.log1p(entry.standing?.usage ?? 0)
  },
  {
    name: 'mentions',
    means: 'mentions in documentation, as a logarithm',
    of: ({ entry }) => Math.log1p(entry.standing?.mentions ?? 0)
  },
  {
    name: 'usedParent',
    means: 'uses of what it is a member of, as a logarithm',
    of: ({ entry }) => Math.log1p(entry.standing?.parentUsage ?? 0)
  },
  {
    name: 'apart',
    means: 'whether it is imported from a path of its own, or is not meant for users',
    of: ({ entry: { api } }) => Number(apart.test(api?.qualifiedName ?? ''))
  },
  {
    name: 'isHistory',
    means: 'whether it tells of changes between versions',
    of: ({ entry }) => Number(isHistory(entry))
  },
  {
    name: 'bySimilarity',
    means: 'place by similarity, as a logarithm',
    of: ({ bySimilarity }) => Math.log(bySimilarity)
  },
  {
    name: 'byWords',
    means: 'place by the words that it holds, as a logarithm',
    of: ({ byWords }) => Math.log(byWords)
  },
  {
    name: 'summed',
    means: 'share of them in its summary',
    of: ({ summed }) => summed
  },
  {
    name: 'hasSummary',
    means: 'whether its documentation says what it is',
    of: ({ entry }) => Number(summaryOf(entry) !== '')
  },
  { name: 'isFunction', means: 'whether it is called', of: ({ entry }) => isKind(entry, callable) },
  { name: 'isType', means: 'whether it is a type', of: ({ entry }) => isKind(entry, ['type']) },
  {
    name: 'isMember',
    means: 'whether it is an option, property or attribute',
    of: ({ entry }) => isKind(entry, ['option', 'property', 'attribute', 'constant'])
  },
  {
    name: 'hasExample',
    means: 'whether it shows code',
    of: ({ entry: { memory, api } }) =>
      Number(memory.text.includes('```') || (api?.examples.length ?? 0) > 0)
  },
  {
    name: 'length',
    means: 'characters of its text, as a logarithm',
    of: ({ entry }) => Math.log1p(entry.memory.text.length)
  },
  {
    name: 'depth',
    means: 'how deep its name lies in its library',
    of: ({ entry: { api } }) => (api?.qualifiedName ?? '').split(/[./]/).length
  },
  {
    name: 'covered*similarity',
    means: 'both at once',
    of: ({ entry, covered }) => covered * (entry.similarity ?? 0)
  },
  {
    name: 'titled*bound',
    means: 'both at once',
    of: ({ titled }, { retrieved }) => titled * Number(retrieved.intent.libraries.length > 0)
  }
]

const callable = ['function', 'method', 'class']

function isKind({ api }: Ranked, kinds: readonly string[]): number {
  return Number(api !== null && kinds.includes(api.kind))
}

const apart = /\/|(?:^|[./])(?:_\w*|internals?|testing|experimental|deprecated)(?:[./]|$)/
const history = /(?:^|\/)(?:changelog|changes|history|releases?|migrat\w*|upgrad\w*)/i

/** Whether a section tells of changes between versions. */
export function isHistory({ memory }: Ranked): boolean {
  return history.test(memory.path ?? '')
}

/** Places of the candidates by one number, from 1; the greatest first. */
function ranked(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0))
  const places = new Array<number>(values.length).fill(1)
  order.forEach((i, place) => (places[i] = place + 1))
  return places
}

function foundBy({ found }: Ranked, source: string): number {
  const hit = found.find((one) => one.source === source)
  return hit === undefined ? 0 : 1 / hit.rank
}

function isNamed({ api, memory }: Ranked, { intent, question }: Retrieved): boolean {
  const name = (api?.qualifiedName ?? memory.qualifiedName ?? '').split('.').at(-1) ?? ''
  if (name.length < 3) return false
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name)) return false
  return (
    intent.names.some((said) => said === name || said.endsWith(`.${name}`)) || says(question, name)
  )
}

/** Whether a text has this name with neither letter, digit nor underscore beside it. */
function says(text: string, name: string): boolean {
  const read = text.slice(0, 20_000)
  // Most names are in no question at all: a regular expression for each took longer than all other signals.
  if (!read.includes(name)) return false
  return new RegExp(
    `(?<![\\p{L}\\p{N}_])${name.replace(/[$]/g, '\\$&')}(?![\\p{L}\\p{N}_])`,
    'u'
  ).test(read)
}

/** The signals of each item, in the order of `signals`; pure. */
export function signalsOf(retrieved: Retrieved, entries: readonly Ranked[]): number[][] {
  const terms = retrieved.terms.filter(({ isCode }) => !isCode)
  const total = terms.reduce((sum, { rarity }) => sum + rarity, 0)
  const read = entries.map((entry) => itemSeen(entry, terms, total))
  const bySimilarity = ranked(entries.map(({ similarity }) => similarity ?? 0))
  const byWords = ranked(read.map(({ passage, titled, summed }) => passage + titled + summed))
  const items = read.map((item, i) => ({
    ...item,
    bySimilarity: bySimilarity[i] ?? 1,
    byWords: byWords[i] ?? 1
  }))
  const unheld = terms.filter(({ held }) => held === 0).reduce((sum, { rarity }) => sum + rarity, 0)
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0)
  const question: QuestionSeen = {
    retrieved,
    bestSimilarity: most(entries.map(({ similarity }) => similarity ?? 0)),
    bestCovered: most(items.map(({ covered }) => covered)),
    unheld: total === 0 ? 0 : unheld / total
  }
  return items.map((item) => signals.map((signal) => signal.of(item, question)))
}

/** From which share of the question's telling words on one sentence says what the question says, and of how many words. */
const saysIt = 0.85
const leastWords = 3

/** Whether one sentence of an item holds nearly all telling words of a question that has some. Pure. */
export function sayingOf(row: readonly number[]): boolean {
  const value = (name: string) => row[signals.findIndex((signal) => signal.name === name)] ?? 0
  if (value('words') >= Math.log1p(leastWords)) return value('passage') >= saysIt
  // A name or two: what has them as its name, or was found first by them.
  return value('covered') >= 0.99 && Math.max(value('namesFirst'), value('wordsFirst')) >= 1 / 3
}
