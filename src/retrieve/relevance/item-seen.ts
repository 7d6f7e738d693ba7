import type { HeldTerm, Memory, Ranked } from '../memory.js'
import { stemsOf } from './question-terms.js'

/** What an item's signals are read from. */
export interface ItemSeen {
  readonly entry: Ranked
  /** Share of the question's rarity that the item's words hold, from 0 to 1; and its title's and names'. */
  readonly covered: number
  readonly titled: number
  readonly rarest: number
  /** The same of its first sentence, and of the sentence or line that holds most. */
  readonly summed: number
  readonly passage: number
  /** Its place by similarity and by the words that it holds, from 1. */
  readonly bySimilarity: number
  readonly byWords: number
}

/** How much of the question's telling words an item holds, and where. */
export function itemSeen(
  entry: Ranked,
  terms: readonly HeldTerm[],
  total: number
): Omit<ItemSeen, 'bySimilarity' | 'byWords'> {
  const title = stemsOf(titleText(entry))
  const all = stemsOf(`${titleText(entry)}\n${bodyText(entry)}`)
  const share = (stems: ReadonlySet<string>) =>
    total === 0
      ? 0
      : terms.filter(({ stem }) => stems.has(stem)).reduce((sum, { rarity }) => sum + rarity, 0) /
        total
  const [rarest] = terms
  return {
    entry,
    covered: share(all),
    titled: share(title),
    summed: share(stemsOf(summaryOf(entry))),
    passage: passagesOf(bodyText(entry)).reduce(
      (most, one) => Math.max(most, share(stemsOf(one))),
      0
    ),
    rarest: Number(rarest !== undefined && all.has(rarest.stem))
  }
}

/** Characters in which the best sentence is looked for. */
const passagesWithin = 4_000

function passagesOf(text: string): string[] {
  return text
    .slice(0, passagesWithin)
    .split(/\n|(?<=[.!?])\s+(?=\p{Lu})/u)
    .filter((line) => line.length > 12)
}

/** What its documentation says that it is. */
export function summaryOf({ memory, api }: Ranked): string {
  return api?.summary ?? memory.summary ?? ''
}

function titleText({ memory, api }: Ranked): string {
  const named = (one: Memory) =>
    [one.title, one.qualifiedName, one.signature].filter((t) => t !== null)
  return [
    ...memory.breadcrumb.slice(-2),
    ...named(memory),
    ...(api === null ? [] : named(api))
  ].join('\n')
}

function bodyText({ memory, api }: Ranked): string {
  return [memory.text, memory.code, memory.summary, api?.summary, ...(api?.examples ?? [])]
    .filter((text) => text != null)
    .join('\n')
}
