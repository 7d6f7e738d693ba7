import { useEffect, useRef } from 'react'
import { Ago } from '../parts/ago.js'
import type { Epoch } from './epochs-documents.js'
import { useSteps, type Step } from './use-epochs.js'

/** Height of the tallest bar above the line and of the deepest below it, in pixels. */
const tallest = 96

/** The epochs as stops on a line: above it what was in force at their ends, below it what went. */
export function EpochLine(props: {
  epochs: readonly Epoch[]
  chosen: readonly [number, number]
  onChoose: (number: number) => void
}) {
  const { epochs, chosen } = props
  const steps = useSteps(epochs)
  const most = Math.max(1, ...epochs.map(({ inForce }) => inForce))
  const unit = tallest / most
  const picture = useRef<HTMLDivElement>(null)
  const { length } = epochs
  useEffect(() => {
    // Where they do not fit, the newest are what one came for.
    picture.current?.scrollTo({ left: picture.current.scrollWidth })
  }, [length])
  const deepest = Math.max(0, ...[...steps.values()].map(({ gone }) => gone)) * unit
  return (
    <div className="card stack">
      <div
        className="epoch-picture"
        ref={picture}
        role="group"
        aria-label="Epochs, the oldest first"
      >
        {epochs.map((epoch) => (
          <button
            key={epoch.number}
            type="button"
            className="epoch-stop"
            aria-pressed={chosen.includes(epoch.number)}
            onClick={() => {
              props.onChoose(epoch.number)
            }}
          >
            <Bars step={steps.get(epoch.number)} inForce={epoch.inForce} {...{ unit, deepest }} />
            <Words epoch={epoch} step={steps.get(epoch.number)} />
          </button>
        ))}
      </div>
      <ul className="epoch-legend tiny muted" aria-label="Legend">
        <li className="kept">kept from the epoch before</li>
        <li className="changed">in a new revision</li>
        <li className="added">new</li>
        <li className="gone">gone</li>
      </ul>
    </div>
  )
}

/** A stack above the line and one below; grey until it is known what came and what went. */
function Bars(props: { step: Step | undefined; inForce: number; unit: number; deepest: number }) {
  const { step, inForce, unit, deepest } = props
  const known = step ?? { kept: inForce, changed: 0, added: 0, gone: 0 }
  return (
    <span className="epoch-bars" aria-hidden="true">
      <span className="epoch-bar" style={{ height: tallest }}>
        {(['added', 'changed', 'kept'] as const).map(
          (part) =>
            known[part] > 0 && (
              <i key={part} className={part} style={{ height: known[part] * unit }} />
            )
        )}
      </span>
      <span className="epoch-dot" />
      <span className="epoch-below" style={{ height: deepest }}>
        {known.gone > 0 && <i className="gone" style={{ height: known.gone * unit }} />}
      </span>
    </span>
  )
}

function Words({ epoch, step }: { epoch: Epoch; step: Step | undefined }) {
  const { number, state, inForce, note, closedAt, openedAt } = epoch
  return (
    <>
      <strong>Epoch {number}</strong>
      <span className="numbers small">{inForce} in force</span>
      <span className="numbers tiny muted">{step === undefined ? '' : stepWords(step)}</span>
      <span className="muted tiny">
        {state === 'open' ? 'open since ' : 'closed '}
        <Ago at={state === 'open' ? openedAt : closedAt} />
      </span>
      {note !== '' && <span className="muted tiny">{note}</span>}
    </>
  )
}

/** `+3, 1 revised, −2` */
function stepWords({ added, changed, gone }: Step): string {
  const parts = [
    added > 0 ? `+${String(added)}` : '',
    changed > 0 ? `${String(changed)} revised` : '',
    gone > 0 ? `−${String(gone)}` : ''
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'as before' : parts.join(', ')
}
