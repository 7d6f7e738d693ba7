import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { useLive } from '../data/live.js'
import { Ago } from '../parts/ago.js'
import { AskButton } from '../parts/ask-button.js'
import { Async } from '../parts/states.js'
import { jobChanged } from '../jobs/jobs-documents.js'
import {
  forgetRankingDocument,
  learnRankingDocument,
  rankingDocument,
  type LearnedRanking
} from './epochs-documents.js'

const key = ['ranking'] as const

/** In which order documentation is shown, and what that was learned from. */
export function LearnedOrder() {
  // Learning it is a job: when one ends, what was learned is asked for again.
  const refetchInterval = useLive(jobChanged, [key])
  const ranking = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      ask<{ ranking: LearnedRanking | null }>(rankingDocument, {}, { signal }).then(
        (answer) => answer.ranking
      ),
    refetchInterval
  })
  return (
    <section className="stack" aria-labelledby="learned-order">
      <div className="row">
        <h2 id="learned-order">Order of documentation</h2>
        <AskButton
          small
          may="learnRanking"
          name="Learn it now"
          document={learnRankingDocument}
          queryKey={key}
        />
        {ranking.data?.inForce === true && (
          <AskButton
            small
            may="forgetRanking"
            name="Back to Cairn’s own"
            document={forgetRankingDocument}
            queryKey={key}
          />
        )}
      </div>
      <Async query={ranking} lines={2}>
        {(learned) =>
          learned === null ? (
            <p className="muted">
              Answers are in the order that Cairn comes with. Curation learns another once 40
              problems were solved by the word of tests or people.
            </p>
          ) : (
            <Learned learned={learned} />
          )
        }
      </Async>
    </section>
  )
}

function Learned({ learned }: { learned: LearnedRanking }) {
  const { problems, families, before, after, low, high, inForce } = learned
  return (
    <>
      <p>
        {inForce
          ? 'Answers are in an order that was learned from solved problems.'
          : 'Answers are in the order that Cairn comes with.'}{' '}
        <span className="muted">{learned.reason}</span>
      </p>
      <p className="facts-line">
        <span>
          learned <Ago at={learned.learnedAt} />
        </span>
        <span>
          from {problems} problems in {families} families
        </span>
        {after > 0 && (
          <span>
            NDCG@10 {before.toFixed(3)} → {after.toFixed(3)}, {signed(after - before)} [
            {signed(low)}, {signed(high)}]
          </span>
        )}
      </p>
      {learned.changes.length > 0 && (
        <p className="facts-line" aria-label="What counts most differently">
          {learned.changes.map((change) => (
            <span key={change.feature}>
              <code>{change.feature}</code> {change.before.toFixed(2)} → {change.after.toFixed(2)}
            </span>
          ))}
        </p>
      )}
    </>
  )
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
}
