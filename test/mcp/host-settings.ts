import type { Scope } from '../../src/cli/connect/host-form.js'
import type { HostName } from '../../src/cli/connect/hosts.js'

/** Settings as people have them: other servers, comments, their own indentation. */
export interface Settings {
  readonly host: HostName
  readonly scope: Scope
  /** Files relative to the project or the home folder, null where there is none. */
  readonly files: Readonly<Record<string, string | null>>
}

const claudeProject = `{
    "mcpServers": {
        "github": {
            "command": "npx",
            "args": ["-y", "@modelcontextprotocol/server-github"],
            "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "\${GITHUB_TOKEN}" }
        }
    }
}
`

const claudeSettings = `{
  "permissions": { "allow": ["Bash(npm run lint)"], "deny": [] },
  "hooks": {
    "PostToolUse": [
      {
        "matcher": "Edit|Write",
        "hooks": [{ "type": "command", "command": "npx prettier --write \\"$CLAUDE_FILE\\"" }]
      }
    ],
    "Stop": [{ "hooks": [{ "type": "command", "command": "say done" }] }]
  }
}`

const claudeUser = `{
  "numStartups": 184,
  "tipsHistory": {"new-user-warmup": 3},
  "projects": {
    "/home/me/shop": {"allowedTools": [], "mcpServers": {}, "hasTrustDialogAccepted": true}
  },
  "mcpServers": {},
  "userID": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
}
`

const codex = `model = "gpt-5-codex"
approval_policy = "on-request" # ask me
notify = [
  "python3", # a list over lines
  "/home/me/notify.py",
]

[mcp_servers.docs]
command = "npx"
args = ["-y", "mcp-docs"]
env = { "API_KEY" = "value" }

[projects."/home/me/shop"]
trust_level = "trusted"
note = """
[not.a.table]
"""
`

const vscode = `{
\t// Servers of this workspace
\t"inputs": [
\t\t{ "type": "promptString", "id": "token", "password": true },
\t],
\t"servers": {
\t\t"playwright": { "command": "npx", "args": ["@playwright/mcp@latest"] }, // the browser
\t},
}
`

const zed = `// Zed settings
//
// For information on how to configure Zed, see the documentation.
{
  "theme": "One Dark", /* until spring */
  "buffer_font_size": 15,
  "context_servers": {
    "postgres": {
      "source": "extension",
      "settings": { "database_url": "postgres://localhost/shop" }
    }
  }
  // "vim_mode": true
}
`

const gemini = `{
  "theme": "Default",
  "selectedAuthType": "oauth-personal",
  "mcpServers": {"files": {"command": "mcp-files", "args": ["/home/me"], "trust": true}}
}
`

const cursorHooks = `{
  "version": 1,
  "hooks": {
    "afterFileEdit": [
      { "command": "./hooks/format.sh" }
    ],
    "stop": [{ "command": "but cursor stop" }]
  }
}
`

const oneServer = `{"mcpServers":{"memory":{"command":"mcp-memory"}}}`

const opencode = `{
  "$schema": "https://opencode.ai/config.json",
  // models that we pay for
  "model": "anthropic/claude-sonnet-4-5",
  "mcp": {
    "context7": { "type": "remote", "url": "https://mcp.context7.com/mcp", "enabled": true },
  },
  "permission": { "bash": "ask" },
}
`

const opencodeTwo = `{
  "$schema": "https://opencode.ai/config.json",
  "mcp": {
    "servers": {
      "everything": {
        "type": "local",
        "command": ["npx", "-y", "@modelcontextprotocol/server-everything"],
        "environment": { "LOG_LEVEL": "info" }
      }
    }
  }
}
`

const copilotCli = `{
  "mcpServers": {
    "playwright": {
      "type": "local",
      "command": "npx",
      "args": ["@playwright/mcp@latest"],
      "env": {},
      "tools": ["browser_click", "browser_snapshot"]
    }
  }
}
`

const cline = `{
  "mcpServers": {
    "github.com/modelcontextprotocol/servers/tree/main/src/github": {
      "autoApprove": [],
      "disabled": false,
      "timeout": 60,
      "type": "stdio",
      "command": "docker",
      "args": ["run", "-i", "--rm", "ghcr.io/github/github-mcp-server"]
    }
  }
}`

const roo = `{
\t"mcpServers": {
\t\t"db": {"command": "uvx", "args": ["mcp-server-sqlite"], "alwaysAllow": ["read_query"], "disabled": false}
\t}
}
`

const kilo = `{
  "$schema": "https://app.kilo.ai/config.json",
  "mcp": {
    "gitnexus": {
      "type": "local",
      "command": ["npx", "-y", "gitnexus@latest", "mcp"],
      "enabled": true,
      "timeout": 10000
    }
  }
}
`

const goose = `GOOSE_PROVIDER: anthropic
GOOSE_MODEL: claude-sonnet-4-5  # until the budget is gone
GOOSE_MODE: smart_approve
extensions:
  developer:
    bundled: true
    enabled: true
    name: developer
    timeout: 300
    type: builtin

  github:
    enabled: true
    type: stdio
    name: github
    cmd: npx
    args:
    - -y
    - '@modelcontextprotocol/server-github'
    env_keys:
    - GITHUB_PERSONAL_ACCESS_TOKEN
    envs: {}
# slash commands
slash_commands: []
`

const vscodeStorage = '.config/Code/User/globalStorage'

/** Every host, with settings, without, and with what is nearly nothing. */
export const hostSettings: readonly Settings[] = [
  {
    host: 'claude-code',
    scope: 'project',
    files: { '.mcp.json': claudeProject, '.claude/settings.json': claudeSettings }
  },
  {
    host: 'claude-code',
    scope: 'user',
    files: {
      '.claude.json': claudeUser,
      '.claude/settings.json': claudeSettings.replaceAll('\n', '\r\n')
    }
  },
  {
    host: 'claude-code',
    scope: 'project',
    files: { '.mcp.json': null, '.claude/settings.json': null }
  },
  {
    host: 'claude-code',
    scope: 'project',
    files: { '.mcp.json': '{}', '.claude/settings.json': '{\n}\n' }
  },
  {
    host: 'claude-code',
    scope: 'user',
    files: { '.claude.json': '', '.claude/settings.json': '{ "hooks": {} }' }
  },
  {
    host: 'cursor',
    scope: 'project',
    files: { '.cursor/mcp.json': oneServer, '.cursor/hooks.json': cursorHooks }
  },
  {
    host: 'cursor',
    scope: 'user',
    files: { '.cursor/mcp.json': null, '.cursor/hooks.json': null }
  },
  {
    host: 'codex',
    scope: 'user',
    files: { '.codex/config.toml': codex, '.codex/hooks.json': null }
  },
  {
    host: 'codex',
    scope: 'project',
    files: { '.codex/config.toml': codex.trimEnd(), '.codex/hooks.json': claudeSettings }
  },
  {
    host: 'codex',
    scope: 'user',
    files: { '.codex/config.toml': null, '.codex/hooks.json': '{}\n' }
  },
  { host: 'vscode', scope: 'project', files: { '.vscode/mcp.json': vscode } },
  { host: 'vscode', scope: 'user', files: { '.config/Code/User/mcp.json': `\uFEFF${vscode}` } },
  { host: 'vscode', scope: 'project', files: { '.vscode/mcp.json': null } },
  { host: 'windsurf', scope: 'user', files: { '.codeium/windsurf/mcp_config.json': oneServer } },
  { host: 'windsurf', scope: 'user', files: { '.codeium/windsurf/mcp_config.json': null } },
  { host: 'gemini-cli', scope: 'user', files: { '.gemini/settings.json': gemini } },
  { host: 'gemini-cli', scope: 'project', files: { '.gemini/settings.json': null } },
  { host: 'zed', scope: 'user', files: { '.config/zed/settings.json': zed } },
  { host: 'zed', scope: 'project', files: { '.zed/settings.json': '{ }' } },
  { host: 'opencode', scope: 'project', files: { 'opencode.jsonc': opencode } },
  { host: 'opencode', scope: 'project', files: { '.opencode/opencode.json': opencodeTwo } },
  { host: 'opencode', scope: 'user', files: { '.config/opencode/opencode.json': null } },
  { host: 'copilot-cli', scope: 'user', files: { '.copilot/mcp-config.json': copilotCli } },
  { host: 'copilot-cli', scope: 'project', files: { '.github/mcp.json': null } },
  {
    host: 'cline',
    scope: 'user',
    files: { [`${vscodeStorage}/saoudrizwan.claude-dev/settings/cline_mcp_settings.json`]: cline }
  },
  { host: 'cline', scope: 'user', files: { '.cline/data/settings/cline_mcp_settings.json': '{}' } },
  { host: 'roo', scope: 'project', files: { '.roo/mcp.json': roo } },
  {
    host: 'roo',
    scope: 'user',
    files: { [`${vscodeStorage}/rooveterinaryinc.roo-cline/settings/mcp_settings.json`]: null }
  },
  { host: 'kilo', scope: 'user', files: { '.config/kilo/kilo.jsonc': kilo } },
  { host: 'kilo', scope: 'project', files: { '.kilocode/mcp.json': roo } },
  { host: 'kilo', scope: 'project', files: { '.kilo/kilo.jsonc': null } },
  { host: 'pi', scope: 'user', files: { '.pi/agent/mcp.json': oneServer } },
  { host: 'pi', scope: 'project', files: { '.pi/mcp.json': null } },
  { host: 'goose', scope: 'user', files: { '.config/goose/config.yaml': goose } },
  {
    host: 'goose',
    scope: 'user',
    files: { '.config/goose/config.yaml': goose.replaceAll('\n', '\r\n') }
  },
  { host: 'goose', scope: 'user', files: { '.config/goose/config.yaml': 'GOOSE_MODE: auto' } },
  { host: 'goose', scope: 'user', files: { '.config/goose/config.yaml': null } }
]
