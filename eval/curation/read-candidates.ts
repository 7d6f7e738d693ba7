import type { Cairn } from '../../src/cairn.js'
import { print } from '../support/print.js'

/** A candidate as a reader judges it: approve as it stands, rewrite, trivial, wrong, duplicate. */
export type ReadCandidate = Pick<
  Awaited<ReturnType<Cairn['reviewQueue']>>['insights'][number],
  'id' | 'title' | 'advice' | 'avoid' | 'gates' | 'flags'
>

/** What waits for a curator, the oldest first. */
export async function readCandidates(cairn: Cairn, most: number): Promise<ReadCandidate[]> {
  const { insights } = await cairn.reviewQueue({ first: most })
  return insights.map(({ id, title, advice, avoid, gates, flags }) => ({
    id,
    title,
    advice,
    avoid,
    gates,
    flags
  }))
}

/** Prints candidates as text to judge: the claim, what speaks against it, and each gate with its reason. */
export function printCandidates(candidates: readonly ReadCandidate[]): void {
  for (const one of candidates) {
    print(`\n${one.title}\n  ${one.advice}${one.avoid === '' ? '' : `\n  but: ${one.avoid}`}`)
    for (const { gate, passed, reason } of one.gates)
      print(`  ${passed ? '+' : '-'} ${gate}: ${reason}`)
  }
}
