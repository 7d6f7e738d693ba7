import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readKept } from './keep-json.js'

/** As much of a recording as is looked at before anybody agreed to its being read. */
const beginning = 262_144

const folderIn = /"(?:cwd|directory|working_dir|workingDirectory)"\s*:\s*("(?:[^"\\]|\\.){1,4000}")/
/** What Cline and its kin tell the model about where it is; within a JSON string. */
const workspaceIn = /# Current (?:Working|Workspace) Directory \(((?:[^()"\\\n]|\\\\){1,2000})\)/
const hashIn = /"projectHash"\s*:\s*"([0-9a-f]{64})"/

/**
 * The folder of the project in which a session was, as its recording's beginning or what lies beside it tells.
 * @param known folders by which a recording is known that has only the hash of its project, or a name made of it
 * @returns null where nothing tells
 */
export function projectOf(file: string, known: readonly string[] = []): string | null {
  const beside = besideIt(file)
  if (beside !== null) return beside
  const cursors = cursorName.exec(file)?.[1]
  if (cursors !== undefined) return oneOf(known, (folder) => nameOf(folder) === cursors)
  return saidIn(startOf(file), known)
}

/** What the beginning of a recording tells. */
function saidIn(start: string, known: readonly string[]): string | null {
  const hash = hashIn.exec(start)?.[1]
  // What follows in such a recording may name folders too: those that tools were called with.
  if (hash !== undefined) return oneOf(known, (folder) => hashOf(folder) === hash)
  const named = folderIn.exec(start)?.[1] ?? quoted(workspaceIn.exec(start)?.[1])
  return named === undefined ? null : textOf(named)
}

function oneOf(known: readonly string[], is: (folder: string) => boolean): string | null {
  return known.find(is) ?? null
}

function hashOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex')
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined ? undefined : `"${text}"`
}

/** Cursor names a project's folder after its path. */
const cursorName = /[\\/]\.cursor[\\/]projects[\\/]([^\\/]+)[\\/]/

function nameOf(folder: string): string {
  return folder.replace(/^[\\/]+/, '').replace(/[^A-Za-z0-9]+/g, '-')
}

function textOf(json: string): string | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' && value !== '' ? value : null
  } catch {
    return null
  }
}

/** VS Code names the folder in a file above its chats, Gemini CLI in one beside them, Copilot CLI beside its events. */
function besideIt(file: string): string | null {
  const above = dirname(dirname(file))
  const folder = readKept(join(above, 'workspace.json'))?.['folder']
  if (typeof folder === 'string' && folder.startsWith('file:')) return pathOf(folder)
  const root = textIn(join(above, '.project_root')).trim()
  if (root !== '') return root
  const cwd = /^cwd:[ \t]*(\S.*?)[ \t]*$/m.exec(textIn(join(dirname(file), 'workspace.yaml')))?.[1]
  return cwd?.replace(/^(["'])(.*)\1$/, '$2') ?? null
}

function pathOf(url: string): string | null {
  try {
    return fileURLToPath(url)
  } catch {
    return null
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, beginning)
  } catch {
    return ''
  }
}

function startOf(file: string): string {
  let at: number
  try {
    at = openSync(file, 'r')
  } catch {
    return ''
  }
  try {
    const buffer = Buffer.alloc(beginning)
    return buffer.toString('utf8', 0, readSync(at, buffer, 0, beginning, 0))
  } catch {
    return ''
  } finally {
    closeSync(at)
  }
}
