import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { ErrorBox } from '../parts/states.js'
import { ExpiryField, expiryOf } from './expiry.js'
import { makeKeyDocument, type Principal } from './keys-documents.js'
import type { NewKey } from './shown-key.js'
import { useMaking } from './use-access.js'

/** Another key for somebody, so that the old one can be revoked without a pause. */
export function AnotherKey(props: {
  principal: Principal
  onMade: (made: NewKey) => void
  onClose: () => void
}) {
  const { id: principal, name, role } = props.principal
  const [days, setDays] = useState('')
  const make = useMaking(async () => {
    const variables = { principal, expiresAt: expiryOf(days) }
    const { made } = await ask<{ made: { id: string; key: string } }>(makeKeyDocument, variables)
    return { ...made, name, role }
  }, props.onMade)
  return (
    <Dialog title={`Another key for ${name}`} onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <ExpiryField value={days} onChange={setDays} />
        {make.isError && <ErrorBox error={make.error} />}
        <div className="row">
          <Button type="submit" kind="primary" busy={make.isPending}>
            Make the key
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
