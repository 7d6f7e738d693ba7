import { proseOf } from '../domain/prose.js'
import type { Source } from './source.js'

const glue = new Set(
  `about above after again all also and any are as at based be because been before between both but can code column columns contain contains could create
   data desired did does doing done each else every example expected figure find following for from function get gets give given gives giving has have having here how
   instead into is it its just know like list make many more most need needs new not note now number numbers of on one only onto or other our out output over problem
   put question result results row rows same should show shown since so solution some something such take than that the their them then there these they thing this
   those through to try trying use used uses using value values variable very want was way were what when where which while will with without work working would write
   you your please help think looking able without`.split(/\s+/)
)

const mostWords = 6
const readCharacters = 600

/** Words that the tasks of several problems share, most shared first; of a single problem its most frequent. */
export function taskWords(
  sources: readonly Pick<Source, 'problem' | 'problemTitle' | 'problemText'>[]
): string[] {
  const byProblem = new Map(sources.map((source) => [source.problem, source]))
  const counts = new Map<string, number>()
  for (const { problemTitle, problemText } of byProblem.values()) {
    const text = `${problemTitle}\n${proseOf(problemText).slice(0, readCharacters)}`
    const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}_]{2,24}/gu) ?? []
    for (const word of new Set(words)) if (!glue.has(word)) bump(counts, word)
  }
  const least = byProblem.size > 1 ? 2 : 1
  return [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, n], [b, m]) => m - n || b.length - a.length || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word)
}

function bump(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1)
}
