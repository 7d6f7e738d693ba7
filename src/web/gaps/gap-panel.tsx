import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { useMay, useSession } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { counted } from '../parts/counted.js'
import { nodeHref } from '../parts/node-link.js'
import { Panel } from '../parts/panel.js'
import { Async, ErrorBox } from '../parts/states.js'
import {
  gapDocument,
  takeGapDocument,
  type GapAsker,
  type GapInFull,
  type Taken
} from './gaps-documents.js'
import { NearestHeld } from './nearest-held.js'
import { Suggestions } from './suggestions.js'

/** One gap: who asked, what is nearest of what is held, what may fill it, and who sees to it. */
export function GapPanel(props: { id: string; onClose: () => void }) {
  const { id } = props
  const gap = useQuery({
    queryKey: ['gap', id],
    queryFn: ({ signal }) =>
      ask<{ gap: GapInFull }>(gapDocument, { id }, { signal }).then((answer) => answer.gap)
  })
  return (
    <Panel name="Gap" title={gap.data?.gap.text ?? 'Gap'} focusOn={id} onClose={props.onClose}>
      <Async query={gap} lines={8}>
        {(full) => (
          <>
            <Taking full={full} />
            <Asked full={full} />
            <NearestHeld text={full.gap.text} />
            <Suggestions suggestions={full.suggestions} />
          </>
        )}
      </Async>
    </Panel>
  )
}

/** Who sees to it, and taking it or leaving it to others. */
function Taking({ full }: { full: GapInFull }) {
  const { id, takenBy } = full.gap
  const me = useSession().principal.name
  const may = useMay('takeGap')
  const client = useQueryClient()
  const take = useMutation({
    mutationFn: (yes: boolean) => ask<Taken>(takeGapDocument, { id, take: yes }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['gap', id] }),
        client.invalidateQueries({ queryKey: ['gaps'] })
      ])
  })
  const mine = takenBy === me
  return (
    <div className="stack tight">
      <div className="row">
        <span role="status">
          {takenBy === null ? (
            'Nobody sees to it yet.'
          ) : (
            <>
              {mine ? 'You see to it' : `${takenBy} sees to it`}, since <Ago at={full.takenAt} />
            </>
          )}
        </span>
        {may && (takenBy === null || mine) && (
          <Button
            small
            className="push"
            busy={take.isPending}
            onClick={() => {
              take.mutate(!mine)
            }}
          >
            {mine ? 'Leave it to others' : 'I see to it'}
          </Button>
        )}
      </div>
      {take.isError && <ErrorBox error={take.error} />}
    </div>
  )
}

function Asked({ full }: { full: GapInFull }) {
  const { gap, asked } = full
  const hidden = gap.asks - asked.length
  return (
    <section className="stack tight">
      <h3>
        {gap.asks === 1
          ? 'Asked once'
          : `Asked ${counted(gap.asks, 'time')} by ${counted(gap.askers, 'asker')}`}
      </h3>
      <ul className="stack small">
        {asked.map((one) => (
          <Asker key={one.id} asker={one} gap={gap.text} />
        ))}
      </ul>
      {hidden > 0 && <p className="muted small">{hidden} more, longer ago or out of your sight.</p>}
      <Link href={`/ask?q=${encodeURIComponent(gap.text)}`}>Ask it again</Link>
    </section>
  )
}

function Asker({ asker, gap }: { asker: GapAsker; gap: string }) {
  const { hindsight, by, at, question, note, answer } = asker
  return (
    <li className="note">
      <span className="muted">
        {hindsight ? `${by ?? 'Somebody'}, after an answer` : 'An answer found nothing'},{' '}
        <Ago at={at} />
      </span>
      {question !== gap && <Link href={nodeHref(answer)}>{question}</Link>}
      {note !== null && <span>{note}</span>}
    </li>
  )
}
