import type { ReactNode } from 'react'

export type Tone = 'plain' | 'good' | 'care' | 'bad' | 'accent'

/** A small fact: a state, a flag, a count. */
export function Tag(props: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`tag ${props.tone ?? 'plain'}`} title={props.title}>
      {props.children}
    </span>
  )
}

/** Something chosen that can be taken away again. */
export function Chip(props: { children: ReactNode; onRemove?: () => void; name?: string }) {
  return (
    <span className="chip">
      <span>{props.children}</span>
      {props.onRemove !== undefined && (
        <button type="button" aria-label={`Remove ${props.name ?? ''}`} onClick={props.onRemove}>
          ×
        </button>
      )}
    </span>
  )
}

/** A choice that is on or off, with how many it stands for. */
export function Toggle(props: {
  pressed: boolean
  onPress: () => void
  children: ReactNode
  count?: number
}) {
  return (
    <button
      type="button"
      className="chip toggle"
      aria-pressed={props.pressed}
      onClick={props.onPress}
    >
      <span>{props.children}</span>
      {props.count !== undefined && <span className="count numbers">{props.count}</span>}
    </button>
  )
}
