import type { HostName, Scope } from '../../src/cli/connect/hosts.js'

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
  { host: 'zed', scope: 'project', files: { '.zed/settings.json': '{ }' } }
]
