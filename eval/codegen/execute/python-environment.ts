import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CairnError } from '../../../src/errors.js'
import { optionalPins, pins, pythonVersions } from '../python-pins.js'

export interface PythonEnvironmentOptions {
  /** Where it belongs; made with everything in it or not at all. */
  readonly folder: string
  /** Requirements as pip reads them. */
  readonly requirements: readonly string[]
  /** The interpreter to use; any of a version that the pins know by default. */
  readonly interpreter?: string | undefined
  readonly onLine?: (line: string) => void
}

const whole = 'requirements.txt'

/** The requirements of an environment with these libraries besides. @throws CairnError BAD_INPUT for one that has no pin */
export function requirementsWith(names: readonly string[]): string[] {
  const wanted = names.map((name) => {
    const version = Object.hasOwn(optionalPins, name) ? optionalPins[name] : undefined
    if (version !== undefined) return `${name}==${version}`
    throw new CairnError(
      'BAD_INPUT',
      `--with is '${name.slice(0, 100)}'; expected any of ${Object.keys(optionalPins).join(', ')}, separated by commas.`
    )
  })
  return [...Object.entries(pins).map(([name, version]) => `${name}==${version}`), ...wanted.sort()]
}

/** The folder of an environment with just these requirements. */
export function environmentFolder(cache: string, requirements: readonly string[]): string {
  const hash = createHash('sha256').update(requirements.join('\n')).digest('hex').slice(0, 12)
  return join(cache, `python-${hash}`)
}

/** Its interpreter, or null where the environment is not there whole. */
export function interpreterOf(folder: string): string | null {
  const python = join(folder, 'bin', 'python')
  return existsSync(join(folder, whole)) && existsSync(python) ? python : null
}

/**
 * Makes a virtual environment with the requirements unless it is there. It is made beside its place and
 * moved there when whole, so that an interrupted run leaves nothing that looks like one. pip's console scripts name the
 * folder they were made in and do not work afterwards; only the interpreter is used.
 * @throws CairnError NOT_CONFIGURED when no fitting Python is there or the registry cannot be reached
 */
export async function makePythonEnvironment(options: PythonEnvironmentOptions): Promise<string> {
  const there = interpreterOf(options.folder)
  if (there !== null) return there
  refuseForeign(options.folder)
  const interpreter = findInterpreter(options.interpreter)
  mkdirSync(dirname(options.folder), { recursive: true })
  const partial = `${options.folder}.partial-${process.pid}`
  try {
    await run(interpreter, ['-m', 'venv', partial], options)
    const pip = ['-m', 'pip', 'install', '--only-binary', ':all:', '--no-input']
    await run(
      join(partial, 'bin', 'python'),
      [...pip, '--no-compile', '--progress-bar', 'off', ...options.requirements],
      options
    )
    writeFileSync(join(partial, whole), `${options.requirements.join('\n')}\n`)
    rmSync(options.folder, { recursive: true, force: true })
    renameSync(partial, options.folder)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  return join(options.folder, 'bin', 'python')
}

/** A folder that holds something else is not ours to replace. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return
  if (existsSync(join(folder, 'pyvenv.cfg'))) return
  throw new CairnError(
    'BAD_INPUT',
    `--home is '${folder.slice(0, 200)}', which holds something else; expected a folder that is empty or not there.`
  )
}

function findInterpreter(named: string | undefined): string {
  const tried: string[] = []
  for (const name of named === undefined
    ? ['python3', ...pythonVersions.map((v) => `python${v}`)]
    : [named]) {
    const { stdout, error, status } = spawnSync(
      name,
      ['-c', 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])'],
      { encoding: 'utf8' }
    )
    const version = error === undefined && status === 0 ? stdout.trim() : null
    if (pythonVersions.some((known) => known === version)) return name
    tried.push(`${name}: ${version ?? (error === undefined ? 'no venv module' : 'not there')}`)
  }
  throw new CairnError(
    'NOT_CONFIGURED',
    `No Python that the pinned libraries have wheels for (${tried.join('; ')}); expected ${pythonVersions.join(', ')} with its venv module, on the PATH or named with --interpreter.`
  )
}

/** @throws CairnError NOT_CONFIGURED with the last line that the command said */
async function run(
  command: string,
  args: readonly string[],
  { onLine = () => undefined }: PythonEnvironmentOptions
): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000)
    for (const line of chunk.toString('utf8').split('\n'))
      if (line.trim() !== '') onLine(line.trim())
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  const line = said.trim().split('\n').at(-1) ?? ''
  throw new CairnError(
    'NOT_CONFIGURED',
    `The libraries could not be installed (${line.slice(0, 300)}); check that pip reaches its registry ('python3 -m pip download numpy') and start again.`
  )
}
