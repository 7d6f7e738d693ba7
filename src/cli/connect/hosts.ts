import { join } from 'node:path'
import { codeFolder } from '../../capture/recordings.js'
import { alike, claudeHooks, ofExtension, under } from './host-files.js'
import type { EntryForm, Host } from './host-form.js'

export const hostNames = [
  'claude-code',
  'cursor',
  'codex',
  'vscode',
  'windsurf',
  'gemini-cli',
  'zed',
  'opencode',
  'copilot-cli',
  'cline',
  'roo',
  'kilo',
  'pi',
  'goose'
] as const
export type HostName = (typeof hostNames)[number]

/** The form that most hosts have: `mcpServers` in JSON, with `command`, `args` and `env`. */
function common(file: EntryForm['file'], extra: EntryForm['extra'] = {}): EntryForm {
  return { file, format: 'json', servers: ['mcpServers'], command: 'args', env: 'env', extra }
}

/** opencode's first form, which its second version reads too, and that of Kilo, which is made of it. */
function likeOpencode(file: EntryForm['file']): EntryForm {
  return {
    file,
    format: 'json',
    servers: ['mcp'],
    ratherIn: ['mcp', 'servers'],
    command: 'list',
    env: 'environment',
    extra: { type: 'local' }
  }
}

/** What the host keeps cannot be read: it is said once, here. */
const unheard =
  'keeps its sessions in a form that Cairn does not read: what its agent does not hand in with record_trace stays unknown.'

/** Each host's settings as its own documentation has them. */
export const hosts: Readonly<Record<HostName, Host>> = {
  'claude-code': {
    title: 'Claude Code',
    usual: 'project',
    entries: [common(under({ project: '.mcp.json', user: '.claude.json' }), { type: 'stdio' })],
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
    entries: [common(under({ project: '.cursor/mcp.json', user: '.cursor/mcp.json' }))],
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
        { on: 'stop', event: 'after-work', seconds: 5 },
        { on: 'sessionEnd', event: 'session-end', seconds: 20 }
      ]
    }
  },
  codex: {
    title: 'Codex',
    usual: 'user',
    entries: [
      {
        file: under({ project: '.codex/config.toml', user: '.codex/config.toml' }),
        format: 'toml',
        servers: ['mcp_servers'],
        command: 'args',
        env: 'env',
        extra: {}
      }
    ],
    hooks: {
      file: alike('.codex', 'hooks.json'),
      form: 'grouped',
      perSecond: 1,
      list: claudeHooks.filter(({ on }) => !['PostToolUseFailure', 'SessionEnd'].includes(on))
    },
    note: 'Codex asks once whether its hooks are to be trusted; older ones need `codex_hooks = true` under [features] in config.toml.'
  },
  vscode: {
    title: 'VS Code',
    usual: 'project',
    entries: [
      {
        ...common((scope, folders) =>
          scope === 'project'
            ? join(folders.project, '.vscode', 'mcp.json')
            : join(codeFolder(folders), 'mcp.json')
        ),
        servers: ['servers'],
        extra: { type: 'stdio' }
      }
    ],
    hooks: null
  },
  windsurf: {
    title: 'Windsurf',
    usual: 'user',
    entries: [common(under({ user: '.codeium/windsurf/mcp_config.json' }))],
    hooks: null,
    note: `Windsurf ${unheard}`
  },
  'gemini-cli': {
    title: 'Gemini CLI',
    usual: 'project',
    entries: [common(under({ project: '.gemini/settings.json', user: '.gemini/settings.json' }))],
    hooks: {
      file: alike('.gemini', 'settings.json'),
      form: 'grouped',
      perSecond: 1_000,
      // At the end of work it can only refuse the answer, and then the agent gives it once more: it is not asked there.
      list: [
        { on: 'SessionStart', event: 'session-start', seconds: 5 },
        { on: 'BeforeAgent', event: 'before-work', seconds: 5 },
        { on: 'AfterTool', event: 'after-tool', matcher: 'run_shell_command', seconds: 5 },
        { on: 'SessionEnd', event: 'session-end', seconds: 20 }
      ]
    }
  },
  zed: {
    title: 'Zed',
    usual: 'user',
    entries: [
      {
        ...common(under({ project: '.zed/settings.json', user: '.config/zed/settings.json' })),
        servers: ['context_servers'],
        extra: { source: 'custom', enabled: true }
      }
    ],
    hooks: null,
    note: `Zed ${unheard}`
  },
  opencode: {
    title: 'opencode',
    usual: 'project',
    entries: [
      likeOpencode(under({ project: 'opencode.json', user: '.config/opencode/opencode.json' })),
      likeOpencode(under({ project: 'opencode.jsonc', user: '.config/opencode/opencode.jsonc' })),
      likeOpencode(under({ project: '.opencode/opencode.json' })),
      likeOpencode(under({ project: '.opencode/opencode.jsonc' }))
    ],
    hooks: null
  },
  'copilot-cli': {
    title: 'Copilot CLI',
    usual: 'user',
    entries: [
      common(under({ project: '.github/mcp.json', user: '.copilot/mcp-config.json' }), {
        type: 'local',
        tools: ['*']
      })
    ],
    hooks: null
  },
  cline: {
    title: 'Cline',
    usual: 'user',
    entries: [
      common(ofExtension('saoudrizwan.claude-dev', 'cline_mcp_settings.json'), {
        disabled: false,
        autoApprove: []
      }),
      common(under({ user: '.cline/data/settings/cline_mcp_settings.json' }), {
        disabled: false,
        autoApprove: []
      })
    ],
    hooks: null
  },
  roo: {
    title: 'Roo Code',
    usual: 'project',
    entries: [
      common(ofExtension('rooveterinaryinc.roo-cline', 'mcp_settings.json', '.roo/mcp.json'), {
        disabled: false,
        alwaysAllow: []
      })
    ],
    hooks: null
  },
  kilo: {
    title: 'Kilo Code',
    usual: 'project',
    entries: [
      likeOpencode(under({ project: '.kilo/kilo.jsonc', user: '.config/kilo/kilo.jsonc' })),
      likeOpencode(under({ project: '.kilo/kilo.json', user: '.config/kilo/kilo.json' })),
      likeOpencode(under({ project: 'kilo.jsonc' })),
      likeOpencode(under({ project: 'kilo.json' })),
      common(ofExtension('kilocode.kilo-code', 'mcp_settings.json', '.kilocode/mcp.json'), {
        disabled: false,
        alwaysAllow: []
      })
    ],
    hooks: null
  },
  pi: {
    title: 'Pi',
    usual: 'user',
    entries: [common(under({ project: '.pi/mcp.json', user: '.pi/agent/mcp.json' }))],
    hooks: null,
    note: 'Pi speaks MCP by an extension: `pi install npm:pi-mcp-adapter`.'
  },
  goose: {
    title: 'Goose',
    usual: 'user',
    entries: [
      {
        file: under({ user: '.config/goose/config.yaml' }),
        format: 'yaml',
        servers: ['extensions'],
        command: 'cmd',
        env: 'envs',
        extra: { enabled: true, type: 'stdio', name: 'cairn', timeout: 300 }
      }
    ],
    hooks: null
  }
}
