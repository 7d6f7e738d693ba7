import { useState, type ReactNode } from 'react'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { TextArea } from '../parts/field.js'

const asked = {
  reject: {
    title: 'Reject this insight',
    button: 'Reject',
    reasons: ['It is not true in general.', 'It says what everybody knows.', 'It may do harm.']
  },
  'needs-work': {
    title: 'Send it back to be worked on',
    button: 'Send back',
    reasons: [
      'The example does not show it.',
      'It mixes two things.',
      'When it applies is unclear.'
    ]
  },
  retire: {
    title: 'Take it out of force',
    button: 'Retire',
    reasons: ['The library changed.', 'It did not help.', 'Another insight says it better.']
  }
} as const

export type Reasoned = keyof typeof asked

/** Asks for the reason that a verdict needs; `Enter` sends it. */
export function ReasonDialog(props: {
  verdict: Reasoned
  busy: boolean
  error: ReactNode
  onSay: (reason: string) => void
  onClose: () => void
}) {
  const { title, button, reasons } = asked[props.verdict]
  const [reason, setReason] = useState('')
  const say = () => {
    if (reason.trim() !== '') props.onSay(reason.trim())
  }
  return (
    <Dialog title={title} onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          say()
        }}
      >
        <TextArea
          label="Why? Agents and curators see it in the history."
          value={reason}
          required
          autoFocus
          maxLength={2000}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            say()
          }}
          onChange={(event) => {
            setReason(event.target.value)
          }}
        />
        <Suggestions reasons={reasons} onChoose={setReason} />
        {props.error}
        <div className="row">
          <Button type="submit" kind="primary" busy={props.busy} disabled={reason.trim() === ''}>
            {button}
          </Button>
          <span className="muted tiny">It can be undone.</span>
        </div>
      </form>
    </Dialog>
  )
}

function Suggestions(props: { reasons: readonly string[]; onChoose: (reason: string) => void }) {
  return (
    <div className="row">
      {props.reasons.map((one) => (
        <button
          key={one}
          type="button"
          className="chip"
          onClick={() => {
            props.onChoose(one)
          }}
        >
          {one}
        </button>
      ))}
    </div>
  )
}
