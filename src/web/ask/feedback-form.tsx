import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Toggle } from '../parts/chip.js'
import { TextArea } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { feedbackDocument, type FeedbackReceipt, type Recommendation } from './ask-documents.js'

interface Said {
  readonly outcome: 'passed' | 'failed'
  readonly note: string
  readonly needed: string
}

/** How it went: what was cited gains evidence, and what was missing becomes a gap. */
export function FeedbackForm(props: { answer: Recommendation }) {
  const [said, setSaid] = useState<Said | null>(null)
  const send = useSend(props.answer.id)
  if (send.data !== undefined) return <Thanks receipt={send.data} />
  const toggle = (outcome: Said['outcome'], name: string) => (
    <Toggle
      pressed={said?.outcome === outcome}
      onPress={() => {
        setSaid(said?.outcome === outcome ? null : { note: '', needed: '', ...said, outcome })
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
      {said !== null && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send.mutate(said)
          }}
        >
          <Notes said={said} onChange={setSaid} />
          {send.isError && <ErrorBox error={send.error} />}
          <div className="row">
            <Button type="submit" kind="primary" busy={send.isPending}>
              Send
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}

function useSend(recommendation: string) {
  return useMutation({
    mutationFn: ({ outcome, note, needed }: Said) =>
      ask<{ sendFeedback: FeedbackReceipt }>(feedbackDocument, {
        input: {
          recommendation,
          from: 'person',
          outcome,
          ...(note.trim() === '' ? {} : { note: note.trim() }),
          ...(needed.trim() === '' || outcome === 'passed' ? {} : { needed: needed.trim() })
        }
      }).then(({ sendFeedback }) => sendFeedback)
  })
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
  const { credited, gap } = props.receipt
  const sources = credited.length === 1 ? '1 source' : `${String(credited.length)} sources`
  return (
    <p className="feedback small" role="status">
      Taken in: {sources} gained evidence{gap === null ? '' : ', and a gap was noted'}. Thank you.
    </p>
  )
}
