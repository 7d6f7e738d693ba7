import { lstatSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where a person's programs keep what is theirs. */
export interface UserFolders {
  readonly home: string
  readonly platform: NodeJS.Platform
}

/** A file in which a host wrote down a session, as it stands now. */
export interface Recording {
  readonly file: string
  readonly size: number
  /** Milliseconds since 1970. */
  readonly mtimeMs: number
  /** Why it is not read, and what can be done; undefined where a reader knows its form. */
  readonly unread?: string
}

interface Place {
  readonly folder: (at: UserFolders) => string
  /** The path below the folder, with slashes. */
  readonly name: RegExp
  readonly unread?: string
}

/** Where VS Code keeps a user's settings and what its extensions store. */
export function codeFolder({ home, platform }: UserFolders): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Code', 'User')
  if (platform === 'win32') return join(home, 'AppData', 'Roaming', 'Code', 'User')
  return join(home, '.config', 'Code', 'User')
}

const below =
  (...path: string[]) =>
  ({ home }: UserFolders) =>
    join(home, ...path)
const ofExtension = (id: string) => (at: UserFolders) =>
  join(codeFolder(at), 'globalStorage', id, 'tasks')

/** A task of Cline and its kin is kept twice: what was sent to the model holds all of it. */
const history = /^[^/]+\/api_conversation_history\.json$/

const inDatabase = (command: string) =>
  `its sessions are in a database that Cairn does not read; \`${command}\` writes one out, and \`cairn import traces\` takes it in`

/**
 * Where each host keeps its recordings. A host that is not here keeps none that could be read: what its agent does not
 * hand in by itself stays unknown.
 */
const places: Readonly<Record<string, readonly Place[]>> = {
  'claude-code': [{ folder: below('.claude', 'projects'), name: /\.jsonl$/ }],
  codex: [
    { folder: below('.codex', 'sessions'), name: /(?:^|\/)rollout-[^/]*\.jsonl?$/ },
    { folder: below('.codex', 'archived_sessions'), name: /(?:^|\/)rollout-[^/]*\.jsonl?$/ }
  ],
  'gemini-cli': [
    { folder: below('.gemini', 'tmp'), name: /^[^/]+\/chats\/session-[^/]*\.jsonl?$/ }
  ],
  cursor: [
    { folder: below('.cursor', 'projects'), name: /\/agent-transcripts\/(?:.*\/)?[^/]+\.jsonl?$/ }
  ],
  opencode: [
    {
      folder: below('.local', 'share', 'opencode', 'storage', 'session'),
      name: /^[^/]+\/ses_[^/]*\.json$/
    },
    {
      folder: below('.local', 'share', 'opencode'),
      name: /^opencode\.db$/,
      unread: inDatabase('opencode export <session> > session.json')
    }
  ],
  cline: [
    { folder: ofExtension('saoudrizwan.claude-dev'), name: history },
    { folder: below('.cline', 'data', 'tasks'), name: history }
  ],
  roo: [{ folder: ofExtension('rooveterinaryinc.roo-cline'), name: history }],
  kilo: [
    { folder: ofExtension('kilocode.kilo-code'), name: history },
    {
      folder: below('.local', 'share', 'kilo'),
      name: /^kilo\.db$/,
      unread: inDatabase('kilo export <session> > session.json')
    }
  ],
  'copilot-cli': [
    { folder: below('.copilot', 'session-state'), name: /^[^/]+(?:\/events)?\.jsonl$/ }
  ],
  vscode: [
    {
      folder: (at) => join(codeFolder(at), 'workspaceStorage'),
      name: /^[^/]+\/chatSessions\/[^/]+\.jsonl?$/
    }
  ],
  goose: [
    { folder: below('.local', 'share', 'goose', 'sessions'), name: /^[^/]+\.jsonl$/ },
    {
      folder: below('.local', 'share', 'goose', 'sessions'),
      name: /^sessions\.db$/,
      unread: inDatabase('goose session export --format json --output session.json')
    }
  ],
  pi: [{ folder: below('.pi', 'agent', 'sessions'), name: /\.jsonl$/ }]
}

/** The hosts whose recordings are known. */
export const recordingHosts: readonly string[] = Object.keys(places)

/** The folders in which a host of this machine keeps recordings, whether or not they are there. */
export function foldersOf(host: string, at: UserFolders): string[] {
  return [...new Set((places[host] ?? []).map(({ folder }) => folder(at)))]
}

/** Files and folders that are looked at for one host; who has more has not looked at them for years. */
const most = 50_000
const deepest = 12

/** The recordings of a host that lie on this machine, the oldest first. Links are not followed. */
export function recordingsOf(host: string, at: UserFolders): Recording[] {
  const found: Recording[] = []
  for (const { folder, name, unread } of places[host] ?? []) {
    const root = folder(at)
    for (const path of walk(root)) {
      if (!name.test(path)) continue
      const about = statSync(join(root, path), { throwIfNoEntry: false })
      if (about?.isFile() !== true) continue
      found.push({
        file: join(root, path),
        size: about.size,
        mtimeMs: Math.floor(about.mtimeMs),
        ...(unread === undefined ? {} : { unread })
      })
    }
  }
  return found.sort((a, b) => a.mtimeMs - b.mtimeMs || (a.file < b.file ? -1 : 1))
}

/** Paths of the files below a folder, with slashes; nothing where it is not there. */
function* walk(root: string): Iterable<string> {
  if (lstatSync(root, { throwIfNoEntry: false }) === undefined) return
  const waiting = [{ path: '', depth: 0 }]
  let seen = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const entry of entriesOf(join(root, next.path))) {
      if (++seen > most) return
      const path = next.path === '' ? entry.name : `${next.path}/${entry.name}`
      if (entry.isFile()) yield path
      else if (entry.isDirectory() && next.depth < deepest)
        waiting.push({ path, depth: next.depth + 1 })
    }
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // A folder that went, or that is not to be read by us.
    return []
  }
}

/** What a recording is called among those of its host: its folder where all of them have one name, else its file. */
export function sessionOf(file: string): string {
  const name = basename(file).replace(/\.jsonl?$/, '')
  return /^(?:api_conversation_history|events)$/.test(name) ? basename(dirname(file)) : name
}
