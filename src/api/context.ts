import type { Cairn } from '../cairn.js'

/** What a resolver may reach. */
export interface Context {
  readonly cairn: Cairn
}
