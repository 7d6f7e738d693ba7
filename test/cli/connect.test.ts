import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { parseJsonc } from '../../src/cli/connect/jsonc.js'
import type { HowToRun } from '../../src/cli/connect/how-to-run.js'
import { lineDiff } from '../../src/cli/connect/line-diff.js'
import { backupOf, planConnect, type FileChange } from '../../src/cli/connect/plan.js'
import { writeChange } from '../../src/cli/connect/write-change.js'
import { emptyGraph, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { hostSettings, type Settings } from '../mcp/host-settings.js'
import { openShell } from './run-cli.js'

afterAll(removeFolders)

const onPath: HowToRun = { command: 'cairn', args: [], env: {} }

/** A project and a home with the files of a host. */
function laidOut({ scope, files }: Pick<Settings, 'scope' | 'files'>) {
  const project = temporaryFolder()
  const home = temporaryFolder()
  const root = scope === 'project' ? project : home
  for (const [name, text] of Object.entries(files)) {
    if (text === null) continue
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return { root, folders: { project, home, platform: 'linux' as const } }
}

type LaidOut = ReturnType<typeof laidOut>

function run(
  { host, scope }: Pick<Settings, 'host' | 'scope'>,
  { folders }: LaidOut,
  {
    remove = false,
    question = true,
    how = onPath
  }: { remove?: boolean; question?: boolean; how?: HowToRun } = {}
): FileChange[] {
  const plan = planConnect({ host, scope, remove, question, folders, run: how })
  for (const change of plan) writeChange(change, { scope, remove })
  return plan.filter(({ before, after }) => before !== after)
}

/** All that is in a folder, by name. */
function contents(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(root, name)).isFile()).sort()
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

describe.each(hostSettings)('$host, $scope (settings $#)', (settings) => {
  test('connected twice is connected once, and taken back is as before to the byte', () => {
    const place = laidOut(settings)
    const before = contents(place.root)
    expect(run(settings, place)).toHaveLength(Object.keys(settings.files).length)
    const connected = contents(place.root)
    expect(run(settings, place)).toEqual([])
    expect(contents(place.root)).toEqual(connected)
    run(settings, place, { remove: true })
    expect(contents(place.root)).toEqual(before)
    expect(run(settings, place, { remove: true })).toEqual([])
  })

  test('nothing is taken out: the text before is what is left without what was put in', () => {
    const place = laidOut(settings)
    for (const { before, after } of run(settings, place))
      expect(isWithin(before ?? '', after ?? '')).toBe(true)
  })

  test('what was written since stays when ours is taken back', () => {
    const place = laidOut(settings)
    run(settings, place)
    for (const name of Object.keys(settings.files)) {
      const file = join(place.root, name)
      const text = readFileSync(file, 'utf8')
      const later = name.endsWith('.toml')
        ? `${text}\n[later]\nkey = 1\n`
        : name.endsWith('.yaml')
          ? `later:\n  key: 1\n${text}`
          : text.replace(/\{/, '{ "later": {"key": 1},')
      writeFileSync(file, later)
    }
    run(settings, place, { remove: true })
    for (const [name, before] of Object.entries(settings.files)) {
      const text = readFileSync(join(place.root, name), 'utf8')
      expect(text).toContain('later')
      expect(text).not.toMatch(/cairn/)
      if (/\.(?:toml|yaml)$/.test(name)) continue
      const { later, ...rest } = parseJsonc(text, name).value as Record<string, unknown>
      expect(later).toEqual({ key: 1 })
      const was =
        (before ?? '').trim() === '' ? {} : (parseJsonc(before ?? '', name).value as object)
      expect(filled(rest)).toEqual(filled(was as Record<string, unknown>))
    }
  })
})

/** Whether all characters of a text stand in another one, in their order. */
function isWithin(text: string, other: string): boolean {
  let at = 0
  for (const sign of other) if (sign === text[at]) at += 1
  return at === text.length
}

/** Without what holds nothing, of which only the backup knows whether it was there, and Cursor's version. */
function filled(value: Record<string, unknown>): Record<string, unknown> {
  const isFilled = ([key, one]: [string, unknown]) =>
    key !== 'version' && !['{}', '[]'].includes(JSON.stringify(one))
  return Object.fromEntries(Object.entries(value).filter(isFilled))
}

test('Claude Code gets the server and its hooks', () => {
  const place = laidOut({ scope: 'project', files: {} })
  run({ host: 'claude-code', scope: 'project' }, place)
  expect(contents(place.root)).toMatchInlineSnapshot(`
   {
     ".claude/settings.json": "{
     "hooks": {
       "SessionStart": [
         {
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook session-start --as claude-code",
               "timeout": 5
             }
           ]
         }
       ],
       "UserPromptSubmit": [
         {
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook before-work --as claude-code",
               "timeout": 5
             }
           ]
         }
       ],
       "PostToolUse": [
         {
           "matcher": "Bash",
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook after-tool --as claude-code",
               "timeout": 5
             }
           ]
         }
       ],
       "PostToolUseFailure": [
         {
           "matcher": "Bash",
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook after-tool --as claude-code",
               "timeout": 5
             }
           ]
         }
       ],
       "Stop": [
         {
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook after-work --as claude-code",
               "timeout": 5
             }
           ]
         }
       ],
       "SessionEnd": [
         {
           "hooks": [
             {
               "type": "command",
               "command": "cairn hook session-end --as claude-code",
               "timeout": 20
             }
           ]
         }
       ]
     }
   }
   ",
     ".mcp.json": "{
     "mcpServers": {
       "cairn": {
         "type": "stdio",
         "command": "cairn",
         "args": [
           "mcp",
           "--as",
           "claude-code"
         ]
       }
     }
   }
   ",
   }
  `)
})

test('Cursor gets the server and its hooks', () => {
  const place = laidOut({ scope: 'project', files: {} })
  run({ host: 'cursor', scope: 'project' }, place)
  expect(contents(place.root)['.cursor/hooks.json']).toMatchInlineSnapshot(`
   "{
     "version": 1,
     "hooks": {
       "sessionStart": [
         {
           "command": "cairn hook session-start --as cursor",
           "timeout": 5
         }
       ],
       "beforeSubmitPrompt": [
         {
           "command": "cairn hook before-work --as cursor",
           "timeout": 5
         }
       ],
       "postToolUse": [
         {
           "command": "cairn hook after-tool --as cursor",
           "timeout": 5
         }
       ],
       "postToolUseFailure": [
         {
           "command": "cairn hook after-tool --as cursor",
           "timeout": 5
         }
       ],
       "stop": [
         {
           "command": "cairn hook after-work --as cursor",
           "timeout": 5
         }
       ],
       "sessionEnd": [
         {
           "command": "cairn hook session-end --as cursor",
           "timeout": 20
         }
       ]
     }
   }
   "
  `)
})

test.each(hostSettings.filter(({ host }) => ['claude-code', 'cursor', 'codex'].includes(host)))(
  '$host without the question, $scope (settings $#): it is left out, taken out, and all is taken back to the byte',
  (settings) => {
    const place = laidOut(settings)
    const before = contents(place.root)
    const asked = () => JSON.stringify(contents(place.root)).includes('hook after-work')
    run(settings, place)
    expect(asked()).toBe(true)
    run(settings, place, { question: false })
    expect(asked()).toBe(false)
    expect(JSON.stringify(contents(place.root))).toContain('hook before-work')
    run(settings, place, { remove: true })
    expect(contents(place.root)).toEqual(before)
  }
)

test('Codex keeps its comments, and ours stands between marks', () => {
  const settings = hostSettings.find(({ host }) => host === 'codex')
  if (settings === undefined) throw new Error('no settings of Codex')
  const place = laidOut(settings)
  const [change] = run(settings, place, {
    how: {
      command: '/opt/node 20/node',
      args: ['/opt/cairn/dist/src/cli/main.js'],
      env: { CAIRN_HOME: '/srv/cairn', CAIRN_PORT: '7999' }
    }
  })
  expect(lineDiff(change?.before ?? '', change?.after ?? '')).toMatchInlineSnapshot(`
   "  [not.a.table]
     """
   + 
   + # >>> cairn: written by \`cairn connect\`, taken back by \`cairn connect codex --remove\`
   + [mcp_servers.cairn]
   + command = "/opt/node 20/node"
   + args = ["/opt/cairn/dist/src/cli/main.js", "mcp", "--as", "codex"]
   + env = { CAIRN_HOME = "/srv/cairn", CAIRN_PORT = "7999" }
   + # <<< cairn"
  `)
})

test('comments and trailing commas of VS Code stay in their lines', () => {
  const settings = hostSettings.find(({ host }) => host === 'vscode')
  if (settings === undefined) throw new Error('no settings of VS Code')
  const [change] = run(settings, laidOut(settings))
  expect(lineDiff(change?.before ?? '', change?.after ?? '')).toMatchInlineSnapshot(`
   "  	"servers": {
     		"playwright": { "command": "npx", "args": ["@playwright/mcp@latest"] }, // the browser
   + 		"cairn": {
   + 			"type": "stdio",
   + 			"command": "cairn",
   + 			"args": [
   + 				"mcp",
   + 				"--as",
   + 				"vscode"
   + 			]
   + 		},
     	},
     }"
  `)
})

test('an older entry of ours is brought up to date, wherever Cairn lay', () => {
  const settings = { host: 'claude-code', scope: 'project' } as const
  const place = laidOut({ scope: 'project', files: { '.mcp.json': '{\n  "mcpServers": {}\n}\n' } })
  run(settings, place, {
    how: {
      command: '/usr/bin/node',
      args: ['/old/dist/src/cli/main.js'],
      env: { CAIRN_HOME: '/srv/x' }
    }
  })
  expect(run(settings, place)).toHaveLength(2)
  const text = readFileSync(join(place.root, '.claude/settings.json'), 'utf8')
  expect(text).not.toContain('/old/')
  expect(text.match(/hook before-work/g)).toHaveLength(1)
  run(settings, place, { remove: true })
  expect(contents(place.root)).toEqual({ '.mcp.json': '{\n  "mcpServers": {}\n}\n' })
})

test('an entry called cairn that is not ours is not touched', () => {
  const text = '{"mcpServers": {"cairn": {"command": "docker", "args": ["run", "other/cairn"]}}}'
  const place = laidOut({ scope: 'project', files: { '.mcp.json': text } })
  expect(() => run({ host: 'claude-code', scope: 'project' }, place)).toThrow(/did not write/)
  expect(contents(place.root)).toEqual({ '.mcp.json': text })
  const toml = '[mcp_servers.cairn]\ncommand = "docker"\n'
  const codex = laidOut({ scope: 'user', files: { '.codex/config.toml': toml } })
  expect(() => run({ host: 'codex', scope: 'user' }, codex)).toThrow(/did not write/)
  expect(contents(codex.root)).toEqual({ '.codex/config.toml': toml })
})

test.each([
  ['a comma too few', '.mcp.json', '{"a": 1 "b": 2}', /line 1, column 9/],
  ['no end', '.mcp.json', '{\n  "mcpServers": {', /line 2/],
  ['a list', '.mcp.json', '[]', /not an object/],
  ['servers that are a list', '.mcp.json', '{"mcpServers": []}', /mcpServers is not an object/],
  ['what is not UTF-8', '.mcp.json', '\u{d800}', /\.mcp\.json/]
])('settings with %s are refused, and nothing is changed', (_, name, text, why) => {
  const place = laidOut({ scope: 'project', files: { [name]: text } })
  const before = contents(place.root)
  expect(() => run({ host: 'claude-code', scope: 'project' }, place)).toThrow(why)
  expect(contents(place.root)).toEqual(before)
})

test.each([
  ['an open string', 'model = "gpt', /line 1/],
  ['an open list', 'notify = [\n 1,\n', /closing bracket/],
  ['a line that is nothing', 'model = 1\nhello\n', /line 2/],
  ['a key without a value', 'model =\n', /a value/],
  ['servers within one line', 'mcp_servers = { docs = { command = "x" } }\n', /did not write/]
])('settings of Codex with %s are refused, and nothing is changed', (_, text, why) => {
  const place = laidOut({ scope: 'user', files: { '.codex/config.toml': text } })
  expect(() => run({ host: 'codex', scope: 'user' }, place)).toThrow(why)
  expect(contents(place.root)).toEqual({ '.codex/config.toml': text })
})

test('the mode of a file stays, a link stays a link, and the file as it was lies beside it', () => {
  const place = laidOut({ scope: 'user', files: { 'dotfiles/claude.json': '{}\n' } })
  const file = join(place.root, 'dotfiles/claude.json')
  chmodSync(file, 0o640)
  const link = join(place.root, '.claude.json')
  symlinkSync(file, link)
  run({ host: 'claude-code', scope: 'user' }, place)
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(readFileSync(file, 'utf8')).toContain('cairn')
  expect(statSync(file).mode & 0o777).toBe(0o640)
  expect(readFileSync(backupOf(file), 'utf8')).toBe('{}\n')
  expect(statSync(backupOf(file)).mode & 0o777).toBe(0o640)
  run({ host: 'claude-code', scope: 'user' }, place, { remove: true })
  expect(existsSync(backupOf(file))).toBe(false)
})

test("a user's fresh settings are the user's alone", () => {
  const place = laidOut({ scope: 'user', files: {} })
  run({ host: 'claude-code', scope: 'user' }, place)
  expect(statSync(join(place.root, '.claude.json')).mode & 0o777).toBe(0o600)
})

describe('the verb', () => {
  let shell: Awaited<ReturnType<typeof openShell>>
  beforeAll(async () => {
    await emptyGraph()
    shell = await openShell()
    await shell.cairn(['up'])
  })
  afterAll(() => shell.cairn(['down']))

  test('shows what it would write, and writes only when it is told to', async () => {
    const cwd = temporaryFolder()
    const dry = await shell.cairn(['connect', 'claude-code', '--dry-run'], { cwd })
    expect(dry.exit).toBe(0)
    expect(dry.err).toContain('+   "mcpServers": {')
    const unasked = await shell.cairn(['connect', 'claude-code'], { cwd })
    expect(unasked.exit).toBe(2)
    expect(unasked.err).toContain('no terminal to ask on')
    expect(contents(cwd)).toEqual({})
    const done = await shell.cairn(['connect', 'claude-code', '--yes', '--json'], { cwd })
    expect(JSON.parse(done.out)).toMatchObject({
      host: 'claude-code',
      scope: 'project',
      written: true
    })
    const written = JSON.stringify(contents(cwd))
    expect(written).toContain('hook before-work')
    for (const [name, value] of Object.entries({
      CAIRN_HOME: shell.home,
      CAIRN_PORT: String(shell.port),
      CAIRN_EMBEDDER: 'lexical'
    }))
      expect(written).toContain(`\\"${name}\\": \\"${value}\\"`)
    expect(written).not.toMatch(/cairn_[\w-]{20,}/)
    const again = await shell.cairn(['connect', 'claude-code', '--yes'], { cwd })
    expect(again.out).toContain('uses Cairn already')
    await shell.cairn(['connect', 'claude-code', '--remove', '--yes'], { cwd })
    expect(contents(cwd)).toEqual({})
  })

  test('refuses a host that it does not know, and a scope that the host does not have', async () => {
    const unknown = await shell.cairn(['connect', 'emacs', '--yes'])
    expect(unknown).toMatchObject({ exit: 2 })
    expect(unknown.err).toContain('expected one of claude-code, cursor')
    const scope = await shell.cairn(['connect', 'windsurf', '--project', '--yes'])
    expect(scope.err).toContain('Windsurf has no settings of a project; expected --user.')
  })
})
