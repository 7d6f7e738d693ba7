import { useState, type ReactNode } from 'react'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { TextArea } from '../parts/field.js'

const asked = {
  reject: {
    title: 'Reject this insight',
    button: 'Reject',
    reasons: ['It is not true in general.', 'It says what everybody knows.', 'It may do harm.'],
    unsaid: 'Not useful.'
  },
  'needs-work': {
    title: 'Send it back to be worked on',
    button: 'Send back',
    reasons: [
      'The example does not show it.',
      'It mixes two things.',
      'When it applies is unclear.'
    ],
    unsaid: null
  },
  retire: {
    title: 'Take it out of force',
    button: 'Retire',
    reasons: ['The library changed.', 'It did not help.', 'Another insight says it better.'],
    unsaid: null
  }
} as const

export type Reasoned = keyof typeof asked

/** Asks for the reason of a verdict; `Enter` sends it. What is only not useful is rejected without one. */
export function ReasonDialog(props: {
  verdict: Reasoned
  /** How many it is said of. */
  count: number
  busy: boolean
  error: ReactNode
  onSay: (reason: string) => void
  onClose: () => void
}) {
  const { title, button, reasons, unsaid } = asked[props.verdict]
  const { count } = props
  const [reason, setReason] = useState('')
  const said = reason.trim() === '' ? unsaid : reason.trim()
  const say = () => {
    if (said !== null) props.onSay(said)
  }
  return (
    <Dialog
      title={count > 1 ? title.replace('this insight', `${String(count)} insights`) : title}
      onClose={props.onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          say()
        }}
      >
        <TextArea
          label={
            unsaid === null
              ? 'Why? Agents and curators see it in the history.'
              : 'Why? It may stay empty where it is only not useful.'
          }
          value={reason}
          required={unsaid === null}
          placeholder={unsaid ?? ''}
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
          <Button type="submit" kind="primary" busy={props.busy} disabled={said === null}>
            {count > 1 ? `${button} ${String(count)}` : button}
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
