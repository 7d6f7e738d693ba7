import { useEffect, type ReactNode } from 'react'

/** The frame of a page: its title, the question it answers, and what can be done. */
export function Page(props: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  width?: 'narrow' | 'wide'
  children: ReactNode
}) {
  useTitle(props.title)
  return (
    <div className={`page ${props.width ?? ''}`.trim()}>
      <header className="page-head">
        <div>
          <h1>{props.title}</h1>
          {props.lead !== undefined && <p className="muted">{props.lead}</p>}
        </div>
        {props.actions !== undefined && <div className="row push">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}

/** Names the page in the browser's tab and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Cairn`
  }, [title])
}
