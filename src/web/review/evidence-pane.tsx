import { Link } from 'wouter'
import { Ago } from '../parts/ago.js'
import { Tag } from '../parts/chip.js'
import { EffectBar } from '../parts/effect-bar.js'
import { Inline } from '../parts/inline.js'
import { libraryName } from '../parts/library-name.js'
import { nodeHref } from '../parts/node-link.js'
import { StateTag } from './candidate-pane.js'
import { GateList } from './gate-list.js'
import type { ApiChange, InsightInFull, PastDecision, Quotation } from './review-types.js'
import { NotesSection } from './notes-section.js'
import { TracesSection } from './traces-section.js'

/** All that a decision rests on, in the order in which one looks at it. */
export function EvidencePane(props: { full: InsightInFull }) {
  const { full } = props
  return (
    <section className="evidence" aria-label="Evidence">
      <NotesSection sources={full.sources} />
      <TracesSection key={full.insight.id} sources={full.sources} about={full.insight.about} />
      <section>
        <h2>Documentation</h2>
        {full.quotations.length === 0 && <p className="small muted">{unquoted(full)}</p>}
        {full.quotations.map((quotation) => (
          <QuotationBox key={`${quotation.doc} ${quotation.quote}`} quotation={quotation} />
        ))}
      </section>
      <section>
        <h2>Checks</h2>
        <GateList gates={full.insight.gates} />
      </section>
      <section>
        <h2>Effect</h2>
        <p>
          <EffectBar effect={full.effect} />
        </p>
      </section>
      {full.changes.length > 0 && <Changes changes={full.changes} />}
      <Neighbours full={full} />
      <History decisions={full.decisions} />
    </section>
  )
}

/** What is said where no quotation backs it: what agents saw themselves, documentation need not say. */
function unquoted({ insight }: InsightInFull): string {
  const otherwise = insight.gates
    .map(({ reason }) => /The documentation says otherwise: "([^]*?)"(?: |$)/.exec(reason)?.[1])
    .find((quote) => quote !== undefined)
  if (otherwise !== undefined) return `Documentation says otherwise: “${otherwise}”`
  return insight.gates.some(({ gate }) => gate === 'observed')
    ? 'It does not say this. What agents saw themselves it need not say.'
    : 'No quotation backs it; it cannot be approved like this.'
}

/** Around a quotation the marks of code blocks tell nothing; the code between them stays. */
function withoutFences(text: string): string {
  return text.replace(/^```[\w-]*\n/gm, '').replace(/^```$/gm, '')
}

function QuotationBox({ quotation }: { quotation: Quotation }) {
  const { doc, title, library, quote, holds, before, after } = quotation
  return (
    <figure className="quotation">
      <figcaption className="row small">
        <Link href={nodeHref(doc)}>{title}</Link>
        {library !== null && <span className="muted">{libraryName(library)}</span>}
        {holds ? <Tag tone="good">stands there</Tag> : <Tag tone="bad">no longer stands there</Tag>}
      </figcaption>
      <blockquote className="prose" tabIndex={0}>
        <span className="muted">{withoutFences(before)}</span>
        <mark>{quote}</mark>
        <span className="muted">{withoutFences(after)}</span>
      </blockquote>
    </figure>
  )
}

function Changes({ changes }: { changes: readonly ApiChange[] }) {
  return (
    <section>
      <h2>Changed beneath it</h2>
      <ul className="stack small">
        {changes.map(({ api, kind, before, after, from, to }) => (
          <li key={`${api} ${to}`}>
            <p className="row">
              <code>{api}</code>
              <Tag tone="care">{kind}</Tag>
              <span className="muted">
                {libraryName(from)} to {libraryName(to)}
              </span>
            </p>
            {before !== null && <code className="muted">− {before}</code>}
            {after !== null && (
              <>
                <br />
                <code>+ {after}</code>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Neighbours({ full }: { full: InsightInFull }) {
  const neighbours = [
    ...full.related.map((one) => ({ ...one, note: one.relation.replace('-', ' ') })),
    ...full.similar.map((one) => ({
      ...one,
      note: `${String(Math.round(one.score * 100))} % alike`
    }))
  ]
  return (
    <section>
      <h2>Neighbours</h2>
      {neighbours.length === 0 && <p className="muted">No other insight is close to it.</p>}
      <ul className="stack small">
        {neighbours.map(({ id, title, state, note }) => (
          <li key={`${id} ${note}`} className="neighbour">
            <Link href={`/review?insight=${encodeURIComponent(id)}`}>
              <Inline text={title} />
            </Link>
            <span className="row">
              <StateTag state={state} />
              <span className="muted numbers">{note}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function History({ decisions }: { decisions: readonly PastDecision[] }) {
  return (
    <section>
      <h2>History</h2>
      {decisions.length === 0 && <p className="muted">Nobody has decided on it yet.</p>}
      <ol className="stack small">
        {decisions.map(({ id, kind, by, at, reason }) => (
          <li key={id}>
            <strong>{kind}</strong> by {by}, <Ago at={at} />
            {reason !== '' && <p className="muted">{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
