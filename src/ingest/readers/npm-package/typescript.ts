import { createRequire } from 'node:module'
import type ts from 'typescript'

let loaded: typeof ts | undefined

/** The TypeScript compiler, loaded when a package is first read: it is too large to load for any other source. */
export function typescript(): typeof ts {
  loaded ??= createRequire(import.meta.url)('typescript') as typeof ts
  return loaded
}
