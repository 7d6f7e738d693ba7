export type Scope = 'project' | 'user'

/** What our hooks do, each `cairn hook <event>`. */
export const hookEvents = [
  'before-work',
  'after-tool',
  'after-work',
  'session-start',
  'session-end'
] as const
export type HookEvent = (typeof hookEvents)[number]

/** Folders that places are relative to. */
export interface Folders {
  readonly project: string
  readonly home: string
  readonly platform: NodeJS.Platform
}

/** One hook of a host: its event, ours, and for which tools it runs. */
export interface Hook {
  readonly on: string
  readonly event: HookEvent
  readonly matcher?: string
  /** How long the host waits, in seconds. */
  readonly seconds: number
}

/** How a host wants to be told of an MCP server. */
export interface EntryForm {
  /** null where the host has nothing of that scope. */
  readonly file: (scope: Scope, folders: Folders) => string | null
  readonly format: 'json' | 'toml' | 'yaml'
  /** Keys from the root of the file to the servers. */
  readonly servers: readonly string[]
  /** Another place for them, where the file has it already. */
  readonly ratherIn?: readonly string[]
  /** args: a command and its arguments; list: both in one list; cmd: as args, called cmd. */
  readonly command: 'args' | 'list' | 'cmd'
  /** What the host calls the variables that the server gets. */
  readonly env: 'env' | 'environment' | 'envs'
  /** What the host wants said of a server beside its command. */
  readonly extra: Readonly<Record<string, unknown>>
}

export interface Host {
  readonly title: string
  /** The scope that is meant where none is named. */
  readonly usual: Scope
  /** Where its MCP servers stand; the first file that is there is written, else the first. */
  readonly entries: readonly EntryForm[]
  readonly hooks: HostHooks | null
  /** What is still to be done by hand, or cannot be. */
  readonly note?: string
}

export interface HostHooks {
  readonly file: (scope: Scope, folders: Folders) => string
  /** grouped: `{matcher, hooks: [{type, command, timeout}]}`; flat: `{command, matcher, timeout}` beside `version: 1`. */
  readonly form: 'grouped' | 'flat'
  /** What the host counts a time-out in, as a share of a second. */
  readonly perSecond: 1 | 1_000
  readonly list: readonly Hook[]
}
