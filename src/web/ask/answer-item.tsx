import { useId, useState } from 'react'
import { Tag } from '../parts/chip.js'
import { Code } from '../parts/code.js'
import { Inline } from '../parts/inline.js'
import { NodeGlyph } from '../parts/node-glyph.js'
import { kindTitles, type Citation, type Item, type Recommendation } from './ask-documents.js'
import { ItemVerdict } from './item-verdict.js'
import type { Verdict } from './use-feedback.js'
import { WhyPath } from './why-path.js'

/** One piece of advice: what, why in a line, evidence, sources, and the path to it. */
export function AnswerItem(props: {
  item: Item
  /** Its place in the answer. */
  place: number
  answer: Recommendation
  opened: number | null
  onOpen: (citation: number) => void
  said: Verdict | undefined
  /** Left out where the one who asks may not tell. */
  onSay?: (verdict: Verdict) => void
}) {
  const { item, answer } = props
  const [why, setWhy] = useState(false)
  const path = useId()
  const cited = answer.citations.filter(({ number }) => item.citations.includes(number))
  const { body, evidence } = item
  return (
    <li className="answer-item" data-item={props.place} tabIndex={-1}>
      <Title item={item} cited={cited} />
      {body !== '' && (
        <p className="prose">
          <Inline text={body} />
        </p>
      )}
      {evidence !== null && <p className="muted small">{evidence}</p>}
      {item.code !== null && <Code text={item.code} name={`Code: ${item.title}`} />}
      <div className="row small">
        {cited.map((citation) => (
          <Source key={citation.number} citation={citation} {...props} />
        ))}
        <button
          type="button"
          className="button quiet small"
          aria-expanded={why}
          aria-controls={path}
          onClick={() => {
            setWhy(!why)
          }}
        >
          Why?
        </button>
        {props.onSay !== undefined && (
          <ItemVerdict title={item.title} said={props.said} onSay={props.onSay} />
        )}
      </div>
      <p className="muted small">{reasonOf(item)}</p>
      <div id={path} hidden={!why}>
        {why && <WhyPath question={answer.question} steps={item.path} />}
      </div>
    </li>
  )
}

function Title({ item, cited }: { item: Item; cited: readonly Citation[] }) {
  const label = kindTitles[item.kind]
  return (
    <div className="row answer-title">
      <NodeGlyph label={item.path.at(-1)?.label ?? cited[0]?.label ?? ''} {...outcomeOf(item)} />
      <h3>
        <Inline text={item.title} />
      </h3>
      {label !== '' && <Tag>{label}</Tag>}
      {item.version !== null && <span className="muted small">{item.version}</span>}
    </div>
  )
}

/** The reason repeats the title where it is about one node only. */
function reasonOf(item: Item): string {
  const named = item.path.at(-1)?.title
  const reason =
    named !== undefined && item.reason.startsWith(`${named}: `)
      ? item.reason.slice(named.length + 2)
      : item.reason
  return reason.charAt(0).toUpperCase() + reason.slice(1)
}

function outcomeOf(item: Item): { outcome?: string } {
  return item.kind === 'failed' || item.kind === 'deprecated' ? { outcome: 'failed' } : {}
}

function Source(props: {
  citation: Citation
  opened: number | null
  onOpen: (citation: number) => void
}) {
  const { citation } = props
  return (
    <button
      type="button"
      className="source"
      aria-expanded={props.opened === citation.number}
      title={citation.quote}
      onClick={() => {
        props.onOpen(citation.number)
      }}
    >
      <span className="numbers">[{citation.number}]</span> <span>{citation.source}</span>
    </button>
  )
}
