import type { Config } from './config.js'
import { CairnError } from './errors.js'
import type { Database } from './graph/database.js'
import type { Graph, GraphMeta } from './graph/open-graph.js'
import { writeMeta } from './graph/queries.js'
import { createVectorIndex } from './graph/vector-index.js'
import type { Log } from './log.js'
import type { ChatModel } from './model/chat.js'
import { artifactFetcher } from './graph/embedded/fetch-artifact.js'
import { chooseEmbedder, type ChooseEmbedderOptions } from './model/choose-embedder.js'
import type { Embedder } from './model/embedder.js'
import { createReranker, type Reranker } from './model/reranker.js'
import { createLibraryShelf, type LibraryShelf } from './retrieve/known-libraries.js'
import { warmUp } from './retrieve/warm-up.js'

/** A graph with the embedder that fits it. */
export interface Opened {
  readonly embedder: Embedder
  /** Reads the best answers again; null where none is set up. */
  readonly reranker: Reranker | null
  /** Null where none is set. */
  readonly chat: ChatModel | null
  /** What warming up has read stands on it already. */
  readonly shelf: LibraryShelf
  /** Neo4j has planned the statements of a question; never fails. */
  readonly warm: Promise<void>
}

interface Opening {
  readonly graph: Graph
  readonly config: Config
  readonly log: Log
  /** In place of the embedder that the configuration names. */
  readonly embedder: Embedder | undefined
  readonly onProgress: ((step: string) => void) | undefined
}

/**
 * chooseEmbedder with the user's own Maven for where neither the hub nor a repository is reached.
 * @throws CairnError as chooseEmbedder does
 */
export function openEmbedder(
  options: ChooseEmbedderOptions & { readonly config: Pick<Config, 'cache' | 'javaHome'> }
): Promise<Embedder> {
  return chooseEmbedder({ fetchArtifact: artifactFetcher(options.config), ...options })
}

/**
 * Chooses the embedder that fits the graph, and has Neo4j made ready for the first question meanwhile.
 * @throws CairnError as chooseEmbedder does, EMBEDDER_MISMATCH where re-embedding was broken off
 */
export async function startUp(opening: Opening): Promise<Opened> {
  const { graph, config, log, embedder: given } = opening
  const { db, meta } = graph
  const shelf = createLibraryShelf(db)
  const warm = warming({ db, shelf }, meta).catch((error: unknown) => {
    log.warn({ err: error }, 'warming up failed; the first question will be slow')
  })
  const embedder = given ?? (await fittingEmbedder(meta, opening))
  const reranker = await createReranker(config)
  const chat = await chatOf(config)
  const isNew = meta.embedder !== embedder.id
  if (isNew || graph.upgraded) await createVectorIndex(db, embedder.dimensions)
  if (isNew) await db.run(writeMeta, { embedder: embedder.id, dimensions: embedder.dimensions })
  return { embedder, shelf, warm, reranker, chat }
}

/** Who has set no chat model does not wait for its library at every start. */
async function chatOf(config: Config): Promise<ChatModel | null> {
  if (config.chatModel === null) return null
  const { createChat } = await import('./model/openai-chat.js')
  return createChat(config)
}

async function warming(
  deps: { db: Database; shelf: LibraryShelf },
  { dimensions }: GraphMeta
): Promise<void> {
  if (dimensions !== null) await warmUp(deps, dimensions)
}

async function fittingEmbedder(
  meta: GraphMeta,
  { config, log, onProgress }: Opening
): Promise<Embedder> {
  if (meta.reembedding !== null) {
    throw new CairnError(
      'EMBEDDER_MISMATCH',
      `This graph is half-way through being re-embedded with ${meta.reembedding}. Run \`cairn reembed\` with that embedder to finish it.`,
      { details: { field: 'CAIRN_EMBEDDER', value: config.embedder, expected: meta.reembedding } }
    )
  }
  const remembered =
    meta.embedder !== null && meta.dimensions !== null
      ? { id: meta.embedder, dimensions: meta.dimensions }
      : null
  return openEmbedder({ config, remembered, log, ...(onProgress && { onProgress }) })
}

/** The first question waits for the plans that are being made, and has its encoder loaded meanwhile. */
export function readiness({ warm, embedder }: Opened): () => Promise<unknown> {
  let loaded: Promise<unknown> | undefined
  return () => {
    // If it fails, the question itself says so.
    loaded ??= Promise.all([warm, embedder.warm?.().catch(() => undefined)])
    return loaded
  }
}
