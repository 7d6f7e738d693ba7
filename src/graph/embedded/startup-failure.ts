import { CairnError } from '../../errors.js'
import { neo4jVersion } from './fetch-server.js'
import { diskFull } from './free-space.js'
import { oneLine } from './one-line.js'
import { portInUse } from './ports.js'
import type { ServerSettings } from './settings.js'

export interface FailedStart {
  /** What the server wrote since it was started, and what its database said. */
  readonly output: string
  /** Left on the disk when it failed: on a full one its log may not have told. */
  readonly freeMb: number
  readonly folder: string
  readonly logFile: string
  readonly settings: ServerSettings
}

interface Reading {
  readonly sign: RegExp
  readonly failure: (start: FailedStart) => CairnError
}

const diskFullSign =
  /No space left on device|not enough space on the disk|Disk quota exceeded|Error writing to RandomAccessFile/i
const hardlyAnythingMb = 5

/** Whether a server's output tells of a full disk. */
export function saysDiskFull(output: string): boolean {
  return diskFullSign.test(output)
}

/** Signs in Neo4j's own words, the most telling first. */
const readings: readonly Reading[] = [
  {
    sign: /Address already in use|BindException|PortBindException/,
    failure: (s) => portTaken(s)
  },
  {
    sign: /lock file has been locked by another process|Unable to obtain lock on|FileLockException/i,
    failure: (s) => storeLocked(s)
  },
  {
    sign: /newer version|Unknown (store|kernel) version|not been recognised by any|Failed to read current store version|store version is not supported|UnsupportedLogVersion/i,
    failure: (s) => storeTooNew(s)
  },
  {
    sign: /AccessDeniedException|Permission denied|Operation not permitted/,
    failure: (s) => notAllowed(s)
  },
  {
    sign: /Could not reserve enough space|insufficient memory|Cannot allocate memory|OutOfMemoryError/i,
    failure: (s) => noMemory(s)
  }
]

/** Why Neo4j did not start, in a sentence that tells what to do. */
export function startupFailure(start: FailedStart): CairnError {
  if (saysDiskFull(start.output) || start.freeMb < hardlyAnythingMb)
    return diskFull(start.folder, `Neo4j could not write (its log: ${start.logFile})`)
  const reading = readings.find(({ sign }) => sign.test(start.output))
  if (reading !== undefined) return reading.failure(start)
  const line = oneLine(start.output) || 'it wrote nothing'
  return new CairnError(
    'GRAPH_UNAVAILABLE',
    `The embedded Neo4j did not start: ${line} (its log: ${start.logFile}).`,
    { details: { field: 'log', value: start.logFile } }
  )
}

function portTaken({ output, settings }: FailedStart): CairnError {
  const wish = output.includes(`:${String(settings.httpPort)}`)
    ? ({ variable: 'CAIRN_BROWSER_PORT', port: settings.httpPort } as const)
    : ({ variable: 'CAIRN_BOLT_PORT', port: settings.boltPort } as const)
  return portInUse(wish)
}

function storeLocked({ folder, logFile }: FailedStart): CairnError {
  return new CairnError(
    'ALREADY_RUNNING',
    `Another Neo4j has the data in ${folder} open; stop it (\`cairn down\`, or the container that mounts this folder) and start again (log: ${logFile}).`,
    { details: { field: 'folder', value: folder } }
  )
}

function storeTooNew({ folder, logFile, output }: FailedStart): CairnError {
  return new CairnError(
    'GRAPH_REFUSED',
    `The data in ${folder} cannot be read by Neo4j ${neo4jVersion}, which means that a newer one wrote it or that it is damaged: ${oneLine(output)}. Use the Cairn that wrote it, or restore a backup (log: ${logFile}).`,
    { details: { field: 'folder', value: folder } }
  )
}

function notAllowed({ folder, logFile, output }: FailedStart): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `Neo4j may not use a file it needs: ${oneLine(output)}; make ${folder} belong to the user who runs Cairn (log: ${logFile}).`,
    { details: { field: 'folder', value: folder } }
  )
}

function noMemory({ settings, logFile }: FailedStart): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `There is not enough memory for Neo4j: lower CAIRN_NEO4J_HEAP_MB (${String(settings.heapMb)}) or CAIRN_NEO4J_PAGECACHE_MB (${String(settings.pageCacheMb)}), or use a larger machine (log: ${logFile}).`,
    { details: { field: 'CAIRN_NEO4J_HEAP_MB', value: settings.heapMb } }
  )
}
