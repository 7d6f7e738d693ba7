import { DeskError } from './desk-error.js'
import { MergeDialog } from './merge-dialog.js'
import { ReasonDialog } from './reason-dialog.js'
import { SplitDialog } from './split-dialog.js'
import type { Desk } from './use-desk.js'
import { onMany } from './on-many.js'

/** The dialog of what the curator is about to do. */
export function DeskDialogs(props: { desk: Desk }) {
  const { desk } = props
  const { doing, decide } = desk
  const full = desk.full.data
  if (doing === null || full === undefined || doing.kind === 'edit') return null
  const { kind, seen, many } = doing
  const { title } = full.insight
  const shared = {
    busy: decide.isPending,
    error: <DeskError desk={desk} />,
    onClose: () => {
      desk.setDoing(null)
    }
  }
  if (kind === 'merge') {
    return (
      <MergeDialog
        {...shared}
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
        {...shared}
        insight={full.insight}
        onSplit={(into) => {
          decide.mutate({ act: { kind, seen, into }, title })
        }}
      />
    )
  }
  return (
    <ReasonDialog
      {...shared}
      verdict={kind}
      count={many?.length ?? 1}
      onSay={(reason) => {
        decide.mutate(
          many === undefined ? { act: { kind, seen, reason }, title } : onMany(many, kind, reason)
        )
      }}
    />
  )
}
