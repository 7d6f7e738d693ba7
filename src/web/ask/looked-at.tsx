import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { TextField } from '../parts/field.js'
import { NodeLink } from '../parts/node-link.js'
import { Async } from '../parts/states.js'
import { findDocument, whyDocument, type Why } from './ask-documents.js'

/** So many candidates are listed. */
const listed = 12

interface Asked {
  readonly question: string
  readonly libraries: readonly string[]
}

/** What an answer was chosen from, and where a node was lost that somebody misses. */
export function LookedAt(props: Asked) {
  const [open, setOpen] = useState(false)
  const list = useId()
  return (
    <section className="looked-at" aria-label="What was looked at">
      <button
        type="button"
        className="button quiet small"
        aria-expanded={open}
        aria-controls={list}
        onClick={() => {
          setOpen(!open)
        }}
      >
        What was looked at
      </button>
      <div id={list} hidden={!open}>
        {open && <Candidates {...props} />}
      </div>
    </section>
  )
}

function Candidates({ question, libraries }: Asked) {
  const [missed, setMissed] = useState('')
  const [node, setNode] = useState<string | null>(null)
  const why = useQuery({
    queryKey: ['why', question, libraries, node],
    queryFn: ({ signal }) =>
      ask<{ why: Why }>(whyDocument, { question, libraries, node }, { signal }).then((r) => r.why)
  })
  return (
    <>
      <Async query={why} lines={6}>
        {(told) => <Told why={told} />}
      </Async>
      <form
        className="row looked-at-form"
        onSubmit={(event) => {
          event.preventDefault()
          void idOf(missed.trim(), libraries).then(setNode)
        }}
      >
        <TextField
          label="What you miss: its name or id"
          value={missed}
          placeholder="LoggerOptions.redact"
          onChange={(event) => {
            setMissed(event.target.value)
          }}
        />
        <Button type="submit" small>
          Why is it missing?
        </Button>
      </form>
    </>
  )
}

/** A name is that of what is found for it first; an id is itself. */
async function idOf(said: string, libraries: readonly string[]): Promise<string | null> {
  if (said === '' || /^[a-z-]+:\S+$/.test(said)) return said === '' ? null : said
  const { search } = await ask<{ search: readonly { readonly id: string }[] }>(findDocument, {
    question: said,
    libraries
  })
  return search[0]?.id ?? said
}

function Told({ why }: { why: Why }) {
  const { foreign, threshold, candidates, node } = why
  return (
    <>
      {node !== null && (
        <p role="status">
          <NodeLink id={node.id}>{node.id}</NodeLink>: <strong>{node.fate}</strong>
        </p>
      )}
      <p className="muted small">
        {foreign !== null
          ? `The question is about ${foreign}, which is not held: nothing was looked at.`
          : `What is likely to be of use is shown, from ${percent(threshold)} on; the likeliest first.`}
      </p>
      <ol className="looked-at-list">
        {candidates.slice(0, listed).map((one) => (
          <li key={one.id}>
            <span className="numbers muted">{percent(one.probability)}</span>
            <span>
              <NodeLink id={one.id}>{one.title}</NodeLink>{' '}
              <span className="muted small">{one.library}</span> {one.shown && <Tag>likely</Tag>}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function percent(share: number): string {
  return `${String(Math.round(100 * share))} %`
}
