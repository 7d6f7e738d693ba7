import { Ago } from '../parts/ago.js'
import type { Epoch } from './epochs-documents.js'

/** Height of the tallest bar, in pixels. */
const tallest = 72

/** The epochs as stops on a line, each with a bar for what was in force at its end. */
export function EpochLine(props: {
  epochs: readonly Epoch[]
  chosen: readonly [number, number]
  onChoose: (number: number) => void
}) {
  const { epochs, chosen } = props
  const most = Math.max(1, ...epochs.map(({ inForce }) => inForce))
  return (
    <div className="card">
      <div className="epoch-picture" role="group" aria-label="Epochs, the oldest first">
        {epochs.map(({ number, state, inForce, note, closedAt, openedAt }) => (
          <button
            key={number}
            type="button"
            className="epoch-stop"
            aria-pressed={chosen.includes(number)}
            onClick={() => {
              props.onChoose(number)
            }}
          >
            <span className="epoch-bar" style={{ height: tallest }} aria-hidden="true">
              <i style={{ height: `${String((inForce / most) * 100)}%` }} />
            </span>
            <span className="epoch-dot" aria-hidden="true" />
            <strong>Epoch {number}</strong>
            <span className="numbers small">{inForce} in force</span>
            <span className="muted tiny">
              {state === 'open' ? 'open since ' : 'closed '}
              <Ago at={state === 'open' ? openedAt : closedAt} />
            </span>
            {note !== '' && <span className="muted tiny">{note}</span>}
          </button>
        ))}
      </div>
    </div>
  )
}
