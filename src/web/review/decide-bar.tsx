import { counted } from '../parts/counted.js'
import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
import { approvable } from './on-many.js'
import type { Act, Outcome } from './use-decide.js'
import type { Desk } from './use-desk.js'
import type { Does } from './use-desk-keys.js'

const done: Readonly<Record<string, string>> = {
  approve: 'Approved',
  reject: 'Rejected',
  'needs-work': 'Sent back',
  retire: 'Retired',
  edit: 'Saved',
  merge: 'Merged',
  split: 'Split'
}

/** What stays at the foot of the page: each decision, its key, and how to take the last one back. */
export function DecideBar(props: { desk: Desk; does: Does }) {
  const { desk, does } = props
  const many = desk.chosen.insights.length
  const acts = [
    ['Approve', 'a', does.approve],
    ['Edit', 'e', does.edit],
    ['Needs work', 'w', does.needsWork],
    ['Reject', 'x', does.reject],
    ['Retire', 'x', does.retire],
    ['Merge', 'm', does.merge],
    ['Split', 's', does.split],
    ['Claim', 'c', does.claim],
    ['Release', 'c', does.release]
  ] as const
  return (
    <footer className="decide-bar">
      {desk.decide.isError && desk.doing === null && <ErrorBox error={desk.decide.error} />}
      <div className="decide-line">
        <div className="row acts">
          {many > 0 && <strong className="small numbers">{many} chosen:</strong>}
          {(desk.selected !== '' || many > 0) &&
            acts.map(([name, key, run]) =>
              run === null ? null : (
                <Button
                  key={name}
                  kind={name === 'Approve' ? 'primary' : 'plain'}
                  aria-keyshortcuts={key}
                  onClick={run}
                >
                  {many > 0 ? nameForMany(name, desk) : name} <kbd aria-hidden="true">{key}</kbd>
                </Button>
              )
            )}
        </div>
        <p className="decide-said small" role="status">
          {said(desk)}
        </p>
        {does.undo !== null && (
          <Button kind="quiet" aria-keyshortcuts="u" onClick={does.undo}>
            {does.again ? 'Redo' : 'Undo'} <kbd aria-hidden="true">u</kbd>
          </Button>
        )}
      </div>
    </footer>
  )
}

/** On several: who claims them has them assigned, and approved are those alone of which nothing must be ticked. */
function nameForMany(name: string, { chosen: { insights } }: Desk): string {
  if (name === 'Claim') return 'Assign to me'
  const can = approvable(insights).length
  if (name !== 'Approve' || can === insights.length) return name
  return `Approve ${String(can)} of them`
}

/** How much is still to be ticked before the open one can be approved. */
function toTick({ chosen, full, acknowledged }: Desk): number {
  if (chosen.insights.length > 0) return 0
  const needed = full.data?.insight.toAcknowledge ?? []
  return needed.filter((what) => !acknowledged.includes(what)).length
}

function said(desk: Desk): string {
  const { decide, last } = desk
  const missing = toTick(desk)
  if (decide.isPending) return 'Deciding…'
  if (decide.isSuccess && decide.variables.act.kind === 'undo') {
    const { act, title } = decide.variables
    return `${act.again === true ? 'Done again' : 'Taken back'}: “${title}”`
  }
  if (decide.isSuccess && decide.variables.act.kind === 'many')
    return saidOfMany(decide.variables, decide.data)
  if (missing > 0) return `${String(missing)} to tick before it can be approved`
  if (last === undefined) return ''
  return `${done[last.kind] ?? last.kind}: “${last.title}”`
}

function saidOfMany({ act }: { act: Act }, { changes, refused }: Outcome): string {
  const kind = act.kind === 'many' ? act.of : act.kind
  const what = kind === 'undo' ? 'Taken back' : kind === 'claim' ? 'Assigned to you' : done[kind]
  const [why] = refused
  const told = `${what ?? kind}: ${counted(new Set(changes.map(({ insight }) => insight)).size, 'insight')}`
  return why === undefined ? told : `${told}; ${String(refused.length)} not: ${why}`
}
