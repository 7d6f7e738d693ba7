import type { CairnClient } from './client.js'

export * from './client.js'

export interface OpenOptions {
  /** Folder for data, keys and logs; CAIRN_HOME or ~/.cairn unless told. One process at a time has it open. */
  readonly home?: string
  /** Port of the server and its pages; a free one unless told. */
  readonly port?: number
  /** A Neo4j to use instead of one of Cairn's own. */
  readonly neo4j?: {
    readonly uri: string
    readonly user: string
    readonly password: string
    readonly database?: string
  }
  /** What turns text into vectors, as CAIRN_EMBEDDER says it. */
  readonly embedder?: string
  /** Any other setting by the name of its variable (docs/operators.md), above the environment's. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told what start-up is doing; the first start fetches Neo4j and the encoder, which takes minutes. */
  readonly onProgress?: (step: string) => void
}

/** A Cairn that runs in this process. */
export interface OpenedCairn extends CairnClient {
  /** Where its pages, GraphQL and MCP are while it is open. */
  readonly url: string
  /** Ends what is under way, then the server and the Neo4j that it started. */
  close(): Promise<void>
}

/**
 * Starts a whole Cairn in this process, with a Neo4j of its own unless one is named, and gives what a client has, as
 * this machine's admin. `close` ends it. Settings that are not told here come from the environment.
 * @throws CairnError ALREADY_RUNNING where another process has the home open, NOT_CONFIGURED, JAVA_MISSING, PORT_IN_USE
 */
export declare function openCairn(options?: OpenOptions): Promise<OpenedCairn>
