import { Tag } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { Inline } from '../parts/inline.js'
import { docsSay, flagWords } from './queue-words.js'
import type { QueuedInsight } from './review-types.js'
import type { Chosen } from './use-chosen.js'

/** One candidate in a line: the claim; below it who saw it and what documentation says, or what it waits for. */
export function QueueRow(props: {
  insight: QueuedInsight
  open: boolean
  chosen: Chosen
  /** Says why it cannot be approved in place of who saw it. */
  blocked: boolean
  onSelect: (id: string) => void
}) {
  const { insight, chosen } = props
  return (
    <div className={chosen.has(insight.id) ? 'queue-line chosen' : 'queue-line'}>
      <input
        type="checkbox"
        aria-label={`Choose ${insight.title}`}
        checked={chosen.has(insight.id)}
        onClick={(event) => {
          chosen.toggle(insight.id, event.shiftKey)
        }}
        // What is clicked decides; React wants to be told that somebody listens.
        onChange={() => undefined}
      />
      <button
        type="button"
        className="queue-row"
        aria-current={props.open ? 'true' : undefined}
        title={insight.title}
        onClick={() => {
          props.onSelect(insight.id)
        }}
      >
        <span className="queue-title">
          <Inline text={insight.title} />
        </span>
        <span className="queue-facts">
          <Standing insight={insight} blocked={props.blocked} />
          {props.blocked && insight.blockedBy !== null ? (
            <span className="queue-reason">{insight.blockedBy}</span>
          ) : (
            <Facts insight={insight} />
          )}
        </span>
      </button>
    </div>
  )
}

function Facts({ insight }: { insight: QueuedInsight }) {
  const docs = docsSay(insight)
  const untold = insight.about.filter((name) => !insight.title.includes(name))
  return (
    <>
      {untold.length > 0 && <span className="queue-about">{untold.join(', ')}</span>}
      <span className="numbers">
        {counted(insight.support, 'session')}, {counted(insight.agents, 'person', 'people')}
      </span>
      <span className={`docs-${docs.stand}`}>{docs.short}</span>
      {insight.needs > 0 && (
        <span className="numbers" title="Failed attempts with what it is about">
          {insight.needs >= 100 ? '100+' : insight.needs} failed with it
        </span>
      )}
    </>
  )
}

function Standing(props: { insight: QueuedInsight; blocked: boolean }) {
  const { insight } = props
  // That documentation says otherwise is told already.
  const flags = insight.flags.filter(
    (flag) => flag !== 'contradiction' || props.blocked || docsSay(insight).stand !== 'oppose'
  )
  const waits = insight.state === 'candidate' || insight.state === 'in-review'
  return (
    <>
      {!waits && <Tag>{insight.state.replace('-', ' ')}</Tag>}
      {insight.claimedBy !== null && <Tag tone="accent">{insight.claimedBy} has it</Tag>}
      {insight.tainted && <Tag tone="bad">may instruct</Tag>}
      {flags.map((flag) => (
        <Tag
          key={flag}
          tone={flag === 'measured-harm' ? 'bad' : 'care'}
          title={insight.marks.find(({ name }) => name === flag)?.says ?? flag}
        >
          {flagWords(flag)}
        </Tag>
      ))}
    </>
  )
}
