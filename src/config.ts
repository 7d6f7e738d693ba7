import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { CairnError } from './errors.js'

/** What one setting is: where it comes from, what it means, and how its text becomes a value. */
interface Setting<T> {
  readonly variable: string
  readonly help: string
  readonly shown: string
  readonly parse: (text: string | undefined) => T
}

function text(variable: string, help: string, fallback: string): Setting<string> {
  return {
    variable,
    help,
    shown: fallback,
    parse: (t) => (t === undefined || t === '' ? fallback : t)
  }
}

function optional(variable: string, help: string): Setting<string | null> {
  return { variable, help, shown: '', parse: (t) => (t === undefined || t === '' ? null : t) }
}

function whole(
  variable: string,
  help: string,
  range: { fallback: number; min: number; max: number }
): Setting<number> {
  const { fallback, min, max } = range
  return {
    variable,
    help,
    shown: String(fallback),
    parse: (t) => {
      if (t === undefined || t === '') return fallback
      const n = Number(t)
      if (Number.isInteger(n) && n >= min && n <= max) return n
      throw badSetting(variable, t, `a whole number from ${String(min)} to ${String(max)}`)
    }
  }
}

function oneOf<const T extends string>(
  variable: string,
  help: string,
  choices: readonly [T, ...T[]]
): Setting<T> {
  return {
    variable,
    help: `${help} (${choices.join(', ')})`,
    shown: choices[0],
    parse: (t) => {
      if (t === undefined || t === '') return choices[0]
      const found = choices.find((c) => c === t)
      if (found !== undefined) return found
      throw badSetting(variable, t, `one of ${choices.join(', ')}`)
    }
  }
}

function badSetting(variable: string, value: string, expected: string): CairnError {
  return new CairnError('NOT_CONFIGURED', `${variable} is '${value}'; expected ${expected}.`, {
    details: { field: variable, value, expected }
  })
}

const defaultModel = 'local:Xenova/bge-small-en-v1.5'

/** Every setting, stated once: the README's table and `cairn help` are made from this. */
export const settings = {
  home: text('CAIRN_HOME', 'Folder for data, keys and logs', join(homedir(), '.cairn')),
  cache: optional(
    'CAIRN_CACHE',
    'Folder for downloads that can be made again (default: the user cache folder)'
  ),
  host: text('CAIRN_HOST', 'Address the server listens on', '127.0.0.1'),
  port: whole('CAIRN_PORT', 'Port of the server', { fallback: 7420, min: 0, max: 65535 }),
  publicUrl: optional(
    'CAIRN_PUBLIC_URL',
    'Address under which others reach this Cairn, behind TLS, such as https://cairn.example.org'
  ),
  roots: text(
    'CAIRN_ROOTS',
    `Folders from which the pages may pick documentation, separated by '${delimiter}'; none for no folder`,
    homedir()
  ),
  npmRegistry: text(
    'CAIRN_NPM_REGISTRY',
    'Registry that npm packages are fetched from by name',
    'https://registry.npmjs.org'
  ),
  pypiIndex: text(
    'CAIRN_PYPI_INDEX',
    'Index that Python packages are fetched from by name; it answers at /pypi/<name>/json',
    'https://pypi.org'
  ),
  origins: optional(
    'CAIRN_ORIGINS',
    'Origins of other pages that may ask from a browser, separated by commas (default: none)'
  ),
  adminKey: optional(
    'CAIRN_ADMIN_KEY',
    'Admin key of this Cairn, cairn_ and 43 characters, for where it cannot keep one in a file (default: one of its own making in admin.key in CAIRN_HOME)'
  ),
  key: optional(
    'CAIRN_KEY',
    'Key with which the command line asks (default: that of this machine, admin.key in CAIRN_HOME)'
  ),
  space: optional(
    'CAIRN_SPACE',
    'Space in which the command line writes (default: that of the key)'
  ),
  runnerKey: optional(
    'CAIRN_RUNNER_KEY',
    'Key of a runner, by which `cairn run` says what came of a run (default: the file runner.key of CAIRN_HOME)'
  ),
  url: optional(
    'CAIRN_URL',
    'Address of the Cairn that `cairn run` tells, such as https://cairn.example.com (default: the one that runs here)'
  ),
  requestsPerMinute: whole(
    'CAIRN_REQUESTS_PER_MINUTE',
    'Requests a minute that one principal may make',
    {
      fallback: 1_200,
      min: 1,
      max: 1_000_000
    }
  ),
  introspection: oneOf(
    'CAIRN_INTROSPECTION',
    'The least role that may read the GraphQL schema over the wire',
    ['analyst', 'agent', 'curator', 'admin']
  ),
  safeList: optional(
    'CAIRN_SAFE_LIST',
    'File of the GraphQL operations that alone are answered, as JSON: an array of documents (default: all are)'
  ),
  logLevel: oneOf('CAIRN_LOG', 'How much is logged', ['info', 'debug', 'warn', 'error', 'silent']),
  otlpUrl: optional(
    'CAIRN_OTLP_URL',
    'Address of an OpenTelemetry collector (OTLP over HTTP) that gets traces, such as http://localhost:4318 (default: none)'
  ),
  neo4jUri: optional('NEO4J_URI', 'A Neo4j to use instead of the embedded one'),
  neo4jUser: text('NEO4J_USER', 'Its user', 'neo4j'),
  neo4jPassword: optional('NEO4J_PASSWORD', 'Its password'),
  neo4jDatabase: text('NEO4J_DATABASE', 'Its database', 'neo4j'),
  boltPort: whole('CAIRN_BOLT_PORT', 'Bolt port of the embedded Neo4j (0: a free one)', {
    fallback: 7421,
    min: 0,
    max: 65535
  }),
  browserPort: whole(
    'CAIRN_BROWSER_PORT',
    'HTTP port of the embedded Neo4j and its Browser (0: a free one)',
    { fallback: 7422, min: 0, max: 65535 }
  ),
  heapMb: whole('CAIRN_NEO4J_HEAP_MB', 'Heap of the embedded Neo4j, MiB', {
    fallback: 1024,
    min: 256,
    max: 65536
  }),
  pageCacheMb: whole('CAIRN_NEO4J_PAGECACHE_MB', 'Page cache of the embedded Neo4j, MiB', {
    fallback: 512,
    min: 64,
    max: 65536
  }),
  javaHome: optional(
    'JAVA_HOME',
    'Java for the embedded Neo4j, 21 or newer (default: the newest found)'
  ),
  embedder: text(
    'CAIRN_EMBEDDER',
    'What turns text into vectors: local:<hub id or folder>, openai:<model> or lexical',
    defaultModel
  ),
  embedderDimensions: whole(
    'CAIRN_EMBEDDER_DIMENSIONS',
    'Dimensions to ask of an openai embedder (0: its own)',
    { fallback: 0, min: 0, max: 4096 }
  ),
  openaiKey: optional('OPENAI_API_KEY', 'Key of the OpenAI-compatible endpoint'),
  openaiUrl: text(
    'OPENAI_BASE_URL',
    'Address of the OpenAI-compatible endpoint',
    'https://api.openai.com/v1'
  ),
  chatModel: optional(
    'CAIRN_CHAT_MODEL',
    'Chat model, for what goes better with one; nothing needs it'
  ),
  withholdPercent: whole(
    'CAIRN_WITHHOLD_PERCENT',
    'Share of tasks that go without an insight, at random, so that its effect can be measured, percent',
    { fallback: 10, min: 0, max: 50 }
  ),
  widen: oneOf(
    'CAIRN_WIDEN',
    'Whether the chat model asks each question in other words too; slower',
    ['off', 'decompose', 'hypothetical']
  ),
  reranker: optional(
    'CAIRN_RERANKER',
    'A cross-encoder that reads the best answers again: local:<folder> or endpoint:<model>'
  ),
  rerankerUrl: optional('CAIRN_RERANKER_URL', 'Address of the server that reranks'),
  workers: whole(
    'CAIRN_WORKERS',
    'Worker threads that parse documentation (0: one less than the cores)',
    { fallback: 0, min: 0, max: 64 }
  )
} as const

type Values = { readonly [K in keyof typeof settings]: ReturnType<(typeof settings)[K]['parse']> }

/** All that Cairn is told from outside, read once and frozen. */
export interface Config extends Omit<Values, 'cache'> {
  readonly cache: string
  /** Whether CAIRN_EMBEDDER was set by somebody: a choice is never quietly replaced by another. */
  readonly embedderChosen: boolean
}

/** Reads the settings. @throws CairnError NOT_CONFIGURED that names the variable, its value and what was expected. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env
): Config {
  const values = Object.fromEntries(
    Object.entries(settings).map(([name, s]) => [name, s.parse(env[s.variable]?.trim())])
  ) as unknown as Values
  return Object.freeze({
    ...values,
    home: resolve(values.home),
    cache: resolve(values.cache ?? join(cacheRoot(env), 'cairn')),
    embedderChosen: (env[settings.embedder.variable] ?? '') !== ''
  })
}

type Variables = Readonly<Record<string, string | undefined>>

/** Reads the settings with some in place of those that nobody set, and others above what the environment says: the last that is told counts. */
export function readConfigWith(unset: Variables, ...above: readonly Variables[]): Config {
  const told = above
    .flatMap((one) => Object.entries(one))
    .filter(([, value]) => value !== undefined)
  return readConfig({ ...unset, ...process.env, ...Object.fromEntries(told) })
}

function cacheRoot(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32')
    return env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches')
  return env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache')
}

/** The settings as rows: variable, default, meaning. */
export function describeSettings(): { variable: string; fallback: string; help: string }[] {
  return Object.values(settings).map((s) => ({
    variable: s.variable,
    fallback: s.shown.replace(homedir(), '~'),
    help: s.help
  }))
}

/** The folders of CAIRN_ROOTS. */
export function rootsOf({ roots }: Pick<Config, 'roots'>): string[] {
  if (roots === 'none') return []
  return roots.split(delimiter).filter((root) => root !== '')
}

/** The environment for a program that is not to have the runner's key. */
export function environmentOfRun(): NodeJS.ProcessEnv {
  const hidden = settings.runnerKey.variable
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== hidden))
}

/** Puts a folder first where programs are looked for: that of a virtual environment, for what this process starts. */
export function putFirstOnPath(folder: string): void {
  process.env['PATH'] = [folder, process.env['PATH'] ?? ''].join(delimiter)
}
