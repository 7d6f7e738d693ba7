import { useEffect, useState, type ReactNode } from 'react'

/** Copies a text and says so for two seconds. Without `children` it is a small sign. */
export function CopyButton(props: { text: string; name: string; children?: ReactNode }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  useEffect(() => {
    if (copied === 'no') return
    const timer = window.setTimeout(() => {
      setCopied('no')
    }, 2_000)
    return () => {
      window.clearTimeout(timer)
    }
  }, [copied])
  const copy = () => {
    navigator.clipboard.writeText(props.text).then(
      () => {
        setCopied('yes')
      },
      () => {
        setCopied('failed')
      }
    )
  }
  const said = { no: props.children ?? <CopySign />, yes: '✓', failed: '✕' }[copied]
  return (
    <button
      type="button"
      className={props.children === undefined ? 'copy' : 'button plain small'}
      {...(props.children === undefined ? { 'aria-label': saidAloud[copied](props.name) } : {})}
      title={`Copy ${props.name}`}
      onClick={copy}
    >
      {props.children !== undefined && copied === 'yes' ? 'Copied' : said}
    </button>
  )
}

const saidAloud = {
  no: (name: string) => `Copy ${name}`,
  yes: () => 'Copied',
  failed: () => 'Not copied'
} as const

function CopySign() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="12"
      height="12"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
    >
      <rect x="5" y="5" width="8.5" height="8.5" rx="1.5" />
      <path d="M11 2.5H4A1.5 1.5 0 0 0 2.5 4v7" />
    </svg>
  )
}
