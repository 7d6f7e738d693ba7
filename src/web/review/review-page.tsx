import { useTitle } from '../parts/page.js'
import { Button } from '../parts/button.js'
import { Async } from '../parts/states.js'
import '../styles/review.css'
import { CandidatePane } from './candidate-pane.js'
import { DecideBar } from './decide-bar.js'
import { DeskDialogs } from './desk-dialogs.js'
import { EditForm } from './edit-form.js'
import { EvidencePane } from './evidence-pane.js'
import { QueuePane } from './queue-pane.js'
import { useDesk } from './use-desk.js'
import { useDeskKeys } from './use-desk-keys.js'

/** Queue, candidate and evidence side by side; a decision by one key. */
export function ReviewPage() {
  useTitle('Review')
  const desk = useDesk()
  const does = useDeskKeys(desk)
  const open = desk.selected !== ''
  return (
    <div className={open ? 'review open' : 'review'}>
      <h1 className="hidden">Review</h1>
      <div className="review-queue">
        <QueuePane desk={desk} />
      </div>
      {open && (
        <>
          <div className="review-candidate" tabIndex={0} role="region" aria-label="The candidate">
            <Button
              kind="quiet"
              small
              className="narrow-only"
              onClick={() => {
                desk.select(null)
              }}
            >
              ← Queue
            </Button>
            <Async query={desk.full} lines={10}>
              {({ insight }) => (
                <CandidatePane
                  insight={insight}
                  acknowledged={desk.acknowledged}
                  onAcknowledge={desk.acknowledge}
                  editing={desk.doing?.kind === 'edit' ? <EditForm desk={desk} /> : null}
                />
              )}
            </Async>
          </div>
          <div className="review-evidence" tabIndex={0} role="region" aria-label="Its evidence">
            {desk.full.data !== undefined && <EvidencePane full={desk.full.data} />}
          </div>
        </>
      )}
      <DecideBar desk={desk} does={does} />
      <DeskDialogs desk={desk} />
    </div>
  )
}
