import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { asFailure } from '../data/ask.js'
import { Button } from './button.js'
import { Inline } from './inline.js'

/** Grey lines where text will be; the style shows them only after 200 ms. */
export function Skeleton(props: { lines?: number }) {
  return (
    <div className="skeleton" role="status">
      <span className="hidden">Loading</span>
      {Array.from({ length: props.lines ?? 4 }, (_, index) => (
        <i key={index} style={{ width: `${String(92 - ((index * 23) % 47))}%` }} />
      ))}
    </div>
  )
}

/** What will be here, and what brings it. */
export function Empty(props: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <Stones />
      <p className="empty-title">{props.title}</p>
      {props.children !== undefined && <div className="muted">{props.children}</div>}
      {props.action}
    </div>
  )
}

/** The mark: three stones upon each other. */
export function Stones(props: { size?: number }) {
  const size = props.size ?? 28
  return (
    <svg className="stones" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <ellipse cx="16" cy="25.5" rx="12" ry="4.5" />
      <ellipse cx="17" cy="16.5" rx="8.5" ry="3.8" opacity=".8" />
      <ellipse cx="15.5" cy="8.8" rx="5" ry="3.2" opacity=".6" />
    </svg>
  )
}

const whatToDo: Readonly<Record<string, string>> = {
  OFFLINE: 'Start it with `cairn up`, then try again.',
  GRAPH_UNAVAILABLE: 'Where it was only starting, trying again in a moment helps.',
  MODEL_UNAVAILABLE: 'Where it was only out of reach, trying again in a moment helps.',
  FORBIDDEN: 'Your role does not allow this. An admin can give you another key on the page Keys.',
  UNAUTHENTICATED: 'Sign in again.',
  CONFLICT: 'Somebody was faster. What is here was read again; look, then decide again.',
  NOT_FOUND: 'It may have been removed, or it is in a space that you are no member of.',
  TOO_LARGE: 'Send less at once.',
  TOO_MANY: 'Wait a minute, then try again.',
  BUG: 'The log of the server has the details: `cairn status` says where it is.'
}

/** What happened, what to do, and trying again; the code is for whoever reports it, on hover. */
export function ErrorBox(props: { error: unknown; retry?: () => void }) {
  const { code, message } = asFailure(props.error)
  const advice = whatToDo[code]
  return (
    <div className="error-box" role="alert" data-code={code} title={code}>
      <p>
        <strong>
          <Inline text={message} />
        </strong>
      </p>
      {advice !== undefined && (
        <p className="small">
          <Inline text={advice} />
        </p>
      )}
      {props.retry !== undefined && (
        <Button small onClick={props.retry}>
          Try again
        </Button>
      )}
    </div>
  )
}

/** What a query gives: a skeleton, an error with another try, or its data. */
export function Async<T>(props: {
  query: UseQueryResult<T>
  lines?: number
  children: (data: T) => ReactNode
}) {
  const { query } = props
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && <ErrorBox error={query.error} retry={() => void query.refetch()} />}
        {props.children(query.data)}
      </>
    )
  }
  if (query.isError) return <ErrorBox error={query.error} retry={() => void query.refetch()} />
  return <Skeleton lines={props.lines ?? 4} />
}
