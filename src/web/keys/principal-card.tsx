import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { ErrorBox } from '../parts/states.js'
import {
  disableDocument,
  enableDocument,
  makeKeyDocument,
  revokeKeyDocument,
  type Key,
  type Principal
} from './keys-documents.js'
import type { NewKey } from './shown-key.js'
import { useAccessChange } from './use-access.js'

/** One who may come in, with its keys. */
export function PrincipalCard(props: { principal: Principal; onKey: (made: NewKey) => void }) {
  const { id, name, role, spaces, keys, disabledAt } = props.principal
  const make = useAccessChange<{ made: { key: string } }>(makeKeyDocument, ({ made }) => {
    props.onKey({ name, key: made.key })
  })
  const turn = useAccessChange(disabledAt === null ? disableDocument : enableDocument)
  const revoke = useAccessChange(revokeKeyDocument)
  const failed = [make, turn, revoke].find((one) => one.isError)
  return (
    <article className="card stack" aria-label={name}>
      <div className="row">
        <h2>{name}</h2>
        <Tag tone="accent">{role}</Tag>
        {disabledAt !== null && (
          <Tag tone="bad">
            shut out <Ago at={disabledAt} />
          </Tag>
        )}
        <span className="muted small">
          {spaces.map(({ space, can }) => `${space} (${can})`).join(', ')}
        </span>
        <span className="row push">
          <Button
            small
            busy={make.isPending}
            onClick={() => {
              make.mutate({ principal: id })
            }}
          >
            Another key
          </Button>
          <Button
            small
            kind={disabledAt === null ? 'danger' : 'plain'}
            busy={turn.isPending}
            onClick={() => {
              turn.mutate({ id })
            }}
          >
            {disabledAt === null ? 'Shut out' : 'Let in again'}
          </Button>
        </span>
      </div>
      {failed !== undefined && <ErrorBox error={failed.error} />}
      <ul className="key-list">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            known={key}
            busy={revoke.isPending}
            onRevoke={() => {
              revoke.mutate({ id: key.id })
            }}
          />
        ))}
      </ul>
    </article>
  )
}

function KeyRow(props: { known: Key; busy: boolean; onRevoke: () => void }) {
  const { id, createdAt, lastUsedAt, expiresAt, revokedAt } = props.known
  return (
    <li className="row small">
      <code>{id}</code>
      <span className="muted">
        made <Ago at={createdAt} />, last used <Ago at={lastUsedAt} none="never" />
        {expiresAt !== null && (
          <>
            , ends <Ago at={expiresAt} />
          </>
        )}
      </span>
      <span className="push">
        {revokedAt === null ? (
          <Button small kind="quiet" busy={props.busy} onClick={props.onRevoke}>
            Revoke
          </Button>
        ) : (
          <Tag>
            revoked <Ago at={revokedAt} />
          </Tag>
        )}
      </span>
    </li>
  )
}
