import { useState } from 'react'
import { Link } from 'wouter'
import { Tag } from '../parts/chip.js'
import { Code } from '../parts/code.js'
import { Diff } from '../parts/diff.js'
import { Select } from '../parts/field.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { nodeHref } from '../parts/node-link.js'
import type { InsightSource } from './review-documents.js'

type WithCode = InsightSource & { readonly code: string }

/** Attempts beneath an insight: one that passed beside one that failed, what differs marked. */
export function TracesSection(props: { sources: readonly InsightSource[] }) {
  const attempts = props.sources.filter(
    (source): source is WithCode => source.label === 'Trace' && source.code !== null
  )
  const passing = attempts.filter(({ outcome }) => outcome === 'passed')
  const failing = attempts.filter(({ outcome }) => outcome === 'failed')
  const others = props.sources.filter((source) => source.label !== 'Trace')
  return (
    <section>
      <h2>Traces</h2>
      {attempts.length === 0 && <p className="muted">None of its traces has code.</p>}
      {passing.length > 0 && failing.length > 0 ? (
        <Compare passing={passing} failing={failing} />
      ) : (
        attempts.slice(0, 2).map((attempt) => <One key={attempt.id} attempt={attempt} />)
      )}
      {others.length > 0 && <Lessons lessons={others} />}
    </section>
  )
}

function Compare(props: { passing: readonly WithCode[]; failing: readonly WithCode[] }) {
  const [chosen, setChosen] = useState<{ pass?: string; fail?: string }>({})
  const { passing, failing } = props
  const fail = failing.find(({ id }) => id === chosen.fail) ?? failing[0]
  const pass = passing.find(({ id }) => id === chosen.pass) ?? nearestTo(fail, passing)
  if (pass === undefined || fail === undefined) return null
  return (
    <>
      <div className="compare-choice">
        <Select
          label={`Failed, ${String(failing.length)} in all`}
          options={failing.map(choice)}
          value={fail.id}
          onChange={(event) => {
            setChosen({ fail: event.target.value })
          }}
        />
        <Select
          label={`Passed, ${String(passing.length)} in all`}
          options={passing.map(choice)}
          value={pass.id}
          onChange={(event) => {
            setChosen({ fail: fail.id, pass: event.target.value })
          }}
        />
      </div>
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

/** The attempt that shares the most lines, so that what decided is seen. */
function nearestTo(fail: WithCode | undefined, passing: readonly WithCode[]): WithCode | undefined {
  const lines = new Set(fail?.code.split('\n').map((line) => line.trim()))
  const shared = ({ code, title }: WithCode) =>
    code.split('\n').filter((line) => lines.has(line.trim())).length +
    (title === fail?.title ? 0.5 : 0)
  return passing.reduce<WithCode | undefined>(
    (best, one) => (best === undefined || shared(one) > shared(best) ? one : best),
    undefined
  )
}

/** The text of a failed attempt begins with its error. */
function firstLine({ text }: InsightSource): string {
  return text.split('\n', 1)[0] ?? ''
}

function choice(source: InsightSource): readonly [string, string] {
  return [source.id, `${endedName(source)}: ${source.title}`]
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

function Lessons({ lessons }: { lessons: readonly InsightSource[] }) {
  return (
    <details>
      <summary>
        {lessons.length} {lessons.length === 1 ? 'lesson' : 'lessons'}
      </summary>
      <ul className="stack small">
        {lessons.map(({ id, label, text, outcome }) => (
          <li key={id} className="row">
            <NodeGlyph label={label} />
            <Link href={nodeHref(id)}>{text}</Link>
            {outcome !== null && <Tag>{outcome.toLowerCase().replace('_', ' ')}</Tag>}
          </li>
        ))}
      </ul>
    </details>
  )
}
