import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMay } from '../data/session.js'

/** Where a node opens. */
export function nodeHref(id: string): string {
  return `/explore?node=${encodeURIComponent(id)}`
}

/** A link that opens a node, for those who may explore; for others its text, or nothing. */
export function NodeLink(props: {
  id: string
  children: ReactNode
  className?: string
  orNothing?: boolean
}) {
  const open = useMay('expand')
  const { id, children, className, orNothing } = props
  if (!open) return orNothing === true ? null : <span className={className}>{children}</span>
  return (
    <Link href={nodeHref(id)} className={className} title={id}>
      {children}
    </Link>
  )
}
