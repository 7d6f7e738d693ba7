import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { nodeHref } from '../parts/node-link.js'
import { Page } from '../parts/page.js'
import { Async } from '../parts/states.js'
import '../styles/lists.css'
import { Neo4jBrowser } from './neo4j-browser.js'
import { healthDocument, type Finding, type HealthAnswer } from './health-documents.js'

type Name = keyof HealthAnswer['health']

/** What each finding is called, how to mend it, and where its examples open. */
const findings: readonly (readonly [
  name: Name,
  title: string,
  mend: ReactNode,
  to: ((id: string) => string) | null
])[] = [
  [
    'silentHosts',
    'Connected hosts of which nothing came in for a day',
    <>
      Each says below what helps; <code>cairn status</code> says what came in of which host.
    </>,
    null
  ],
  [
    'failingJobs',
    'Jobs that failed',
    <>
      Read why on <Link href="/jobs">Jobs</Link>, then start them again.
    </>,
    (id) => `/jobs?job=${encodeURIComponent(id)}`
  ],
  [
    'rejectedWrites',
    'Jobs that refused some of their input',
    <>
      The result on <Link href="/jobs">Jobs</Link> names each and why; mend and send them again.
    </>,
    (id) => `/jobs?job=${encodeURIComponent(id)}`
  ],
  [
    'suspendedInsights',
    'Insights that answers did worse with',
    <>
      They are not shown any more. On <Link href="/review">Review</Link> reject or edit them, or
      approve them again.
    </>,
    insightHref
  ],
  [
    'contradictedInsights',
    'Insights in force that another contradicts',
    <>
      Open both on <Link href="/insights">Insights</Link>; retire or narrow one.
    </>,
    insightHref
  ],
  [
    'nearDuplicates',
    'Insights in force that say nearly the same',
    <>
      Merge them on <Link href="/review">Review</Link>.
    </>,
    insightHref
  ],
  [
    'neverUsedInsights',
    'Insights in force that no answer cited',
    <>
      See on <Link href="/insights">Insights</Link> whether when they apply is put too narrowly.
    </>,
    insightHref
  ],
  [
    'openGaps',
    'Open gaps',
    <>
      Fill them, or say that they need not be, on <Link href="/gaps">Gaps</Link>.
    </>,
    nodeHref
  ],
  [
    'missingVectors',
    'Nodes without a vector',
    <>
      <code>cairn reembed</code> gives them one.
    </>,
    nodeHref
  ],
  [
    'orphans',
    'Nodes that miss an edge',
    <>
      Take the library in again on <Link href="/libraries">Libraries</Link>; what stays should be
      reported.
    </>,
    nodeHref
  ]
]

function insightHref(id: string): string {
  return `/insights/${encodeURIComponent(id)}`
}

/** What is amiss, and how to mend it. */
export function HealthPage() {
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask<HealthAnswer>(healthDocument, {}, { signal })
  })
  return (
    <Page
      title="Health"
      lead="What should not be, how much of it there is, and how to mend it."
      actions={
        <Button busy={health.isFetching} onClick={() => void health.refetch()}>
          Look again
        </Button>
      }
    >
      <Async query={health} lines={10}>
        {(answer) => (
          <>
            <div className="card">
              {findings
                .map((finding) => [...finding, merged(answer.health[finding[0]])] as const)
                // What needs a look first; the order within both stays.
                .sort((a, b) => Number(b[4].count > 0) - Number(a[4].count > 0))
                .map(([name, title, mend, to, found]) => (
                  <FindingRow key={name} {...{ title, mend, to, found }} />
                ))}
            </div>
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

function FindingRow(props: {
  title: string
  mend: ReactNode
  to: ((id: string) => string) | null
  found: Finding
}) {
  const { title, mend, to, found } = props
  const fine = found.count === 0
  return (
    <section className={fine ? 'finding fine' : 'finding'}>
      <span className="big-number numbers">{found.count}</span>
      <div className="stack tight">
        <h2 className="row small">
          {title} {fine ? <Tag tone="good">fine</Tag> : <Tag tone="care">look</Tag>}
        </h2>
        {!fine && <p className="small">{mend}</p>}
        {!fine && found.examples.length > 0 && (
          <details className="small">
            <summary>
              {found.examples.length === 1
                ? 'The one'
                : `${String(found.examples.length)} examples`}
            </summary>
            <ul>
              {found.examples.map(({ id, title: name }) => (
                <li key={id}>{to === null ? name : <Link href={to(id)}>{name}</Link>}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </section>
  )
}

function Holdings({ status }: { status: HealthAnswer['status'] }) {
  const number = new Intl.NumberFormat('en')
  return (
    <section className="stack">
      <h2>What it holds</h2>
      <div className="holdings">
        {[...status.nodes]
          .filter(({ count }) => count > 0)
          .sort((a, b) => b.count - a.count)
          .map(({ name, count }) => (
            <span key={name} className="row small">
              <NodeGlyph label={name} named />
              <span>{name}</span>
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
