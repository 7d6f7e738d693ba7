import { join } from 'node:path'

export const hostNames = [
  'claude-code',
  'cursor',
  'codex',
  'vscode',
  'windsurf',
  'gemini-cli',
  'zed'
] as const
export type HostName = (typeof hostNames)[number]

export type Scope = 'project' | 'user'

/** What our hooks do, each `cairn hook <event>`. */
export const hookEvents = ['before-work', 'after-tool', 'session-start', 'session-end'] as const
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

export interface Host {
  readonly title: string
  /** The scope that is meant where none is named. */
  readonly usual: Scope
  /** File of the MCP entry; null where the host has none of that scope. */
  readonly entry: (scope: Scope, folders: Folders) => string | null
  readonly format: 'json' | 'toml'
  /** Where in the file the servers stand. */
  readonly servers: string
  /** What the host wants said of a server beside its command. */
  readonly extra: Readonly<Record<string, unknown>>
  readonly hooks: HostHooks | null
  /** What is still to be done by hand. */
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

/** A file under the project or the user's home. */
function under(path: { readonly project?: string; readonly user: string }) {
  return (scope: Scope, { project, home }: Folders): string | null => {
    if (scope === 'user') return join(home, path.user)
    return path.project === undefined ? null : join(project, path.project)
  }
}

function alike(folder: string, file: string) {
  return (scope: Scope, { project, home }: Folders): string =>
    join(scope === 'user' ? home : project, folder, file)
}

/** Claude Code's hooks; Codex has the same, but for failures and the end of a session. */
const claudeHooks: readonly Hook[] = [
  { on: 'UserPromptSubmit', event: 'before-work', seconds: 5 },
  { on: 'PostToolUse', event: 'after-tool', matcher: 'Bash', seconds: 5 },
  { on: 'PostToolUseFailure', event: 'after-tool', matcher: 'Bash', seconds: 5 },
  { on: 'SessionEnd', event: 'session-end', seconds: 20 }
]

export const hosts: Readonly<Record<HostName, Host>> = {
  'claude-code': {
    title: 'Claude Code',
    usual: 'project',
    entry: under({ project: '.mcp.json', user: '.claude.json' }),
    format: 'json',
    servers: 'mcpServers',
    extra: { type: 'stdio' },
    hooks: {
      file: alike('.claude', 'settings.json'),
      form: 'grouped',
      perSecond: 1,
      list: claudeHooks
    }
  },
  cursor: {
    title: 'Cursor',
    usual: 'project',
    entry: under({ project: '.cursor/mcp.json', user: '.cursor/mcp.json' }),
    format: 'json',
    servers: 'mcpServers',
    extra: {},
    hooks: {
      file: alike('.cursor', 'hooks.json'),
      form: 'flat',
      perSecond: 1,
      // A prompt's hook cannot add to the context there: what it found is handed over after the first tool.
      list: [
        { on: 'sessionStart', event: 'session-start', seconds: 5 },
        { on: 'beforeSubmitPrompt', event: 'before-work', seconds: 5 },
        { on: 'postToolUse', event: 'after-tool', seconds: 5 },
        { on: 'postToolUseFailure', event: 'after-tool', seconds: 5 },
        { on: 'sessionEnd', event: 'session-end', seconds: 20 }
      ]
    }
  },
  codex: {
    title: 'Codex',
    usual: 'user',
    entry: under({ project: '.codex/config.toml', user: '.codex/config.toml' }),
    format: 'toml',
    servers: 'mcp_servers',
    extra: {},
    hooks: {
      file: alike('.codex', 'hooks.json'),
      form: 'grouped',
      perSecond: 1,
      list: claudeHooks.filter(({ on }) => on === 'UserPromptSubmit' || on === 'PostToolUse')
    },
    note: 'Codex asks once whether its hooks are to be trusted; older ones need `codex_hooks = true` under [features] in config.toml.'
  },
  vscode: {
    title: 'VS Code',
    usual: 'project',
    entry: (scope, { project, home, platform }) =>
      scope === 'project'
        ? join(project, '.vscode', 'mcp.json')
        : join(home, ...codeFolder(platform), 'User', 'mcp.json'),
    format: 'json',
    servers: 'servers',
    extra: { type: 'stdio' },
    hooks: null
  },
  windsurf: {
    title: 'Windsurf',
    usual: 'user',
    entry: under({ user: '.codeium/windsurf/mcp_config.json' }),
    format: 'json',
    servers: 'mcpServers',
    extra: {},
    hooks: null
  },
  'gemini-cli': {
    title: 'Gemini CLI',
    usual: 'project',
    entry: under({ project: '.gemini/settings.json', user: '.gemini/settings.json' }),
    format: 'json',
    servers: 'mcpServers',
    extra: {},
    hooks: {
      file: alike('.gemini', 'settings.json'),
      form: 'grouped',
      perSecond: 1_000,
      list: [
        { on: 'BeforeAgent', event: 'before-work', seconds: 5 },
        { on: 'AfterTool', event: 'after-tool', matcher: 'run_shell_command', seconds: 5 },
        { on: 'SessionEnd', event: 'session-end', seconds: 20 }
      ]
    }
  },
  zed: {
    title: 'Zed',
    usual: 'user',
    entry: under({ project: '.zed/settings.json', user: '.config/zed/settings.json' }),
    format: 'json',
    servers: 'context_servers',
    extra: { source: 'custom', enabled: true },
    hooks: null
  }
}

/** Where VS Code keeps a user's settings. */
function codeFolder(platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return ['Library', 'Application Support', 'Code']
  return platform === 'win32' ? ['AppData', 'Roaming', 'Code'] : ['.config', 'Code']
}
