import { spawn, type ChildProcess } from 'node:child_process'
import { adminKey, temporaryFolder } from '../support/build-cairn.js'
import { testNeo4j } from '../support/neo4j.js'
import { freePort } from '../api/hold-back.js'

export interface Ended {
  readonly exit: number | null
  readonly out: string
  readonly err: string
}

/** A home with a port of its own: what a person's shell would have set. */
export interface Shell {
  readonly home: string
  readonly port: number
  readonly env: Readonly<Record<string, string>>
  /** Runs `cairn …` and waits for its end. */
  cairn(args: readonly string[], more?: RunOptions): Promise<Ended>
  /** Starts `cairn …`; `ended` resolves at its end. */
  start(args: readonly string[], more?: RunOptions): Running
}

export interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Another program of the build instead of the command. */
  readonly program?: string
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
}

const root = process.cwd()

/** A shell on the run's Neo4j. Nothing of the environment of the tests but the path is passed on. */
export async function openShell(settings: Record<string, string> = {}): Promise<Shell> {
  const { uri, user, password } = testNeo4j()
  const home = temporaryFolder()
  const port = await freePort()
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CAIRN_HOME: home,
    CAIRN_PORT: String(port),
    CAIRN_EMBEDDER: 'lexical',
    CAIRN_LOG: 'silent',
    CAIRN_WORKERS: '1',
    CAIRN_ADMIN_KEY: adminKey,
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    ...settings
  }
  const start: Shell['start'] = (args, more = {}) => run(env, args, more)
  return { home, port, env, start, cairn: (args, more) => start(args, more).ended }
}

function run(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  { input = '', env: more, cwd, program = 'src/cli/main.js' }: RunOptions
): Running {
  const child = spawn(process.execPath, [`${root}/dist/${program}`, ...args], {
    env: { ...env, ...more },
    cwd: cwd ?? root
  })
  const text = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString('utf8')))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exit) => {
      resolve({ exit, ...text })
    })
  })
  return { process: child, ended }
}
