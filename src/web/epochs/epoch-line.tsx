import { Ago } from '../parts/ago.js'
import type { Epoch } from './epochs-documents.js'

/** The epochs as stops on a line, with what was in force at each. */
export function EpochLine(props: {
  epochs: readonly Epoch[]
  chosen: readonly [number, number]
  onChoose: (number: number) => void
}) {
  const { epochs, chosen } = props
  return (
    <div className="card">
      {epochs.length > 1 && <InForceChart epochs={epochs} />}
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

/** How many insights were in force, epoch by epoch. */
function InForceChart({ epochs }: { epochs: readonly Epoch[] }) {
  const most = Math.max(1, ...epochs.map(({ inForce }) => inForce))
  const at = (index: number) => (index / (epochs.length - 1)) * 100
  const points = epochs.map(
    ({ inForce }, index) => `${String(at(index))},${String(30 - (inForce / most) * 28)}`
  )
  const words = epochs.map(({ number, inForce }) => `epoch ${String(number)}: ${String(inForce)}`)
  return (
    <figure>
      <figcaption className="muted tiny">Insights in force, at most {most}</figcaption>
      <svg
        className="epoch-chart"
        viewBox="0 0 100 32"
        preserveAspectRatio="none"
        role="img"
        aria-label={`Insights in force. ${words.join(', ')}`}
      >
        <polyline points={points.join(' ')} />
      </svg>
    </figure>
  )
}
