import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { nodeKind } from '../node-kinds.js'
import { Button } from '../parts/button.js'
import { counted } from '../parts/counted.js'
import { Inline } from '../parts/inline.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { Page } from '../parts/page.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { findings, type FindingWords } from './findings.js'
import { healthDocument, type Finding, type HealthAnswer } from './health-documents.js'
import { Neo4jBrowser } from './neo4j-browser.js'
import { Trends } from './trends.js'

/** So many of what was found are named. */
const mostExamples = 3

/** How the memory does, what is amiss, and the button that helps. */
export function HealthPage() {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask<HealthAnswer>(healthDocument, {}, { signal })
  })
  return (
    <Page
      title="Health"
      lead="How the memory does, what is wrong in this space, and what to do about it."
      actions={
        <Button busy={health.isFetching} onClick={() => void health.refetch()}>
          Check again
        </Button>
      }
    >
      <Trends />
      <Async query={health} lines={10}>
        {(answer) => (
          <>
            <Findings health={answer.health} />
            <Holdings status={answer.status} />
          </>
        )}
      </Async>
    </Page>
  )
}

/** A finding of several kinds as one, its kinds said. */
function merged(found: Finding | readonly Finding[]): Finding {
  if (!('length' in found)) return found
  const some = found.filter(({ count }) => count > 0)
  return {
    what: some.map(({ what, count }) => `${what}: ${String(count)}`).join(', '),
    count: some.reduce((sum, { count }) => sum + count, 0),
    examples: some.flatMap(({ examples }) => examples)
  }
}

function Findings({ health }: { health: HealthAnswer['health'] }) {
  const all = findings.map((words) => ({ words, found: merged(health[words.name]) }))
  const amiss = all.filter(({ found }) => found.count > 0)
  const fine = all.filter(({ found }) => found.count === 0)
  return (
    <>
      {amiss.length === 0 ? (
        <Empty title="Nothing is wrong">All {all.length} checks found nothing.</Empty>
      ) : (
        <div className="card">
          {amiss.map(({ words, found }) => (
            <FindingRow key={words.name} words={words} found={found} />
          ))}
        </div>
      )}
      {amiss.length > 0 && fine.length > 0 && (
        <details>
          <summary className="small">{counted(fine.length, 'check')} found nothing</summary>
          <ul className="small muted">
            {fine.map(({ words }) => (
              <li key={words.name}>{words.title}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function FindingRow({ words, found }: { words: FindingWords; found: Finding }) {
  const { title, why, to, act } = words
  const shown = found.examples.slice(0, mostExamples)
  return (
    <section className="finding" aria-label={title}>
      <span className="big-number numbers">{found.count}</span>
      <div className="stack tight">
        <h2 className="small">{title}</h2>
        <p className="small muted">{why}</p>
        <ul className="stack tight small">
          {shown.map(({ id, title: name }) => (
            <li key={id}>
              {to === null ? (
                <Inline text={name} />
              ) : (
                <Link href={to(id)}>
                  <Inline text={name} />
                </Link>
              )}
            </li>
          ))}
        </ul>
        {found.count > shown.length && shown.length > 0 && (
          <p className="tiny muted">and {found.count - shown.length} more</p>
        )}
        <div className="row">{act}</div>
      </div>
    </section>
  )
}

function Holdings({ status }: { status: HealthAnswer['status'] }) {
  const number = new Intl.NumberFormat('en')
  return (
    <section className="stack">
      <h2>What it holds, in all spaces in sight</h2>
      <div className="holdings">
        {[...status.nodes]
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count)
          .map(({ name, count }) => (
            <span key={name} className="row small">
              <NodeGlyph label={name} named />
              <span>{nodeKind(name).label === '' ? name : nodeKind(name).name}</span>
              <span className="numbers push">{number.format(count)}</span>
            </span>
          ))}
      </div>
      <p className="muted small">
        Compared by <code>{status.embedder}</code>, {status.dimensions} dimensions; graph at{' '}
        <code>{status.graph}</code>.
      </p>
      {status.browserUrl !== null && <Neo4jBrowser url={status.browserUrl} />}
    </section>
  )
}
