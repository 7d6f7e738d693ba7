import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
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
  const missing = (desk.full.data?.insight.toAcknowledge ?? []).filter(
    (what) => !desk.acknowledged.includes(what)
  ).length
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
          {desk.selected !== '' &&
            acts.map(([name, key, run]) =>
              run === null ? null : (
                <Button
                  key={name}
                  kind={name === 'Approve' ? 'primary' : 'plain'}
                  aria-keyshortcuts={key}
                  onClick={run}
                >
                  {name} <kbd aria-hidden="true">{key}</kbd>
                </Button>
              )
            )}
        </div>
        <p className="decide-said small" role="status">
          {said(desk, missing)}
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

function said({ decide, last }: Desk, missing: number): string {
  if (decide.isPending) return 'Deciding…'
  if (decide.isSuccess && decide.variables.act.kind === 'undo') {
    const { act, title } = decide.variables
    return `${act.again === true ? 'Done again' : 'Taken back'}: “${title}”`
  }
  if (missing > 0) return `${String(missing)} to tick before it can be approved`
  if (last === undefined) return ''
  return `${done[last.kind] ?? last.kind}: “${last.title}”`
}
