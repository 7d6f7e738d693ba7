import { useState } from 'react'
import { Link } from 'wouter'
import { Tag } from '../parts/chip.js'
import { Code } from '../parts/code.js'
import { Diff } from '../parts/diff.js'
import { Select } from '../parts/field.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { nodeHref } from '../parts/node-link.js'
import { pairsOf, type Pair, type WithCode } from './pairs-of.js'
import type { InsightSource } from './review-types.js'

/** Attempts beneath an insight: one that failed beside one that passed at the same problem, what differs marked. */
export function TracesSection(props: {
  sources: readonly InsightSource[]
  about: readonly string[]
}) {
  const attempts = props.sources.filter(
    (source): source is WithCode => source.label === 'Trace' && source.code !== null
  )
  const pairs = pairsOf(attempts, props.about)
  const own = attempts.filter((attempt) => attempt.own)
  return (
    <section>
      <h2>Attempts</h2>
      {attempts.length === 0 && <p className="muted">None of its attempts has code.</p>}
      {pairs.length > 0 ? (
        <Compare pairs={pairs} />
      ) : (
        own.length > 0 && (
          <>
            <p className="muted small">{alone(own)}</p>
            {own.slice(0, 2).map((attempt) => (
              <One key={attempt.id} attempt={attempt} />
            ))}
          </>
        )
      )}
    </section>
  )
}

/** Why there is nothing to compare. */
function alone(own: readonly WithCode[]): string {
  return own.some(({ outcome }) => outcome === 'failed')
    ? 'Nobody has passed at these problems yet, so there is nothing to compare.'
    : 'Nobody has failed at these problems, so there is nothing to compare.'
}

function Compare({ pairs }: { pairs: readonly Pair[] }) {
  const [chosen, setChosen] = useState('')
  const pair = pairs.find(({ problem }) => problem === chosen) ?? pairs[0]
  if (pair === undefined) return null
  const { fail, pass } = pair
  return (
    <>
      {pairs.length === 1 ? (
        <p className="small muted">{pass.title}</p>
      ) : (
        <Select
          label={`At the same problem, one of ${String(pairs.length)}`}
          options={pairs.map(({ problem, pass: { title } }) => [problem, title] as const)}
          value={pair.problem}
          onChange={(event) => {
            setChosen(event.target.value)
          }}
        />
      )}
      <Diff
        left={{ title: `× ${endedName(fail)}`, text: fail.code }}
        right={{ title: `✓ ${endedName(pass)}`, text: pass.code }}
      />
      <p className="small muted">{firstLine(fail)}</p>
      <p className="row small">
        <Link href={nodeHref(fail.id)}>Open the failed trace</Link>
        <Link href={nodeHref(pass.id)}>Open the passed trace</Link>
        {(fail.tainted || pass.tainted) && <Tag tone="bad">may hold instructions</Tag>}
      </p>
    </>
  )
}

/** The text of a failed attempt begins with its error; of a traceback the line that names it. */
function firstLine({ text }: InsightSource): string {
  const lines = text.split('\n')
  const named = lines.find((line) => /^[\w.]*(?:Error|Exception|Warning|Exit)\b/.test(line))
  return named ?? lines[0] ?? ''
}

/** Who tried, how it ended, and on whose word. */
function endedName({ agent, ended, outcome }: InsightSource): string {
  return `${agent ?? 'unknown'}: ${ended ?? outcome ?? 'unknown'}`
}

function One({ attempt }: { attempt: WithCode }) {
  return (
    <div className="stack">
      <p className="row small">
        <NodeGlyph label="Trace" outcome={attempt.outcome} />
        <Link href={nodeHref(attempt.id)}>{attempt.title}</Link>
        <span className="muted">{endedName(attempt)}</span>
      </p>
      <Code text={attempt.code} name={`Code of ${attempt.agent ?? 'an agent'}: ${attempt.title}`} />
    </div>
  )
}
