import { useState } from 'react'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { Chip, Tag } from '../parts/chip.js'
import { Select, TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import {
  addMemberDocument,
  makeSpaceDocument,
  removeMemberDocument,
  type Principal,
  type Space
} from './keys-documents.js'
import { moreThan } from './space-roles.js'
import { useAccessChange } from './use-access.js'

/** The spaces in sight, and who belongs to them. */
export function Spaces(props: { spaces: readonly Space[]; principals: readonly Principal[] }) {
  const admin = useMay('makeSpace')
  return (
    <section className="stack">
      <h2>Spaces</h2>
      <div className="card">
        {props.spaces.map((space) => (
          <SpaceRow key={space.id} space={space} principals={props.principals} />
        ))}
        {admin && <MakeSpace />}
      </div>
    </section>
  )
}

function SpaceRow(props: { space: Space; principals: readonly Principal[] }) {
  const { id, name, kind, members } = props.space
  const may = useMay('addMember') && kind === 'team'
  const add = useAccessChange(addMemberDocument)
  const remove = useAccessChange(removeMemberDocument)
  const others = props.principals.filter(({ id: one }) => members.every((m) => m.principal !== one))
  const failed = [add, remove].find((one) => one.isError)
  return (
    <div className="space-row">
      <span className="row">
        <strong>{name}</strong>
        <Tag>{kind}</Tag>
      </span>
      <div className="row">
        {kind === 'public' && <span className="muted small">Everybody reads it.</span>}
        {members.map((member) => (
          <Chip
            key={member.principal}
            name={`${member.name} from ${name}`}
            {...(may
              ? {
                  onRemove: () => {
                    remove.mutate({ space: id, principal: member.principal })
                  }
                }
              : {})}
          >
            {member.name}{' '}
            <span className="muted">
              {member.can}
              {member.role !== null && `, ${member.role} there`}
            </span>
          </Chip>
        ))}
        {may && others.length > 0 && (
          <Select
            label={`Add a member to ${name}`}
            bare
            value=""
            options={[['', 'Add a member'], ...others.flatMap(waysIn)]}
            onChange={(event) => {
              const [can, principal, role = null] = event.target.value.split(' ')
              add.mutate({ space: id, principal, can, role })
            }}
          />
        )}
        {failed !== undefined && <ErrorBox error={failed.error} />}
      </div>
    </div>
  )
}

/** As what somebody may come into a space. */
function waysIn({ id, name, role }: Principal): (readonly [string, string])[] {
  return [
    [`write ${id}`, `${name}, write`],
    [`read ${id}`, `${name}, read`],
    ...moreThan(role).map(
      (more) => [`write ${id} ${more}`, `${name}, write, ${more} there`] as const
    )
  ]
}

function MakeSpace() {
  const [id, setId] = useState('')
  const make = useAccessChange(makeSpaceDocument, () => {
    setId('')
  })
  return (
    <form
      className="row space-form"
      onSubmit={(event) => {
        event.preventDefault()
        make.mutate({ input: { id } })
      }}
    >
      <TextField
        label="Id of a new team's space"
        bare
        value={id}
        placeholder="new-team"
        pattern="[a-z0-9._\-]{1,40}"
        onChange={(event) => {
          setId(event.target.value)
        }}
      />
      <Button type="submit" busy={make.isPending} disabled={id === ''}>
        Make a space
      </Button>
      {make.isError && <ErrorBox error={make.error} />}
    </form>
  )
}
