import type { Verdict } from './use-feedback.js'

/** Says of one item that it helped, or misled; what was said last stands. */
export function ItemVerdict(props: {
  title: string
  said: Verdict | undefined
  onSay: (verdict: Verdict) => void
}) {
  const button = (verdict: Verdict, name: string) => (
    <button
      type="button"
      className={`chip toggle verdict ${verdict}`}
      aria-pressed={props.said === verdict}
      aria-label={`${name}: ${props.title}`}
      onClick={() => {
        if (props.said !== verdict) props.onSay(verdict)
      }}
    >
      {name}
    </button>
  )
  return (
    <span className="row tight push">
      {button('helped', 'Helped')}
      {button('misled', 'Misled')}
    </span>
  )
}
