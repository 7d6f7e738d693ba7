import type { Gate } from './review-types.js'

/** What each gate asks, for whoever does not know it by name. */
const names: Readonly<Record<string, string>> = {
  backed: 'Documented',
  observed: 'Seen by more than one',
  clear: 'One clear claim',
  supported: 'Enough attempts',
  generalises: 'More than one problem',
  effective: 'Helped those who were shown it',
  'not-anti-pattern': 'Not advised against',
  clean: 'Safe to show',
  'not-duplicate': 'New',
  'not-contradiction': 'Undisputed'
}

/** Each gate with its reason. */
export function GateList(props: { gates: readonly Gate[] }) {
  if (props.gates.length === 0) return <p className="muted">Nothing was checked.</p>
  return (
    <ul className="gate-list">
      {props.gates.map(({ gate, passed, reason }) => (
        <li key={gate} className={passed ? 'passed' : 'failed'}>
          <span aria-hidden="true">{passed ? '✓' : '×'}</span>
          <span>
            <strong>{names[gate] ?? gate}</strong>{' '}
            <span className="hidden">{passed ? 'holds' : 'does not hold'}</span>
            <span className="muted">{reason}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
