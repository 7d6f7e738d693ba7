import { Link, useParams } from 'wouter'
import { useMay } from '../data/session.js'
import { Page } from '../parts/page.js'
import { Async } from '../parts/states.js'
import { CandidatePane } from '../review/candidate-pane.js'
import { EvidencePane } from '../review/evidence-pane.js'
import { useInsight } from '../review/use-queue.js'
import { PublishInsight } from './publish-insight.js'
import '../styles/review.css'

/** One insight to read, with its evidence; what is to be decided on it is decided on Review. */
export function InsightPage() {
  const { id = '' } = useParams()
  const insight = useInsight(decodeURIComponent(id))
  const review = useMay('approveInsight')
  return (
    <Page
      title="Insight"
      actions={
        review && (
          <Link
            className="button plain"
            href={`/review?insight=${encodeURIComponent(decodeURIComponent(id))}`}
          >
            Open in Review
          </Link>
        )
      }
    >
      <Async query={insight} lines={10}>
        {(full) => (
          <div className="insight-page">
            <CandidatePane
              insight={full.insight}
              acknowledged={[]}
              onAcknowledge={null}
              editing={null}
            />
            <EvidencePane full={full} />
            <PublishInsight insight={full.insight} />
          </div>
        )}
      </Async>
    </Page>
  )
}
