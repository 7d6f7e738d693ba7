/** How a host is told of Cairn, over HTTP with a key of its own. */
export interface HostWords {
  readonly id: string
  readonly name: string
  /** Where it goes: a file, or a shell. */
  readonly where: string
  readonly text: string
}

const json = (value: object) => JSON.stringify(value, null, 2)

/** What to put where, for each host; `at` is this Cairn's address. */
export function howToUse(key: string, at: string, role: string): HostWords[] {
  const [shell, http, page, runner] = withoutHost(key, at)
  if (role === 'runner') return [runner, http]
  const told = hostsOf(key, at)
  return role === 'agent' ? [...told, shell, http, page] : [page, shell, http, ...told]
}

function hostsOf(key: string, at: string): HostWords[] {
  const url = `${at}/mcp`
  const headers = { Authorization: `Bearer ${key}` }
  const servers = (entry: object) => json({ mcpServers: { cairn: entry } })
  const hosts: readonly (readonly [id: string, name: string, where: string, text: string])[] = [
    [
      'claude-code',
      'Claude Code',
      'In a shell',
      `claude mcp add --transport http cairn ${url} \\\n  --header "Authorization: Bearer ${key}"`
    ],
    ['cursor', 'Cursor', '~/.cursor/mcp.json', servers({ url, headers })],
    [
      'codex',
      'Codex',
      '~/.codex/config.toml, with CAIRN_KEY in the environment',
      `[mcp_servers.cairn]\nurl = "${url}"\nbearer_token_env_var = "CAIRN_KEY"\n\n# in the shell: export CAIRN_KEY=${key}`
    ],
    [
      'vscode',
      'VS Code',
      '.vscode/mcp.json of the project',
      json({ servers: { cairn: { type: 'http', url, headers } } })
    ],
    [
      'windsurf',
      'Windsurf',
      '~/.codeium/windsurf/mcp_config.json',
      servers({ serverUrl: url, headers })
    ],
    ['gemini-cli', 'Gemini CLI', '~/.gemini/settings.json', servers({ httpUrl: url, headers })],
    ['zed', 'Zed', 'settings.json of Zed', json({ context_servers: { cairn: { url, headers } } })],
    [
      'opencode',
      'opencode',
      'opencode.json',
      json({ mcp: { cairn: { type: 'remote', url, headers, enabled: true } } })
    ],
    [
      'copilot-cli',
      'Copilot CLI',
      '~/.copilot/mcp-config.json',
      servers({ type: 'http', url, headers, tools: ['*'] })
    ],
    [
      'cline',
      'Cline, Roo Code, Kilo Code',
      'Its MCP settings; Roo Code and Kilo Code say streamable-http',
      servers({ type: 'streamableHttp', url, headers })
    ],
    [
      'goose',
      'Goose',
      '~/.config/goose/config.yaml',
      `extensions:\n  cairn:\n    enabled: true\n    type: streamable_http\n    name: cairn\n    uri: ${url}\n    headers:\n      Authorization: Bearer ${key}`
    ]
  ]
  return hosts.map(([id, name, where, text]) => ({ id, name, where, text }))
}

type Four = readonly [shell: HostWords, http: HostWords, page: HostWords, runner: HostWords]

function withoutHost(key: string, at: string): Four {
  const shell = {
    id: 'shell',
    name: 'Command line',
    where: 'In a shell on the machine of this Cairn',
    text: `export CAIRN_KEY=${key}\ncairn recommend "how do I …"`
  }
  const http = {
    id: 'http',
    name: 'HTTP',
    where: 'In a shell anywhere',
    text: `curl ${at}/graphql -H "authorization: Bearer ${key}" \\\n  -H "content-type: application/json" \\\n  -d '{"query": "{ me { name role } }"}'`
  }
  const page = {
    id: 'page',
    name: 'These pages',
    where: `Open ${at} and paste it`,
    text: key
  }
  const runner = {
    id: 'runner',
    name: 'Runner',
    where: 'Where tests run',
    text: `export CAIRN_RUNNER_KEY=${key}\ncairn run -- npm test`
  }
  return [shell, http, page, runner]
}
