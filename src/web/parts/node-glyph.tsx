import { nodeKind } from '../node-kinds.js'

/** The colour and the glyph of a kind of node; its name for screen readers unless it stands beside. */
export function NodeGlyph(props: {
  label: string
  outcome?: string | null
  size?: number
  named?: boolean
}) {
  const kind = nodeKind(props.label, props.outcome)
  const size = props.size ?? 18
  const hollow = kind.hollow === true
  return (
    <svg
      className="node-glyph"
      viewBox="0 0 20 20"
      width={size}
      height={size}
      {...(props.named === true
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': kind.name })}
    >
      <circle
        cx="10"
        cy="10"
        r={hollow ? 8.5 : 9.5}
        fill={hollow ? 'var(--surface)' : kind.colour}
        stroke={hollow ? kind.colour : 'none'}
        strokeWidth={hollow ? 2.5 : 0}
      />
      <text x="10" y="14.2" textAnchor="middle" fill={hollow ? 'var(--text)' : kind.ink}>
        {kind.glyph}
      </text>
    </svg>
  )
}
