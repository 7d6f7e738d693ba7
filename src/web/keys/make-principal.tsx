import { useState } from 'react'
import { roles } from '../data/session.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { Select, TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { makePrincipalDocument, type Space } from './keys-documents.js'
import type { NewKey } from './shown-key.js'
import { useAccessChange } from './use-access.js'

const roleWords = {
  agent: 'agent: asks and records',
  runner: 'runner: says what came of a run of tests',
  analyst: 'analyst: also explores',
  curator: 'curator: also decides on insights',
  admin: 'admin: also takes in libraries and makes keys'
} as const

/** Makes somebody who may come in, with a first key. */
export function MakePrincipal(props: {
  spaces: readonly Space[]
  onMade: (made: NewKey) => void
  onClose: () => void
}) {
  const [name, setName] = useState('')
  const [role, setRole] = useState('agent')
  const [spaces, setSpaces] = useState<readonly string[]>([])
  const make = useAccessChange<{ made: { key: string } }>(makePrincipalDocument, ({ made }) => {
    props.onMade({ name, key: made.key })
  })
  return (
    <Dialog title="Make a principal" onClose={props.onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          make.mutate({ input: { name, role, spaces } })
        }}
      >
        <TextField
          label="Name"
          hint="1 to 40 of a-z, 0-9, dot, dash and underscore."
          value={name}
          required
          autoFocus
          pattern="[a-z0-9._\-]{1,40}"
          onChange={(event) => {
            setName(event.target.value)
          }}
        />
        <Select
          label="Role"
          value={role}
          options={roles.map((one) => [one, roleWords[one]] as const)}
          onChange={(event) => {
            setRole(event.target.value)
          }}
        />
        <TeamChoice spaces={props.spaces} chosen={spaces} onChange={setSpaces} />
        {make.isError && <ErrorBox error={make.error} />}
        <div className="row">
          <Button type="submit" kind="primary" busy={make.isPending} disabled={name === ''}>
            Make it and show its key
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function TeamChoice(props: {
  spaces: readonly Space[]
  chosen: readonly string[]
  onChange: (chosen: readonly string[]) => void
}) {
  const { spaces, chosen, onChange } = props
  const teams = spaces.filter(({ kind }) => kind === 'team')
  if (teams.length === 0) return null
  return (
    <fieldset className="stack tight">
      <legend className="small muted">Spaces of teams that it belongs to</legend>
      {teams.map(({ id, name }) => (
        <label key={id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => {
              onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
