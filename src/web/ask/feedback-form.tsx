import { Button } from '../parts/button.js'
import { Toggle } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { TextArea } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import type { FeedbackReceipt } from './ask-documents.js'
import type { FeedbackState, Said } from './use-feedback.js'

/** How the work went: what was cited gains evidence, and what was missing becomes a gap. */
export function FeedbackForm({ feedback }: { feedback: FeedbackState }) {
  const { said, setSaid, send } = feedback
  const { outcome } = said
  const toggle = (one: 'passed' | 'failed', name: string) => (
    <Toggle
      pressed={outcome === one}
      onPress={() => {
        setSaid({ ...said, outcome: outcome === one ? null : one })
      }}
    >
      {name}
    </Toggle>
  )
  return (
    <section className="feedback" aria-label="Feedback">
      <div className="row">
        <h3>How did it go?</h3>
        {toggle('passed', 'It worked')}
        {toggle('failed', 'It failed')}
      </div>
      {outcome !== null && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate(said)
          }}
        >
          <Notes said={said} onChange={setSaid} />
          <div className="row">
            <Button type="submit" kind="primary" busy={send.isPending}>
              Send
            </Button>
          </div>
        </form>
      )}
      {send.isError && <ErrorBox error={send.error} />}
      {send.data !== undefined && <Thanks receipt={send.data} />}
    </section>
  )
}

function Notes(props: { said: Said; onChange: (said: Said) => void }) {
  const { said, onChange } = props
  return (
    <>
      <TextArea
        label="What happened (may stay empty)"
        value={said.note}
        maxLength={4000}
        rows={2}
        autoFocus
        onChange={(event) => {
          onChange({ ...said, note: event.target.value })
        }}
      />
      {said.outcome === 'failed' && (
        <TextArea
          label="What would have helped (becomes a gap to fill)"
          value={said.needed}
          maxLength={4000}
          rows={2}
          onChange={(event) => {
            onChange({ ...said, needed: event.target.value })
          }}
        />
      )}
    </>
  )
}

function Thanks(props: { receipt: FeedbackReceipt }) {
  return (
    <p className="small" role="status">
      {props.receipt.status === 'known' ? 'That was noted already.' : takenIn(props.receipt)}
    </p>
  )
}

function takenIn({ credited, gap }: FeedbackReceipt) {
  const gained = credited.filter(({ passed }) => passed > 0).length
  const lost = credited.length - gained
  const came = [
    ...(gained === 0 ? [] : [`${counted(gained, 'source')} gained evidence`]),
    ...(lost === 0 ? [] : [`${counted(lost, 'source')} lost trust`]),
    ...(gap === null ? [] : ['a gap was noted'])
  ]
  return came.length === 0 ? 'Taken in. Thank you.' : `Taken in: ${came.join(', ')}. Thank you.`
}
