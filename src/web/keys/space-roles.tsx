import { Select } from '../parts/field.js'
import { atLeast, type Role } from '../../domain/caller.js'
import type { Space } from './keys-documents.js'

/** What somebody may do in each space that they belong to; their own role where it is ''. */
export type SpaceRoles = Readonly<Record<string, string>>

const own = 'own'

/** Roles that can be granted in a space, beside the one that somebody has anyway. */
const granted = ['agent', 'analyst', 'curator'] as const satisfies readonly Role[]

/** Which spaces somebody belongs to, and in which role; the public one is read by everybody. */
export function SpaceRolesFields(props: {
  spaces: readonly Space[]
  role: string
  chosen: SpaceRoles
  onChange: (chosen: SpaceRoles) => void
}) {
  const { spaces, role, chosen, onChange } = props
  const shown = spaces.filter(({ kind }) => kind !== 'private')
  if (shown.length === 0) return null
  return (
    <fieldset className="stack tight">
      <legend className="small muted">Spaces</legend>
      {shown.map(({ id, name, kind }) => (
        <div key={id} className="space-role">
          <span>{name}</span>
          <Select
            label={`In ${name}`}
            bare
            value={chosen[id] ?? ''}
            options={[
              ['', kind === 'public' ? 'reads, and adds what it learned' : 'not a member'],
              [own, kind === 'public' ? `decides there as ${role}` : `member, as ${role}`],
              ...granted
                .filter((one) => one !== role)
                .map((one) => [one, `member, as ${one}`] as const)
            ]}
            onChange={(event) => {
              const { [id]: _, ...others } = chosen
              onChange(event.target.value === '' ? others : { ...others, [id]: event.target.value })
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}

/** The role to grant in a space, where it is not that which somebody has anyway. */
export function grantsOf(chosen: SpaceRoles): (readonly [space: string, role: string])[] {
  return Object.entries(chosen).filter(([, role]) => role !== own)
}

/** Roles that are more than somebody's own: those are worth offering where a member is added. */
export function moreThan(role: string): Role[] {
  return granted.filter((one) => one !== 'agent' && !atLeast(role as Role, one))
}
