import type { Database } from '../../src/graph/database.js'
import type { Place } from '../backup/two-cairns.js'
import type { Door } from './client.js'
import type { Ledger } from './ledger.js'

/** What goes on when a fault strikes. */
export interface Activity {
  readonly name: string
  /** Sends the work; what the fault does to it is in the ledger. */
  go(): Promise<void>
  /** After the fault: brings the work to its end, and says what is not as it should be. */
  finish(): Promise<readonly string[]>
}

export interface Doing {
  readonly door: Door
  readonly shell: Place
  readonly ledger: Ledger
  readonly db: Pick<Database, 'run'>
  /** For files of the activities. */
  readonly folder: string
  readonly cycle: number
  /** Jobs that ended otherwise than done, and were started again. */
  readonly retried: string[]
}
