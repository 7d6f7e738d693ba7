import { useState } from 'react'
import { useSession } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { DeleteButton } from '../parts/delete-button.js'
import { Dialog } from '../parts/dialog.js'
import { ErrorBox } from '../parts/states.js'
import {
  disableDocument,
  enableDocument,
  revokeKeyDocument,
  type Key,
  type Principal
} from './keys-documents.js'
import { AnotherKey } from './another-key.js'
import type { NewKey } from './shown-key.js'
import { useAccessChange } from './use-access.js'

/** One who may come in, with its keys. */
export function PrincipalCard(props: { principal: Principal; onKey: (made: NewKey) => void }) {
  const { principal, onKey } = props
  const { name, role, spaces, keys, disabledAt } = principal
  const mine = useSession().principal.id === principal.id
  const revoke = useAccessChange(revokeKeyDocument)
  return (
    <article className="card stack" aria-label={name}>
      <div className="row">
        <h2>{name}</h2>
        <Tag tone="accent">{role}</Tag>
        {disabledAt !== null && (
          <Tag tone="bad">
            blocked <Ago at={disabledAt} />
          </Tag>
        )}
        <span className="muted small">{spaces.map(membership).join(', ')}</span>
        <Acts principal={principal} onKey={onKey} />
      </div>
      {revoke.isError && <ErrorBox error={revoke.error} />}
      <ul className="key-list">
        {keys.map((key) => (
          <KeyRow
            key={key.id}
            known={key}
            mine={mine}
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

/** `team-a (write, curator there)` */
function membership({ space, can, role }: Principal['spaces'][number]): string {
  return `${space} (${role === null ? can : `${can}, ${role} there`})`
}

function Acts(props: { principal: Principal; onKey: (made: NewKey) => void }) {
  const { id, name, disabledAt } = props.principal
  const myself = useSession().principal.id === id
  const [making, setMaking] = useState(false)
  const turn = useAccessChange(disabledAt === null ? disableDocument : enableDocument)
  return (
    <span className="row push">
      {turn.isError && <ErrorBox error={turn.error} />}
      <Button
        small
        onClick={() => {
          setMaking(true)
        }}
      >
        Another key…
      </Button>
      {making && (
        <AnotherKey
          principal={props.principal}
          onMade={(made) => {
            setMaking(false)
            props.onKey(made)
          }}
          onClose={() => {
            setMaking(false)
          }}
        />
      )}
      {!myself && (
        <Button
          small
          kind={disabledAt === null ? 'danger' : 'plain'}
          busy={turn.isPending}
          onClick={() => {
            turn.mutate({ id })
          }}
        >
          {disabledAt === null ? 'Block' : 'Let in again'}
        </Button>
      )}
      <DeleteButton id={id} what={`all that ${name} contributed`} button="Delete contributions…" />
    </span>
  )
}

/** Asks once more: what was opened with the key ends with it. */
function ConfirmRevoke(props: {
  id: string
  mine: boolean
  onRevoke: () => void
  onClose: () => void
}) {
  return (
    <Dialog title="Revoke this key?" onClose={props.onClose}>
      <p>
        <code>{props.id}</code> opens nothing any more, at once, and the sessions and streams that
        it opened end. That cannot be undone.
      </p>
      {props.mine && (
        <p className="notice">
          It is one of your own keys. If you came in with it, you are signed out.
        </p>
      )}
      <div className="row">
        <Button
          kind="danger"
          onClick={() => {
            props.onRevoke()
            props.onClose()
          }}
        >
          Revoke the key
        </Button>
        <Button onClick={props.onClose}>Keep it</Button>
      </div>
    </Dialog>
  )
}

function KeyRow(props: { known: Key; mine: boolean; busy: boolean; onRevoke: () => void }) {
  const { id, createdAt, lastUsedAt, expiresAt, revokedAt } = props.known
  const [asking, setAsking] = useState(false)
  return (
    <li className="row small">
      {asking && (
        <ConfirmRevoke
          id={id}
          mine={props.mine}
          onRevoke={props.onRevoke}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
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
          <Button
            small
            kind="quiet"
            busy={props.busy}
            onClick={() => {
              setAsking(true)
            }}
          >
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
