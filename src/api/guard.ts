import { atLeast, type Caller } from '../domain/caller.js'
import type { Door, Observer } from '../domain/observer.js'
import { permissions } from '../domain/permissions.js'
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
    `${operation} is for ${least === undefined ? 'nobody' : `the role ${least} and above`}; ${caller.name} is ${caller.role}.`,
    { details: { field: operation, value: caller.role, expected: least ?? null } }
  )
}

/** Source, arguments, context, and where in the document it stands. */
type Given = [source: unknown, args: never, context: Guarded, info: never]

interface Guarded {
  readonly caller: Caller
  readonly cairn: { readonly observer: Observer }
}

type Resolver = (...given: Given) => unknown
interface Streaming {
  readonly subscribe: Resolver
}

/**
 * The same root fields, each behind the role that the table of permissions names for it: what is
 * not in the table is refused to everybody.
 */
export function guarded<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields as Record<string, Resolver | Streaming>).map(([name, field]) => [
      name,
      typeof field === 'function'
        ? behind(name, field, 'graphql')
        : { ...field, subscribe: behind(name, field.subscribe, 'stream') }
    ])
  ) as T
}

function behind(name: string, resolve: Resolver, door: Door): Resolver {
  return (...given) => {
    const [, , { caller, cairn }] = given
    return cairn.observer.watch({ kind: 'operation', door, name }, async () => {
      requireRole(caller, name)
      return await resolve(...given)
    })
  }
}
