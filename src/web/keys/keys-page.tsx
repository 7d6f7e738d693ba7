import { useState } from 'react'
import { useMay, useSession } from '../data/session.js'
import { Button } from '../parts/button.js'
import { Page } from '../parts/page.js'
import { Async } from '../parts/states.js'
import '../styles/lists.css'
import type { Principal } from './keys-documents.js'
import { MakePrincipal } from './make-principal.js'
import { PrincipalCard } from './principal-card.js'
import { ShownKey, type NewKey } from './shown-key.js'
import { Spaces } from './spaces.js'
import { usePrincipals, useSpaces } from './use-access.js'

/** Who may come in with which keys, and who belongs to which space. */
export function KeysPage() {
  const { principal } = useSession()
  const admin = useMay('principals')
  const principals = usePrincipals()
  const spaces = useSpaces()
  const [making, setMaking] = useState(false)
  const [shown, setShown] = useState<NewKey | null>(null)
  return (
    <Page
      title="Keys"
      lead={
        admin
          ? 'Who may come in, with which keys, and who belongs to which space.'
          : `You are ${principal.name}, ${principal.role}. An admin makes and revokes keys.`
      }
      actions={
        admin && (
          <Button
            kind="primary"
            onClick={() => {
              setMaking(true)
            }}
          >
            Add a person or agent
          </Button>
        )
      }
    >
      {shown !== null && !isRevoked(shown, principals.data) && (
        <ShownKey
          made={shown}
          onGone={() => {
            setShown(null)
          }}
        />
      )}
      {admin && <Principals onKey={setShown} />}
      <Async query={spaces}>
        {(all) => <Spaces spaces={all} principals={principals.data ?? []} />}
      </Async>
      {making && (
        <MakePrincipal
          spaces={spaces.data ?? []}
          onMade={(made) => {
            setMaking(false)
            setShown(made)
          }}
          onClose={() => {
            setMaking(false)
          }}
        />
      )}
    </Page>
  )
}

/** A key that was revoked is not worth copying any more. */
function isRevoked({ id }: NewKey, principals: readonly Principal[] = []): boolean {
  return principals.some(({ keys }) =>
    keys.some((known) => known.id === id && known.revokedAt !== null)
  )
}

function Principals(props: { onKey: (made: NewKey) => void }) {
  return (
    <Async query={usePrincipals()} lines={6}>
      {(all) => (
        <section className="stack" aria-label="People and agents">
          {all.map((one) => (
            <PrincipalCard key={one.id} principal={one} onKey={props.onKey} />
          ))}
        </section>
      )}
    </Async>
  )
}
