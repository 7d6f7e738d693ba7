import type { Gate } from './review-documents.js'

/** A mark for each gate: filled where it was passed, crossed where it was not. */
export function GateMarks(props: { gates: readonly Gate[] }) {
  const { gates } = props
  const passed = gates.filter((gate) => gate.passed).length
  const failed = gates.filter((gate) => !gate.passed).map(({ gate }) => gate)
  const words = `${String(passed)} of ${String(gates.length)} gates passed${failed.length === 0 ? '' : `; not: ${failed.join(', ')}`}`
  if (gates.length === 0) return <span className="muted tiny">no gates</span>
  return (
    <span className="gate-marks" role="img" aria-label={words} title={words}>
      {gates.map(({ gate, passed: ok }) => (
        <i key={gate} className={ok ? 'passed' : 'failed'} />
      ))}
    </span>
  )
}

/** Each gate with its reason. */
export function GateList(props: { gates: readonly Gate[] }) {
  return (
    <ul className="gate-list">
      {props.gates.map(({ gate, passed, reason }) => (
        <li key={gate} className={passed ? 'passed' : 'failed'}>
          <span aria-hidden="true">{passed ? '✓' : '×'}</span>
          <span>
            <strong>{gate}</strong> <span className="hidden">{passed ? 'passed' : 'failed'}</span>
            <span className="muted">{reason}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
