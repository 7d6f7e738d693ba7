import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMay } from '../data/session.js'
import { counted } from '../parts/counted.js'
import { CopyButton } from '../parts/copy-button.js'
import { Inline } from '../parts/inline.js'
import { NodeLink } from '../parts/node-link.js'
import { Empty } from '../parts/states.js'
import type { Recommendation } from './ask-documents.js'
import { AnswerItem } from './answer-item.js'
import { FeedbackForm } from './feedback-form.js'
import { useAnswerKeys } from './use-answer-keys.js'
import { useFeedback, type Verdict } from './use-feedback.js'
import { LookedAt } from './looked-at.js'

/** The answer, what decides first, as the agent gets it. */
export function Answer(props: {
  answer: Recommendation
  /** Libraries that the question was kept to. */
  libraries: readonly string[]
  opened: number | null
  onOpen: (citation: number) => void
}) {
  const { answer, libraries } = props
  const lookedAt = <LookedAt question={answer.question} libraries={libraries} />
  const feedback = useFeedback(answer)
  const tells = useMay('sendFeedback')
  useAnswerKeys({
    items: answer.items.length,
    onSource: (item) => {
      const [citation] = answer.items[item]?.citations ?? []
      if (citation !== undefined) props.onOpen(citation)
    },
    onJudge: (item, verdict) => {
      if (tells) feedback.judge(item, verdict)
    }
  })
  if (answer.items.length === 0) return <NothingFits answer={answer}>{lookedAt}</NothingFits>
  return (
    <article className="answer" aria-label="Answer">
      <Head answer={answer} />
      {answer.remarks.map((remark) => (
        <p key={remark} className="notice">
          <Inline text={remark} />
        </p>
      ))}
      <ol className="answer-section">
        {answer.items.map((item, index) => (
          <AnswerItem
            key={index}
            item={item}
            place={index}
            {...props}
            said={feedback.said.items[index]}
            {...(tells && {
              onSay: (verdict: Verdict) => {
                feedback.judge(index, verdict)
              }
            })}
          />
        ))}
      </ol>
      {tells && <FeedbackForm feedback={feedback} />}
      {lookedAt}
    </article>
  )
}

function Head({ answer }: { answer: Recommendation }) {
  const first = answer.items[0]?.path.at(-1)?.id
  return (
    <header className="row">
      <div>
        <h2>{answer.answer}</h2>
        <p className="muted small numbers">
          {counted(answer.items.length, 'item')}, {counted(answer.citations.length, 'source')},{' '}
          {Math.round(answer.ms)} ms
        </p>
      </div>
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
  )
}

function NothingFits({ answer, children }: { answer: Recommendation; children: ReactNode }) {
  return (
    <Empty title={answer.answer}>
      {answer.remarks.map((remark) => (
        <p key={remark}>{remark}</p>
      ))}
      <p>
        <Link href="/libraries">Ingest documentation</Link> that covers it, or let agents record
        what they try.
      </p>
      {children}
    </Empty>
  )
}
