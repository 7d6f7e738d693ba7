import { atLeast, roleIn, seeingAs, type Caller } from '../domain/caller.js'
import type { Door, Observer } from '../domain/observer.js'
import { namesItsObject, permissions } from '../domain/permissions.js'
import { CairnError } from '../errors.js'

/** The least role for an operation, undefined where nobody may. */
function leastFor(operation: string): (typeof permissions)[keyof typeof permissions] | undefined {
  return Object.hasOwn(permissions, operation)
    ? permissions[operation as keyof typeof permissions]
    : undefined
}

/** @throws CairnError FORBIDDEN that says which role is needed */
export function requireRole(caller: Caller, operation: string): void {
  const least = leastFor(operation)
  if (least !== undefined && atLeast(caller.role, least)) return
  throw new CairnError(
    'FORBIDDEN',
    `${operation} is for ${whoMay(least)}; ${caller.name} is ${caller.role}.`,
    { details: { field: operation, value: caller.role, expected: least ?? null } }
  )
}

function whoMay(least: ReturnType<typeof leastFor>): string {
  if (least === undefined) return 'nobody'
  return least === 'runner' ? 'the role runner alone' : `the role ${least} and above`
}

/**
 * What the role allows where it counts: who asks sees only the spaces in which the role is theirs, who
 * decides for a whole space needs it in that one. Where an operation names what it is about, the verb looks
 * in which space that stands.
 */
function placed<T extends Guarded>(context: T, operation: string, changes: boolean): T {
  const { caller, cairn } = context
  const least = leastFor(operation)
  if (least === undefined || caller.rolesIn === undefined || caller.role === 'admin') return context
  if (!changes) {
    const seeing = seeingAs(caller, least)
    return { ...context, caller: seeing, cairn: cairn.as(seeing) }
  }
  const here = roleIn(caller, caller.space)
  if (namesItsObject.has(operation) || atLeast(here, least)) return context
  throw new CairnError(
    'FORBIDDEN',
    `${operation} in the space '${caller.space}' is for the role ${least} there; ${caller.name} is ${here}. Name another by the header cairn-space, or have an admin grant it: cairn space add ${caller.space} ${caller.name} --role ${least}`,
    { details: { field: operation, value: here, expected: least, space: caller.space } }
  )
}

/** Source, arguments, context, and where in the document it stands. */
type Given = [source: unknown, args: never, context: Guarded, info: never]

interface Guarded {
  readonly caller: Caller
  readonly cairn: { readonly observer: Observer; as(caller: Caller): Guarded['cairn'] }
}

type Resolver = (...given: Given) => unknown
interface Streaming {
  readonly subscribe: Resolver
}

/**
 * The same root fields, each behind the role that the table of permissions names for it: what is
 * not in the table is refused to everybody.
 */
export function guarded<T extends object>(fields: T, kind: 'reads' | 'changes' = 'reads'): T {
  return Object.fromEntries(
    Object.entries(fields as Record<string, Resolver | Streaming>).map(([name, field]) => [
      name,
      typeof field === 'function'
        ? behind({ name, changes: kind === 'changes' }, field, 'graphql')
        : { ...field, subscribe: behind({ name, changes: false }, field.subscribe, 'stream') }
    ])
  ) as T
}

function behind(
  { name, changes }: { readonly name: string; readonly changes: boolean },
  resolve: Resolver,
  door: Door
): Resolver {
  return (...given) => {
    const [source, args, context, info] = given
    const { caller, cairn } = context
    return cairn.observer.watch({ kind: 'operation', door, name }, async () => {
      requireRole(caller, name)
      return await resolve(source, args, placed(context, name, changes), info)
    })
  }
}
