import type { Cairn, Identity } from '../cairn.js'
import type { Caller } from '../domain/caller.js'
import { createLoaders, type Loaders } from './loaders.js'

/** What a resolver may reach. */
export interface Context {
  /** Bound to the caller: it sees what he sees. */
  readonly cairn: Cairn
  readonly caller: Caller
  readonly identity: Identity
  /** Counts what one request asks for beyond the first; nothing counts where it is left out. @throws CairnError TOO_MANY */
  readonly charge?: (more: number) => Promise<void>
  /** Whether the key of this request still opens as much. @throws CairnError UNAUTHENTICATED */
  readonly stillKnown: () => Promise<void>
  /** What one request asks for many times is looked up once. */
  readonly loaders: Loaders
}

export function contextFor(
  root: Cairn,
  visitor: Pick<Context, 'identity' | 'caller' | 'stillKnown'>
): Context {
  const { identity, caller, stillKnown } = visitor
  const cairn = root.as(caller)
  return {
    cairn,
    caller,
    identity,
    stillKnown,
    loaders: createLoaders(cairn)
  }
}
