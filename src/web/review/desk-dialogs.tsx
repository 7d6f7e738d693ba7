import { DeskError } from './desk-error.js'
import { MergeDialog } from './merge-dialog.js'
import { onMany } from './on-many.js'
import { ReasonDialog } from './reason-dialog.js'
import type { InsightInFull } from './review-types.js'
import { SplitDialog } from './split-dialog.js'
import type { Desk, Doing } from './use-desk.js'

/** The dialog of what the curator is about to do: on the open insight, or on several of the list, of which none need be open. */
export function DeskDialogs({ desk }: { desk: Desk }) {
  const { doing } = desk
  const full = desk.full.data
  if (doing === null || doing.kind === 'edit') return null
  if (doing.many !== undefined) return <Reason desk={desk} doing={doing} title="" />
  return full === undefined ? null : <OnOpen desk={desk} doing={doing} full={full} />
}

interface Shown {
  readonly desk: Desk
  readonly doing: Doing
}

function sharedOf(desk: Desk) {
  return {
    busy: desk.decide.isPending,
    error: <DeskError desk={desk} />,
    onClose: () => {
      desk.setDoing(null)
    }
  }
}

function OnOpen({ desk, doing, full }: Shown & { full: InsightInFull }) {
  const { decide } = desk
  const { kind, seen } = doing
  const { title } = full.insight
  if (kind === 'merge') {
    return (
      <MergeDialog
        {...sharedOf(desk)}
        full={full}
        others={desk.insights}
        onMerge={(others, into) => {
          decide.mutate({ act: { kind, sources: [seen, ...others], into }, title: into.title })
        }}
      />
    )
  }
  if (kind === 'split') {
    return (
      <SplitDialog
        {...sharedOf(desk)}
        insight={full.insight}
        onSplit={(into) => {
          decide.mutate({ act: { kind, seen, into }, title })
        }}
      />
    )
  }
  return <Reason desk={desk} doing={doing} title={title} />
}

function Reason({ desk, doing, title }: Shown & { title: string }) {
  const { kind, seen, many } = doing
  if (kind === 'merge' || kind === 'split' || kind === 'edit') return null
  return (
    <ReasonDialog
      {...sharedOf(desk)}
      verdict={kind}
      count={many?.length ?? 1}
      onSay={(reason) => {
        desk.decide.mutate(
          many === undefined ? { act: { kind, seen, reason }, title } : onMany(many, kind, reason)
        )
      }}
    />
  )
}
