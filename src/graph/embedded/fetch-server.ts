import { readdir, rename, rm, writeFile, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CairnError } from '../../errors.js'
import { fetchOnce } from './fetch-once.js'
import { diskFull } from './free-space.js'
import { runCommand } from './run-command.js'

/** The Neo4j that Cairn embeds. */
export const neo4jVersion = '2026.08.1'

const artifacts = [
  ['org.neo4j', 'neo4j', neo4jVersion],
  ['org.neo4j.app', 'neo4j-server', neo4jVersion],
  ['org.neo4j.client', 'neo4j-browser', '5.24.0']
] as const

const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies'

export interface FetchServerOptions {
  readonly cache: string
  /** A Java home for Maven itself, where the PATH may have none. */
  readonly javaHome: string
  readonly onProgress?: (step: string) => void
}

/**
 * The jars of the server in a fixed order, fetched by Maven into `<cache>/neo4j-<version>` where they
 * are not there yet. Any number of processes may call this at once.
 * @throws CairnError NOT_CONFIGURED without Maven, GRAPH_UNAVAILABLE where it cannot download, DISK_FULL
 */
export async function fetchServer(options: FetchServerOptions): Promise<string[]> {
  const folder = join(options.cache, `neo4j-${neo4jVersion}`)
  const known = await jarsOf(folder)
  if (known !== null) return known
  await setAsideBroken(folder)
  await fetchOnce(folder, async (draft) => {
    await download(draft, options)
    return true
  })
  const jars = await jarsOf(folder)
  if (jars !== null) return jars
  throw new CairnError(
    'GRAPH_UNAVAILABLE',
    `${folder} does not hold all of Neo4j; remove that folder and start again.`,
    { details: { field: 'folder', value: folder } }
  )
}

/** The jars that the folder's list names; null where the list or one of them is missing. */
async function jarsOf(folder: string): Promise<string[] | null> {
  try {
    const listed = (await readFile(join(folder, 'jars.txt'), 'utf8')).trim().split('\n')
    const there = new Set(await readdir(join(folder, 'lib')))
    if (!listed.every((name) => there.has(name))) return null
    return listed.map((name) => join(folder, 'lib', name))
  } catch {
    return null
  }
}

/** Somebody removed files: what is left must not stand in the way of a whole copy. */
async function setAsideBroken(folder: string): Promise<void> {
  const aside = `${folder}.broken-${String(process.pid)}`
  try {
    await rename(folder, aside)
  } catch {
    return
  }
  await rm(aside, { recursive: true, force: true })
}

async function download(draft: string, options: FetchServerOptions): Promise<void> {
  const progress = options.onProgress ?? (() => undefined)
  progress(`Fetching Neo4j ${neo4jVersion} from Maven (once, about 170 MB)`)
  await writeFile(join(draft, 'pom.xml'), pom())
  const args = ['-B', '-C', copyGoal, '-DincludeScope=runtime', '-DoutputDirectory=lib']
  let files = 0
  const run = await runMaven(args, options.javaHome, {
    cwd: draft,
    onLine: (line) => {
      if (!line.includes('Downloaded from')) return
      files += 1
      if (files % 50 === 0) progress(`Fetching Neo4j: ${String(files)} files`)
    }
  })
  if (run.missing) throw mavenMissing()
  if (run.code !== 0) throw downloadFailed(run.output, dirname(draft))
  const jars = (await readdir(join(draft, 'lib'))).filter((name) => name.endsWith('.jar')).sort()
  await writeFile(join(draft, 'jars.txt'), `${jars.join('\n')}\n`)
}

/** Maven with a Java of its own choice; where it finds none on the PATH, with ours. */
async function runMaven(
  args: readonly string[],
  javaHome: string,
  where: { cwd: string; onLine: (line: string) => void }
): ReturnType<typeof runCommand> {
  const options = { ...where, timeoutMs: 1_800_000 }
  const run = await runCommand('mvn', args, options)
  if (run.missing || run.code === 0 || javaHome === '') return run
  if (!/JAVA_HOME|java: (command )?not found/.test(run.output)) return run
  return runCommand('mvn', args, { ...options, variables: { JAVA_HOME: javaHome } })
}

function pom(): string {
  const dependencies = artifacts.map(
    ([group, name, version]) =>
      `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId><version>${version}</version></dependency>`
  )
  return `<project><modelVersion>4.0.0</modelVersion><groupId>cairn</groupId><artifactId>neo4j</artifactId><version>1</version><dependencies>${dependencies.join('')}</dependencies></project>\n`
}

function mavenMissing(): CairnError {
  const install =
    process.platform === 'darwin'
      ? 'brew install maven'
      : process.platform === 'win32'
        ? 'winget install Apache.Maven'
        : 'sudo apt install maven'
  return new CairnError(
    'NOT_CONFIGURED',
    `Maven (mvn) is not on the PATH, and the embedded Neo4j is fetched with it; install it with \`${install}\`, ` +
      'or run Neo4j in Docker (`docker compose up -d neo4j`) and set NEO4J_URI to it.',
    { details: { field: 'PATH', value: null, expected: 'mvn' } }
  )
}

function downloadFailed(output: string, cache: string): CairnError {
  if (output.includes('No space left')) return diskFull(cache, 'the download of Neo4j did not fit')
  const reason = output.split('\n').find((line) => line.startsWith('[ERROR]')) ?? ''
  return new CairnError(
    'GRAPH_UNAVAILABLE',
    `Neo4j ${neo4jVersion} could not be fetched by Maven: ${reason.slice(8, 400) || 'it gave no reason'}. ` +
      'Check the network and the mirrors in ~/.m2/settings.xml, and start again.',
    { details: { field: 'maven', value: neo4jVersion } }
  )
}
