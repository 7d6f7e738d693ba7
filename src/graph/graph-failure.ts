import { Neo4jError } from 'neo4j-driver'
import { CairnError } from '../errors.js'

/**
 * Translates what the driver throws into our own words; the original stays as the cause, for the log. What to do depends
 * on whose server it is: Cairn's own, or one elsewhere.
 */
export function graphFailure(error: unknown, doing: string, elsewhere = false): CairnError {
  if (error instanceof CairnError) return error
  if (!(error instanceof Neo4jError)) {
    return new CairnError('BUG', `Unexpected failure while ${doing}.`, { cause: error })
  }
  const row = table.find(([test]) => test(error))
  const [, code, sentence] = row ?? [
    null,
    'BUG' as const,
    `Neo4j refused a statement of ours while ${doing}.`
  ]
  const said = typeof sentence === 'string' ? sentence : sentence[elsewhere ? 'elsewhere' : 'own']
  return new CairnError(code, said, { cause: error })
}

/**
 * Whether the connection went away and the driver does not call that worth trying again: it says `ProtocolError` of one
 * that was cut before it was logged in, and gives no code to what it says of a transaction after its first failure.
 */
export function isCutOff({ code, message }: Neo4jError): boolean {
  return !code.startsWith('Neo.') && cutOff.test(message)
}

const cutOff =
  /^(?:Connection was closed by server|Connection lost|Failed to (?:connect to server|establish connection)|No connection available|Ignored either because of an error or RESET)|because it has been rolled back either/

/** Whether the server ended the transaction, which it does when it stops, or could not keep its own books of it. */
function isEnded({ code }: Neo4jError): boolean {
  return (
    /Transaction\.(Terminated|LockClientStopped|TransactionNotFound)$/.test(code) ||
    /^Neo\.DatabaseError\.(Database\.|Transaction\.Transaction(Commit|Rollback)Failed$)/.test(code)
  )
}

/** One sentence, or one for each whose server it may be. */
type Sentence = string | { readonly own: string; readonly elsewhere: string }

type Row = readonly [(e: Neo4jError) => boolean, CairnError['code'], Sentence]

const codeHas = (part: string) => (e: Neo4jError) => e.code.includes(part)

const table: readonly Row[] = [
  [
    (e) => /no space left|disk full/i.test(e.message) || e.code.includes('TransactionLogError'),
    'DISK_FULL',
    'Neo4j has no disk space left for its data. Free some on the disk of its data folder and try again; nothing was half written.'
  ],
  [
    (e) => /critical error|database panic/i.test(e.message),
    'GRAPH_UNAVAILABLE',
    {
      own: 'Neo4j stopped its database after an error of its own, often a full disk. Check the disk, then `cairn down` and `cairn up`; what was acknowledged is kept.',
      elsewhere:
        'Neo4j stopped its database after an error of its own, often a full disk. Check the disk where it runs, then start that Neo4j anew; what was acknowledged is kept.'
    }
  ],
  [
    codeHas('Security.Unauthorized'),
    'GRAPH_REFUSED',
    {
      own: 'Neo4j refused the user name or password; they stand in neo4j/password in CAIRN_HOME.',
      elsewhere: 'Neo4j refused the user name or password. Check NEO4J_USER and NEO4J_PASSWORD.'
    }
  ],
  [
    codeHas('Security.AuthenticationRateLimit'),
    'GRAPH_REFUSED',
    'Neo4j refuses this user for a while after several wrong passwords. Check NEO4J_PASSWORD, wait a minute and try again.'
  ],
  [
    codeHas('Security.'),
    'GRAPH_REFUSED',
    'The Neo4j user may not do this. Give NEO4J_USER the rights to read, write and change the schema.'
  ],
  [
    codeHas('Database.DatabaseNotFound'),
    'GRAPH_REFUSED',
    'There is no database of that name in Neo4j. Check NEO4J_DATABASE.'
  ],
  [
    codeHas('TransactionTimedOut'),
    'GRAPH_UNAVAILABLE',
    'A statement took longer than it may and was stopped; nothing was half written. Ask for less at once. If it happens on an idle machine too, the graph has outgrown a statement that the log of Cairn names: please report it.'
  ],
  [
    codeHas('MemoryPoolOutOfMemory'),
    'GRAPH_UNAVAILABLE',
    {
      own: 'Neo4j ran out of memory for this statement. Ask for less at once, or give Neo4j more by CAIRN_NEO4J_HEAP_MB and start Cairn anew.',
      elsewhere:
        'Neo4j ran out of memory for this statement. Ask for less at once, or give that Neo4j more: server.memory.heap.max_size and dbms.memory.transaction.total.max in its configuration.'
    }
  ],
  [
    codeHas('Schema.ConstraintValidationFailed'),
    'CONFLICT',
    'Somebody else wrote the same thing at the same time. Try again.'
  ],
  [
    (e) =>
      e.code === 'ServiceUnavailable' ||
      e.code === 'SessionExpired' ||
      e.code.includes('TransientError') ||
      e.retryable ||
      isEnded(e) ||
      isCutOff(e) ||
      // These two come without a code.
      /^Connection acquisition timed out|^Pool is closed/.test(e.message),
    'GRAPH_UNAVAILABLE',
    {
      own: 'Neo4j does not answer. Where it ended by itself Cairn starts it again; if this goes on for minutes, `cairn down` and `cairn up` start both anew.',
      elsewhere:
        'Neo4j does not answer. Check that the server which NEO4J_URI names runs, and try again.'
    }
  ]
]
