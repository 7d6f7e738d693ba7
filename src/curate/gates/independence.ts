import { hasFailed, hasPassed, type Source } from '../source.js'

/** How much independent experience stands behind an insight. */
export interface Support {
  /** Judged attempts; copies of one agent's own count once. */
  readonly traces: number
  /** Agents that are not copies of each other. */
  readonly agents: number
  /** Names under which those were sent. */
  readonly names: number
}

/** Shared runs of words over all of both, from which on two texts are one with touches. */
const leastAlike = 0.8

/** Of the attempts of one name that are copies of another's, from which on both are one agent. Honest agents agree on short code now and then, not always. */
const leastCopied = 0.8

/** Attempts that are compared pair by pair. */
const mostCompared = 250

const shingleWords = 3

/**
 * Counts support by independence (MachineSoM, C11): one agent counts once however often it repeats
 * itself, and names whose attempts are nearly all the same words and code as another's are that other.
 * The same task is given to all, so what is compared is code and what was written of it.
 */
export function independentSupport(sources: readonly Source[]): Support {
  const judged = sources.filter((source) => hasPassed(source) || hasFailed(source))
  const compared = judged
    .slice(0, mostCompared)
    .map((source) => ({ source, words: shinglesOf(source) }))
  const names = [...new Set(judged.map(({ agent }) => agent))].sort()
  const groups = new Map(names.map((name) => [name, name]))
  for (const name of names) {
    const original = names.find((other) => other < name && isCopyOf(name, other, compared))
    if (original !== undefined) groups.set(name, groups.get(original) ?? original)
  }
  const distinct = new Set(judged.map((source) => keyOf(source, groups.get(source.agent) ?? '')))
  return {
    traces: distinct.size,
    agents: new Set(groups.values()).size,
    names: names.length
  }
}

interface Compared {
  readonly source: Source
  readonly words: ReadonlySet<string>
}

/** The same agent with the same code tells nothing new, whatever it writes beside it. */
function keyOf({ id, code }: Source, agent: string): string {
  const bare = (code ?? '').replace(/\s+/g, '')
  return bare === '' ? id : `${agent}\n${bare}`
}

function isCopyOf(name: string, other: string, compared: readonly Compared[]): boolean {
  const [mine, theirs] = [name, other].map((agent) =>
    compared.filter(({ source }) => source.agent === agent)
  )
  if (mine === undefined || theirs === undefined || mine.length === 0) return false
  const copied = mine.filter(({ words }) => theirs.some((one) => alike(words, one.words)))
  return copied.length / mine.length >= leastCopied
}

function shinglesOf({ code, text, problemText }: Source): Set<string> {
  const own = text.replace(problemText, ' ')
  const tokens =
    `${code ?? ''}\n${own}`.toLowerCase().match(/[\p{L}_]+|\p{N}+|[^\s\p{L}\p{N}]/gu) ?? []
  const shingles = new Set<string>()
  for (let i = 0; i + shingleWords <= tokens.length; i += 1)
    shingles.add(tokens.slice(i, i + shingleWords).join(' '))
  if (shingles.size === 0 && tokens.length > 0) shingles.add(tokens.join(' '))
  return shingles
}

/** Jaccard's share (Broder 1997, resemblance of shingles); nothing said is like nothing. */
function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0 || small.size < leastAlike * large.size) return false
  let both = 0
  for (const shingle of small) if (large.has(shingle)) both += 1
  return both / (a.size + b.size - both) >= leastAlike
}
