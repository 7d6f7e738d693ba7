import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { chooseEmbedder, type Cairn } from '../../src/cairn.js'
import { putFirstOnPath } from '../../src/config.js'
import { createLog } from '../../src/log.js'
import { evalConfig, openCairn } from '../support/open-cairn.js'
import { cachedEmbedder } from '../support/vector-cache.js'
import { print } from '../support/print.js'
import type { AnswerQuestion, LibrarySource } from './questions.js'

export interface MemoryFlags {
  readonly home: string
  readonly packages?: string
  readonly embedder: string
  /** Take the graph as it stands. */
  readonly 'no-ingest': boolean
}

/** Opens the memory that holds the libraries of these questions; vectors made once are kept in a file beside it. */
export async function openMemory(
  flags: MemoryFlags,
  questions: readonly AnswerQuestion[]
): Promise<Cairn> {
  const config = evalConfig(flags.home, flags.embedder)
  const packages = flags.packages ?? join(flags.home, 'packages')
  mkdirSync(flags.home, { recursive: true })
  if (!flags['no-ingest']) {
    const inner = await chooseEmbedder({ config, remembered: null, log: createLog('warn') })
    const vectors = join(dirname(resolve(packages)), `${inner.id.replace(/\W+/g, '-')}.vectors`)
    const building = await openCairn(config, cachedEmbedder(inner, vectors, true))
    const libraries = librariesOf(questions)
    installLibraries(libraries, packages)
    await ingestLibraries(building, libraries, packages)
    await building.close()
  }
  return openCairn(config)
}

/** The libraries that these questions are about, each once. */
export function librariesOf(questions: readonly AnswerQuestion[]): LibrarySource[] {
  const all = new Map(
    questions.flatMap(({ libraries }) => libraries.map((l) => [JSON.stringify(l), l] as const))
  )
  return [...all.values()]
}

/** Installs what is not there yet below `folder`: npm packages in node_modules, Python packages in a venv. */
export function installLibraries(libraries: readonly LibrarySource[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  const npm = libraries.flatMap(({ kind, name, package: from }) =>
    kind === 'python-package' ? [] : [from ?? name]
  )
  const missing = [...new Set(npm)].filter(
    (name) => !existsSync(join(folder, 'node_modules', name))
  )
  if (missing.length > 0) {
    if (!existsSync(join(folder, 'package.json')))
      writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
    print(`  npm install ${missing.join(' ')}`)
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...missing], {
      cwd: folder
    })
  }
  const python = libraries.flatMap(({ kind, name }) => (kind === 'python-package' ? [name] : []))
  if (python.length > 0) {
    const venv = join(folder, 'venv')
    if (!existsSync(venv)) execFileSync('python3', ['-m', 'venv', venv])
    print(`  pip install ${python.join(' ')}`)
    execFileSync(join(venv, 'bin', 'pip'), ['install', '--quiet', ...python])
  }
}

/** Ingests each library as a user would. @throws Error with the message of a job that failed */
export async function ingestLibraries(
  cairn: Cairn,
  libraries: readonly LibrarySource[],
  folder: string
): Promise<void> {
  // The reader asks the first python3 of the PATH.
  putFirstOnPath(resolve(folder, 'venv', 'bin'))
  for (const library of libraries) {
    const { id } = await cairn.ingest(ingestInput(library, folder))
    await cairn.jobs.idle()
    print(`  ${library.name} is in`)
    const job = await cairn.jobs.get(id)
    if (job.state !== 'done')
      throw new Error(`${library.name}: ${job.message ?? 'the ingestion failed'}`)
  }
}

function ingestInput(library: LibrarySource, folder: string): Parameters<Cairn['ingest']>[0] {
  const { kind, name, package: from = name, folder: docs = 'docs' } = library
  const inPackages = (path: string) => resolve(folder, 'node_modules', path)
  switch (kind) {
    case 'npm-package':
      return { reader: kind, sources: [inPackages(name)] }
    case 'python-package':
      return { reader: kind, sources: [name] }
    case 'markdown':
      return {
        reader: kind,
        sources: [inPackages(join(from, docs))],
        library: { name }
      }
  }
}
