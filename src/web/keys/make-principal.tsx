import { useState } from 'react'
import { ask } from '../data/ask.js'
import { roles } from '../data/session.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { Select, TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { ExpiryField, expiryOf } from './expiry.js'
import { addMemberDocument, makePrincipalDocument, type Space } from './keys-documents.js'
import type { NewKey } from './shown-key.js'
import { grantsOf, SpaceRolesFields, type SpaceRoles } from './space-roles.js'
import { useMaking } from './use-access.js'

const roleWords = {
  agent: 'agent: asks and records',
  runner: 'runner: says what came of a run of tests',
  analyst: 'analyst: also explores',
  curator: 'curator: also decides on insights',
  admin: 'admin: also adds libraries and makes keys'
} as const

interface Made {
  readonly made: { readonly key: string; readonly principal: { readonly keys: { id: string }[] } }
}

interface Form {
  readonly name: string
  readonly role: string
  readonly spaces: SpaceRoles
  readonly days: string
}

const blank: Form = { name: '', role: 'agent', spaces: {}, days: '' }

/** Makes somebody who may come in, with a first key. */
export function MakePrincipal(props: {
  spaces: readonly Space[]
  onMade: (made: NewKey) => void
  onClose: () => void
}) {
  const [form, setForm] = useState(blank)
  const make = useMaking(() => made(form), props.onMade)
  const change = (changes: Partial<Form>) => {
    setForm({ ...form, ...changes })
  }
  return (
    <Dialog title="Add a person or agent" onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <TextField
          label="Name"
          hint="1 to 40 of a-z, 0-9, dot, dash and underscore."
          value={form.name}
          required
          autoFocus
          pattern="[a-z0-9._\-]{1,40}"
          onChange={(event) => {
            change({ name: event.target.value })
          }}
        />
        <Select
          label="Role"
          value={form.role}
          options={roles.map((one) => [one, roleWords[one]] as const)}
          onChange={(event) => {
            change({ role: event.target.value })
          }}
        />
        <SpaceRolesFields
          spaces={props.spaces}
          role={form.role}
          chosen={form.spaces}
          onChange={(spaces) => {
            change({ spaces })
          }}
        />
        <ExpiryField
          value={form.days}
          onChange={(days) => {
            change({ days })
          }}
        />
        {make.isError && <ErrorBox error={make.error} />}
        <Button type="submit" kind="primary" busy={make.isPending} disabled={form.name === ''}>
          Add and show the key
        </Button>
      </form>
    </Dialog>
  )
}

/** The principal, and then each role that it has in one space alone. */
async function made({ name, role, spaces, days }: Form): Promise<NewKey> {
  const input = { name, role, spaces: Object.keys(spaces), expiresAt: expiryOf(days) }
  const answer = await ask<Made>(makePrincipalDocument, { input })
  const { key, principal } = answer.made
  for (const [space, granted] of grantsOf(spaces))
    await ask(addMemberDocument, { space, principal: name, can: 'write', role: granted })
  return { id: principal.keys[0]?.id ?? '', name, role, key }
}
