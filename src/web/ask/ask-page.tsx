import { useAddress } from '../data/address.js'
import { Page } from '../parts/page.js'
import { Panel } from '../parts/panel.js'
import { Async, Skeleton } from '../parts/states.js'
import '../styles/ask.css'
import { Answer } from './answer.js'
import { Examples } from './examples.js'
import { QuestionForm } from './question-form.js'
import { SourcePanel } from './source-panel.js'
import { useAnswer, useQuestion } from './use-question.js'

/** One question, and the answer as an agent gets it. */
export function AskPage() {
  const { question, put } = useQuestion()
  const { get, set } = useAddress()
  const answer = useAnswer(question)
  const shown = answer.data
  const source = shown?.citations.find(({ number }) => String(number) === get('source'))
  // A link to a source has its panel from the start, so that nothing moves when the answer comes.
  const opening = get('source') !== null && question.text !== '' && answer.isPending
  const close = () => {
    set({ source: null })
  }
  return (
    <Page
      title="Ask"
      width="narrow"
      lead="What an agent would be told, with every source behind it."
    >
      <QuestionForm
        key={question.text}
        question={question}
        answered={shown?.libraries ?? []}
        busy={answer.isFetching}
        onAsk={put}
      />
      <div aria-live="polite" className="answer-box">
        {question.text !== '' && (
          <Async query={answer} lines={8}>
            {(told) => (
              <Answer
                key={told.id}
                answer={told}
                libraries={question.libraries}
                opened={source?.number ?? null}
                onOpen={(number) => {
                  set({ source: String(number) })
                }}
              />
            )}
          </Async>
        )}
        {question.text === '' && (
          <Examples
            onAsk={(text) => {
              put({ text, libraries: [], without: null })
            }}
          />
        )}
      </div>
      {opening && (
        <Panel name="Source" title="Source" onClose={close}>
          <Skeleton lines={8} />
        </Panel>
      )}
      {source !== undefined && <SourcePanel citation={source} onClose={close} />}
    </Page>
  )
}
