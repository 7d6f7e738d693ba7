import { atLeast, roleIn, type Caller } from './domain/caller.js'
import { CairnError } from './errors.js'
import type { Database } from './graph/database.js'
import { spaceOf } from './graph/queries.js'

/** What is asked for by its id is found in whichever space in sight it stands. */
export async function spaceOfId(
  db: Database,
  id: string,
  { space, spaces }: Caller
): Promise<string> {
  const [row] = await db.run(spaceOf, { id, spaces })
  return row?.space ?? space
}

/** @throws CairnError FORBIDDEN where what is decided on stands in a space in which the caller decides nothing */
export async function requireCurator(db: Database, id: string, caller: Caller): Promise<void> {
  const space = await spaceOfId(db, id, caller)
  const role = roleIn(caller, space)
  if (atLeast(role, 'curator')) return
  throw new CairnError(
    'FORBIDDEN',
    `Deciding in the space '${space}' is for its curators; ${caller.name} is ${role} there. An admin grants it: cairn space add ${space} ${caller.name} --role curator`,
    { details: { field: 'space', value: space, role, expected: 'curator' } }
  )
}

export async function writableSpaceOf(db: Database, id: string, caller: Caller): Promise<string> {
  const space = await spaceOfId(db, id, caller)
  if (caller.writes.includes(space)) return space
  throw new CairnError(
    'FORBIDDEN',
    `${caller.name} may read the space '${space}' but not write in it.`,
    {
      details: { field: 'space', value: space }
    }
  )
}
