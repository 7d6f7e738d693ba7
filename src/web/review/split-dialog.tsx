import { useState, type ReactNode } from 'react'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import type { Insight, Words } from './review-types.js'
import { WordsFields, wordsOf } from './words-form.js'

/** Makes several of one: each part begins with the words of the whole. */
export function SplitDialog(props: {
  insight: Insight
  busy: boolean
  error: ReactNode
  onSplit: (into: readonly Words[]) => void
  onClose: () => void
}) {
  const whole = wordsOf(props.insight)
  const [parts, setParts] = useState<readonly Words[]>([whole, whole])
  return (
    <Dialog title="Split" wide onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          props.onSplit(parts)
        }}
      >
        <div className="split-parts">
          {parts.map((part, index) => (
            <fieldset key={index} className="stack">
              <legend>Part {index + 1}</legend>
              <WordsFields
                words={part}
                onChange={(words) => {
                  setParts(parts.map((one, at) => (at === index ? words : one)))
                }}
              />
            </fieldset>
          ))}
        </div>
        {props.error}
        <div className="row">
          <Button type="submit" kind="primary" busy={props.busy}>
            Split into {parts.length}
          </Button>
          <Button
            onClick={() => {
              setParts([...parts, whole])
            }}
          >
            Another part
          </Button>
          {parts.length > 2 && (
            <Button
              kind="quiet"
              onClick={() => {
                setParts(parts.slice(0, -1))
              }}
            >
              Without the last
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
