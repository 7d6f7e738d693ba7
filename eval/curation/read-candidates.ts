import type { Cairn } from '../../src/cairn.js'

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
