import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Async, Empty, ErrorBox } from '../parts/states.js'
import '../styles/lists.css'
import { GapPanel } from './gap-panel.js'
import { closeGapDocument, gapsDocument, type Gap } from './gaps-documents.js'

const key = ['gaps'] as const

/** What was asked and not known, by how often. */
export function GapsPage() {
  const gaps = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      ask<{ gaps: { nodes: Gap[] } }>(gapsDocument, { limit: 500 }, { signal }).then(
        (answer) => answer.gaps.nodes
      )
  })
  const { get, set } = useAddress()
  const opened = get('gap')
  return (
    <Page
      title="Gaps"
      lead="What was asked for and is not known, most asked for first. Each opens to who asked, what is nearest, and what may fill it."
      actions={
        <Link href="/libraries?add=yes" className="button plain">
          Add a library
        </Link>
      }
    >
      <Async query={gaps} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No gap is open">
              One comes here when an answer finds nothing, or when feedback says what would have
              helped.
            </Empty>
          ) : (
            <GapList gaps={all} />
          )
        }
      </Async>
      {opened !== null && (
        <GapPanel
          key={opened}
          id={opened}
          onClose={() => {
            set({ gap: null })
          }}
        />
      )}
    </Page>
  )
}

function GapList({ gaps }: { gaps: readonly Gap[] }) {
  const { get, set } = useAddress()
  const close = useCloseGap()
  return (
    <>
      {close.isError && <ErrorBox error={close.error} />}
      <div className="list">
        <Rows
          items={gaps}
          keyOf={({ id }) => id}
          name="Gaps"
          estimate={72}
          row={(gap) => (
            <GapRow
              gap={gap}
              close={close}
              open={gap.id === get('gap')}
              onOpen={() => {
                set({ gap: gap.id })
              }}
            />
          )}
        />
      </div>
    </>
  )
}

function useCloseGap() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (variables: { id: string; state: 'answered' | 'dismissed' }) =>
      ask(closeGapDocument, variables),
    onSettled: () => client.invalidateQueries({ queryKey: key })
  })
}

function GapRow(props: {
  gap: Gap
  close: ReturnType<typeof useCloseGap>
  open: boolean
  onOpen: () => void
}) {
  const { gap, close } = props
  const may = useMay('closeGap')
  const act = (state: 'answered' | 'dismissed', name: string) => (
    <Button
      small
      kind="quiet"
      busy={close.isPending && close.variables.id === gap.id}
      onClick={() => {
        close.mutate({ id: gap.id, state })
      }}
    >
      {name}
    </Button>
  )
  return (
    <div className="list-row gap-row">
      <span className="numbers">
        <span className="big-number">{gap.asks}</span>{' '}
        <span className="muted tiny">{gap.asks === 1 ? 'time' : 'times'}</span>
      </span>
      <div className="stack tight">
        <button
          type="button"
          className="row-button list-title"
          aria-current={props.open ? 'true' : undefined}
          onClick={props.onOpen}
        >
          {gap.text}
        </button>
        <GapFacts gap={gap} />
      </div>
      {may && (
        <div className="row">
          {act('answered', 'Filled')}
          {act('dismissed', 'Not needed')}
        </div>
      )}
    </div>
  )
}

function GapFacts({ gap }: { gap: Gap }) {
  return (
    <span className="facts-line">
      <span className="numbers">
        {gap.askers} {gap.askers === 1 ? 'asker' : 'askers'}
      </span>
      <span>
        {gap.asks > 1 ? 'last ' : ''}
        <Ago at={gap.lastAskedAt} />
      </span>
      {gap.asks > 1 && (
        <span>
          first <Ago at={gap.firstAskedAt} />
        </span>
      )}
      {gap.takenBy !== null && <Tag tone="accent">{gap.takenBy} sees to it</Tag>}
      {gap.tainted && <Tag tone="bad">tries to instruct</Tag>}
    </span>
  )
}
