import { Link } from 'wouter'
import { CopyButton } from '../parts/copy-button.js'
import { NodeLink } from '../parts/node-link.js'
import { Empty } from '../parts/states.js'
import type { Item, Recommendation } from './ask-documents.js'
import { AnswerItem } from './answer-item.js'
import { FeedbackForm } from './feedback-form.js'

const sections: readonly (readonly [section: Item['section'], title: string])[] = [
  ['use', 'Use this'],
  ['worked', 'What worked before'],
  ['watch', 'Watch out']
]

/** The answer, section by section, as the agent gets it. */
export function Answer(props: {
  answer: Recommendation
  opened: number | null
  onOpen: (citation: number) => void
}) {
  const { answer } = props
  const first = answer.items[0]?.path.at(-1)?.id
  if (answer.items.length === 0) {
    return (
      <Empty title="The memory has nothing on this yet">
        <p>{answer.answer}</p>
        <p>
          It is noted as a gap. <Link href="/libraries">Take in documentation</Link> that covers it,
          or let agents record what they try.
        </p>
      </Empty>
    )
  }
  return (
    <article className="answer" aria-label="Answer">
      <header className="row">
        <p className="muted small numbers">
          {answer.items.length} items, {answer.citations.length} sources, {Math.round(answer.ms)} ms
        </p>
        <span className="row push">
          <CopyButton text={answer.markdown} name="the answer as an agent reads it">
            Copy for agent
          </CopyButton>
          {first !== undefined && (
            <NodeLink id={first} className="button plain small" orNothing>
              Explore this
            </NodeLink>
          )}
        </span>
      </header>
      {sections.map(([section, title]) => {
        const items = answer.items.filter((item) => item.section === section)
        if (items.length === 0) return null
        return (
          <section key={section} className={`answer-section ${section}`}>
            <h2>{title}</h2>
            <ol>
              {items.map((item, index) => (
                <AnswerItem key={index} item={item} {...props} />
              ))}
            </ol>
          </section>
        )
      })}
      {answer.remarks.map((remark) => (
        <p key={remark} className="muted small">
          {remark}
        </p>
      ))}
      <FeedbackForm answer={answer} />
    </article>
  )
}
