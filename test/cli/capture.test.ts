import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { keepConnection, readConnection } from '../../src/capture/connections.js'
import { noteRead, readLedger } from '../../src/capture/ledger.js'
import { projectOf } from '../../src/capture/project-of.js'
import { silentHosts } from '../../src/capture/silent-hosts.js'
import { sendable, mostBytes, bytesOf } from '../../src/capture/sendable.js'
import { hosts, type HostName } from '../../src/cli/connect/hosts.js'
import { adminKey, emptyGraph, removeFolders, temporaryFolder } from '../support/build-cairn.js'
import { hostSettings } from '../mcp/host-settings.js'
import {
  askedOf,
  claudeLines,
  hostRecordings,
  layOut,
  unheardHosts,
  type HostRecording
} from './host-recordings.js'
import { openShell, type Ended, type Shell } from './run-cli.js'

let shell: Shell

beforeAll(async () => {
  await emptyGraph()
  shell = await openShell()
  await shell.cairn(['up'])
})

afterAll(async () => {
  await shell.cairn(['down'])
  removeFolders()
})

async function ask<T>(query: string, variables: object = {}, key = adminKey): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${String(shell.port)}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables })
  })
  const { data, errors } = (await response.json()) as {
    data?: T
    errors?: { extensions?: { code?: string } }[]
  }
  if (data == null) throw new Error(errors?.[0]?.extensions?.code ?? 'no answer')
  return data
}

interface Held {
  readonly id: string
  readonly title: string
  readonly properties: Readonly<Record<string, unknown>>
}

/** The attempts in the graph that the admin sees; those of these ids alone, where it is told which. */
async function traces(wanted: (id: string) => boolean = () => true): Promise<readonly Held[]> {
  const { traces: found } = await ask<{ traces: { nodes: { id: string }[] } }>(
    '{ traces(first: 100) { nodes { id } } }'
  )
  const ids = found.nodes.map(({ id }) => id).filter(wanted)
  const query = 'query ($id: ID!) { node(id: $id) { id title properties } }'
  return Promise.all(ids.map(async (id) => (await ask<{ node: Held }>(query, { id })).node))
}

const tracesOf = (session: string) =>
  traces((id) => id.endsWith(`:${session}`) || id.endsWith(`/${session}`))

function contents(root: string): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => statSync(join(root, name)).isFile()).sort()
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(root, name), 'utf8')]))
}

/** An empty home and a project, with settings as people have them. */
function homeOf(host: HostName) {
  const home = temporaryFolder()
  const project = temporaryFolder()
  const settings = hostSettings.find(
    (one) => one.host === host && Object.values(one.files).some((text) => text !== null)
  )
  if (settings === undefined) throw new Error(`no settings of ${host}`)
  const root = settings.scope === 'user' ? home : project
  for (const [name, text] of Object.entries(settings.files)) {
    if (text === null) continue
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  const run = (args: readonly string[], input = ''): Promise<Ended> =>
    shell.cairn(args, { cwd: project, env: { HOME: home }, input })
  return { home, project, root, scope: `--${settings.scope}`, run }
}

type Place = ReturnType<typeof homeOf>

async function connected(host: HostName, { run, scope }: Place): Promise<Record<string, unknown>> {
  const done = await run(['connect', host, scope, '--yes', '--json'])
  if (done.exit !== 0) throw new Error(done.err)
  return JSON.parse(done.out) as Record<string, unknown>
}

/** What the host does at the end of a session, or what `cairn watch` does without it. */
async function ended({ handsIn, host }: HostRecording, file: string, place: Place): Promise<void> {
  const { home, project, run } = place
  if (handsIn === null) {
    const done = await run(['watch', '--once', '--host', host, '--include', project])
    if (done.exit !== 0) throw new Error(done.err)
    return
  }
  const line = hookLine(contents(place.root), handsIn)
  const input = JSON.stringify({
    hook_event_name: handsIn,
    session_id: 's1',
    transcript_path: file,
    cwd: project
  })
  // The host runs the very line that was written, with nothing of ours around it.
  const env = { PATH: shell.env['PATH'] ?? '', HOME: home }
  const child = spawn('sh', ['-c', line], { cwd: project, env })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')))
  child.stdin.end(input)
  const [status] = (await once(child, 'close')) as [number | null]
  expect({ status, err }).toEqual({ status: 0, err: '' })
}

function hookLine(files: Record<string, string>, event: string): string {
  const texts = Object.values(files).filter((text) => text.includes('hook session-end'))
  const found = texts.flatMap((text) => {
    const hooks = (JSON.parse(text) as { hooks: Record<string, unknown> }).hooks[event]
    return (
      /"command":"((?:[^"\\]|\\.)*hook session-end[^"]*)"/.exec(JSON.stringify(hooks))?.[1] ?? []
    )
  })
  return JSON.parse(`"${found[0] ?? ''}"`) as string
}

describe.each(hostRecordings)('$host', (recording) => {
  const { host } = recording

  test('connected, a session through, seen in the graph, disconnected, settings as before', async () => {
    const place = homeOf(host)
    const before = contents(place.root)
    const { principal } = await connected(host, place)
    const written = JSON.stringify(contents(place.root))
    expect(written).toContain(`"${shell.home}`.slice(1))
    expect(written).toContain(String(shell.port))
    expect(written).not.toMatch(/cairn_[\w-]{20,}/)
    const key = readConnection(shell.home, host)?.key ?? ''
    expect(statSync(join(shell.home, 'hosts', `${host}.json`)).mode & 0o777).toBe(0o600)
    expect(await ask('{ me { id role space } }', {}, key)).toEqual({
      me: { id: principal, role: 'agent', space: 'private-local' }
    })
    if (host === 'claude-code') {
      await connected(host, place)
      expect(readConnection(shell.home, host)?.key).toBe(key)
    }

    await ended(recording, layOut(recording, place), place)
    const found = (await traces()).filter(({ properties }) => properties['principal'] === principal)
    expect(found.map(({ properties }) => properties['space'])).toEqual(['private-local'])
    expect(JSON.stringify(found)).toContain(askedOf(host).slice(-30, -1))

    const removed = await place.run(['connect', host, place.scope, '--remove', '--yes'])
    expect(removed.out).toContain('is revoked')
    expect(existsSync(join(shell.home, 'hosts', `${host}.json`))).toBe(false)
    await expect(ask('{ me { id } }', {}, key)).rejects.toThrow('UNAUTHENTICATED')
    for (const [name, text] of Object.entries(before)) expect(contents(place.root)[name]).toBe(text)
    const theirs = { ...before, ...recording.files(place.project) }
    expect(Object.keys(contents(place.root)).filter((name) => !(name in theirs))).toEqual([])
  })
})

test.each(unheardHosts)('%s keeps nothing that could be read, which is said once', async (host) => {
  const place = homeOf(host)
  const before = contents(place.root)
  const done = await place.run(['connect', host, place.scope, '--yes'])
  expect(done.out).toContain(`${hosts[host].title} keeps its sessions in a form`)
  await place.run(['connect', host, place.scope, '--remove', '--yes'])
  expect(contents(place.root)).toEqual(before)
})

describe('watch', () => {
  /** A session of Claude Code in a project of this name. */
  function session(home: string, name: string, project = temporaryFolder(), last = 7) {
    const file = join(home, '.claude/projects', name, `${name}.jsonl`)
    mkdirSync(dirname(file), { recursive: true })
    const text = claudeLines(name, project).slice(0, last)
    writeFileSync(file, text.map((line) => `${JSON.stringify(line)}\n`).join(''))
    return { file, project }
  }

  async function look(home: string, ...more: string[]) {
    const done = await shell.cairn(
      ['watch', '--once', '--json', '--host', 'claude-code', ...more],
      {
        env: { HOME: home }
      }
    )
    if (done.exit !== 0) throw new Error(done.err)
    const { hosts: passes } = JSON.parse(done.out) as {
      hosts: { read: number; fresh: number; states: Record<string, number>; reasons: string[] }[]
    }
    const [pass] = passes
    if (pass === undefined) throw new Error('no pass')
    return pass
  }

  test('takes nothing of a project that nobody included, and says how to; then only what is new', async () => {
    const home = temporaryFolder()
    const { file, project } = session(home, 'grows', undefined, 4)
    const unasked = await look(home)
    expect(unasked).toMatchObject({ fresh: 0, states: { waiting: 1, taken: 0 } })
    expect(unasked.reasons.join()).toContain(`cairn watch --include ${project}`)
    expect(await tracesOf('grows')).toEqual([])
    const said = await shell.cairn(['watch', '--include', project], { env: { HOME: home } })
    expect(said.out).toContain('are taken in from now on')
    expect(await look(home)).toMatchObject({ read: 1, fresh: 1, states: { taken: 1 } })
    expect(await look(home)).toMatchObject({ read: 0, fresh: 0 })
    const [short] = await tracesOf('grows')
    appendFileSync(
      file,
      claudeLines('grows', project)
        .slice(4)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
    )
    expect(await look(home)).toMatchObject({ read: 1, fresh: 1 })
    const grown = await tracesOf('grows')
    expect(grown).toHaveLength(1)
    expect(Number(grown[0]?.properties['steps'])).toBeGreaterThan(
      Number(short?.properties['steps'])
    )
  })

  test('leaves alone what was excluded and where a .cairnignore lies, whatever else was said', async () => {
    const home = temporaryFolder()
    const excluded = session(home, 'excluded')
    const ignored = session(home, 'ignored')
    const above = temporaryFolder()
    const nested = session(home, 'nested', join(above, 'deep', 'inside'))
    const free = session(home, 'free')
    mkdirSync(nested.project, { recursive: true })
    writeFileSync(join(ignored.project, '.cairnignore'), '')
    writeFileSync(join(above, '.cairnignore'), '!nothing of this is read\n')
    const more = ['--include', ignored.project, '--exclude', excluded.project, '--all']
    expect(await look(home, ...more)).toMatchObject({ fresh: 1, states: { off: 3, taken: 1 } })
    expect(await tracesOf('free')).toHaveLength(1)
    for (const name of ['excluded', 'ignored', 'nested']) expect(await tracesOf(name)).toEqual([])
    const status = await shell.cairn(['status', '--json'], { env: { HOME: home } })
    expect(JSON.parse(status.out)).toMatchObject({
      capture: { exclude: expect.arrayContaining([excluded.project]) as unknown }
    })
    // Who takes the no back is heard, without the recording having changed.
    rmSync(join(ignored.project, '.cairnignore'))
    expect(await look(home)).toMatchObject({ read: 1, fresh: 1 })
    expect(await tracesOf('ignored')).toHaveLength(1)
    expect(free.project).not.toBe('')
  })

  test('a hook hands in nothing of a project with a .cairnignore', async () => {
    const home = temporaryFolder()
    const { file, project } = session(home, 'unsaid')
    writeFileSync(join(project, '.cairnignore'), '')
    const input = { hook_event_name: 'SessionEnd', session_id: 'unsaid', transcript_path: file }
    await shell.cairn(['hook', 'session-end'], { input: JSON.stringify(input) })
    expect(await tracesOf('unsaid')).toEqual([])
    rmSync(join(project, '.cairnignore'))
    await shell.cairn(['hook', 'session-end'], { input: JSON.stringify(input) })
    expect(await tracesOf('unsaid')).toHaveLength(1)
  })

  test('a session goes with all that came of it, and nothing brings it back by itself', async () => {
    const home = temporaryFolder()
    const { file, project } = session(home, 'unwanted', undefined, 4)
    const sidechain = claudeLines('unwanted', project).map((line) => ({
      ...line,
      uuid: `side-${line.uuid}`,
      isSidechain: true,
      agentId: 'helper'
    }))
    appendFileSync(file, sidechain.map((line) => `${JSON.stringify(line)}\n`).join(''))
    // What its sub-agent did is part of it.
    expect(await look(home, '--include', project)).toMatchObject({ fresh: 1 })
    const told = await shell.cairn(['delete', 'unwanted'])
    expect(told.out).toContain('With --yes they go')
    const gone = await shell.cairn(['delete', 'unwanted', '--yes', '--json'])
    const { deleted } = JSON.parse(gone.out) as { deleted: string[] }
    expect(deleted.filter((id) => id.startsWith('trace:'))).toHaveLength(1)
    appendFileSync(
      file,
      claudeLines('unwanted', project)
        .slice(4)
        .map((line) => `${JSON.stringify(line)}\n`)
        .join('')
    )
    expect(await look(home)).toMatchObject({ read: 1, fresh: 0, states: { deleted: 1 } })
    const left = (await traces()).filter(({ id }) => id.includes('unwanted'))
    expect(left).toEqual([])
    const none = await shell.cairn(['delete', 'session:never-was', '--yes'])
    expect(none.exit).not.toBe(0)
    expect(none.err).toContain('a recorded session')
  })

  test('all of a project goes by its folder, named from where one stands', async () => {
    const home = temporaryFolder()
    const { project } = session(home, 'here')
    const other = session(home, 'elsewhere')
    expect(await look(home, '--include', project, '--include', other.project)).toMatchObject({
      fresh: 2
    })
    for (const one of [project, other.project]) mkdirSync(one, { recursive: true })
    const named = `project:./${basename(project)}`
    const gone = await shell.cairn(['delete', named, '--yes'], { cwd: dirname(project) })
    expect(gone).toMatchObject({ exit: 0, out: expect.stringMatching(/^Deleted: /) as string })
    expect(await tracesOf('here')).toEqual([])
    expect(await tracesOf('elsewhere')).toHaveLength(1)
    const again = await shell.cairn(['delete', 'project:.', '--yes'], { cwd: project })
    expect(again.exit).not.toBe(0)
    expect(again.err).toContain(`came of the project in ${project}`)
    const unnamed = await shell.cairn(['delete', 'project:', '--yes'], { cwd: other.project })
    expect(unnamed.exit).not.toBe(0)
    expect(await tracesOf('elsewhere')).toHaveLength(1)
  })

  test('follows what is written while it runs', async () => {
    const home = temporaryFolder()
    const first = session(home, 'before')
    const running = shell.start(['watch', '--host', 'claude-code', '--settle', '1', '--all'], {
      env: { HOME: home }
    })
    await until(async () => (await tracesOf('before')).length === 1)
    session(home, 'meanwhile', first.project)
    await until(async () => (await tracesOf('meanwhile')).length === 1)
    running.process.kill('SIGTERM')
    expect(await running.ended).toMatchObject({ exit: 0 })
    // Less than the minute after which all is looked at anyway.
  }, 50_000)

  test.each([
    ['systemd', 'ExecStart=/usr/bin/env '],
    ['launchd', '<key>KeepAlive</key><true/>'],
    ['cron', '*/10 * * * * ']
  ])('prints a service for %s and installs nothing', async (kind, line) => {
    const home = temporaryFolder()
    const { out, exit } = await shell.cairn(['watch', '--print-service', kind], {
      env: { HOME: home }
    })
    expect(exit).toBe(0)
    expect(out).toContain(line)
    expect(out).toContain(shell.home)
    expect(out).toContain(String(shell.port))
    expect(out).not.toMatch(/cairn_[\w-]{20,}/)
    expect(contents(home)).toEqual({})
  })

  test.each([
    [['--host', 'emacs'], 'expected one of claude-code'],
    [['--include', '/nowhere/at/all'], 'a folder that is there'],
    [['--print-service', 'upstart'], 'one of systemd']
  ])('%j is refused, and changes nothing', async (args, why) => {
    const { exit, err } = await shell.cairn(['watch', '--once', ...args])
    expect(exit).toBe(2)
    expect(err).toContain(why)
  })
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

test('whose a recording is, is told by its beginning, by what lies beside it, or by the hash of a known folder', () => {
  const home = temporaryFolder()
  const shop = '/home/me/my.shop'
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(home, name)), { recursive: true })
    writeFileSync(join(home, name), text)
    return projectOf(join(home, name), ['/home/me', shop])
  }
  const hash = createHash('sha256').update(shop).digest('hex')
  const call = { args: { directory: '/elsewhere' } }
  expect(put('g/tmp/h/chats/session-1.json', JSON.stringify({ projectHash: hash, call }))).toBe(
    shop
  )
  const other = { projectHash: hash.replace(/./g, '0'), call }
  expect(put('g/tmp/i/chats/session-2.json', JSON.stringify(other))).toBeNull()
  expect(put('.cursor/projects/home-me-my-shop/agent-transcripts/s.jsonl', '{"cwd":"/x"}')).toBe(
    shop
  )
  put('k/.project_root', `${shop}\n`)
  expect(put('k/chats/session-3.json', JSON.stringify(call))).toBe(shop)
  expect(
    put('c/s.jsonl', '{"type":"user","text":"he said \\"cwd\\":\\"/no\\""}\n{"cwd":"/a \\"b\\""}')
  ).toBe('/a "b"')
  expect(put('n/s.jsonl', 'no JSON at all')).toBeNull()
})

test('a trace that is too long for a request is cut in its long texts, and says so', () => {
  const steps = Array.from({ length: 100 }, () => ({ observation: 'x'.repeat(60_000) }))
  const cut = sendable({ task: { text: 'a' }, steps }) as { cut?: { texts?: number } }
  expect(bytesOf(cut)).toBeLessThanOrEqual(mostBytes)
  expect(cut.cut?.texts).toBe(100)
  const small = { task: { text: 'a' }, steps: [{ observation: 'x' }] }
  expect(sendable(small)).toBe(small)
})

describe('a connected host that has worked for a day and of which nothing came in', () => {
  const day = 24 * 3_600_000
  const now = Date.now()

  /** A home with a connected Claude Code and one recording that many hours old. */
  function world(hoursAgo: number, project: string | null = null) {
    const home = temporaryFolder()
    const folder = temporaryFolder()
    keepConnection(home, {
      host: 'claude-code',
      title: 'Claude Code',
      principal: 'principal:claude-code-box',
      keyId: 'key:1',
      key: 'k',
      places: [{ project, at: new Date(now - 3 * day).toISOString() }]
    })
    const file = join(home, '.claude/projects/x/s.jsonl')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(claudeLines('s', folder)[0])}\n`)
    const at = new Date(now - hoursAgo * 3_600_000)
    utimesSync(file, at, at)
    const silent = () => silentHosts(home, { home, platform: 'linux' }, now)
    return { home, folder, file, silent, mtimeMs: Math.floor(statSync(file).mtimeMs) }
  }

  const entry = { size: 1, state: 'taken', at: '', traces: 1, reason: null, project: null } as const

  test('is told with the command that helps', () => {
    const { silent, folder } = world(30)
    expect(silent()).toMatchObject([
      { host: 'claude-code', command: `cairn watch --once --include ${folder}` }
    ])
    expect(silent()[0]?.line).toMatch(
      /^Claude Code has worked since [\d -]+:\d\d and nothing of it came in; `cairn watch/
    )
  })

  test('not where it worked less than a day ago, or before it was connected', () => {
    expect(world(20).silent()).toEqual([])
    expect(world(80).silent()).toEqual([])
  })

  test('not where the recording was read, or something came in since', () => {
    const read = world(30)
    noteRead(read.home, 'claude-code', {
      read: new Map([[read.file, { ...entry, mtimeMs: read.mtimeMs - 60_000 }]])
    })
    expect(read.silent()).toEqual([])
    const since = world(30)
    noteRead(since.home, 'claude-code', { lastAt: new Date(now - day).toISOString() })
    expect(since.silent()).toEqual([])
    expect(readLedger(since.home, 'claude-code').lastAt).not.toBeNull()
  })

  test('not where the project said no, and not of projects for which it was not connected', () => {
    const no = world(30)
    writeFileSync(join(no.folder, '.cairnignore'), '')
    expect(no.silent()).toEqual([])
    expect(world(30, '/another/project').silent()).toEqual([])
  })

  test('with the reason where its recordings cannot be read', () => {
    const { home, file, silent, mtimeMs } = world(30)
    const unread = { ...entry, mtimeMs, state: 'unread', reason: 'no known trace format' } as const
    noteRead(home, 'claude-code', { read: new Map([[file, unread]]) })
    expect(silent()[0]?.line).toContain('its recordings are not read: no known trace format')
  })

  test('is said by status, by Health and at the start of a session', async () => {
    // The server looks in the home of whoever runs it.
    const file = join(shell.home, '.claude/projects/y/y.jsonl')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(claudeLines('y', temporaryFolder())[0])}\n`)
    const at = new Date(now - 30 * 3_600_000)
    utimesSync(file, at, at)
    rmSync(join(shell.home, 'capture'), { recursive: true, force: true })
    keepConnection(shell.home, {
      host: 'claude-code',
      title: 'Claude Code',
      principal: 'principal:claude-code-box',
      keyId: 'key:1',
      key: 'k',
      places: [{ project: null, at: new Date(now - 3 * day).toISOString() }]
    })
    const line = expect.stringMatching(/^(?:Cairn: )?Claude Code has worked since/) as string
    const status = await shell.cairn(['status', '--json'])
    expect(JSON.parse(status.out)).toMatchObject({ capture: { silent: [{ line }] } })
    const health = '{ health { silentHosts { what count examples { id title } } } }'
    expect(await ask(health)).toEqual({
      health: {
        silentHosts: {
          what: 'silent-hosts',
          count: 1,
          examples: [{ id: 'claude-code', title: line }]
        }
      }
    })
    const input = { hook_event_name: 'SessionStart', session_id: 's', source: 'startup' }
    const started = await shell.cairn(['hook', 'session-start', '--as', 'claude-code'], {
      input: JSON.stringify(input)
    })
    expect(JSON.parse(started.out)).toMatchObject({
      systemMessage: line,
      hookSpecificOutput: { hookEventName: 'SessionStart', additionalContext: line }
    })
    rmSync(file)
    const quiet = await shell.cairn(['hook', 'session-start', '--as', 'claude-code'], {
      input: JSON.stringify(input)
    })
    expect(quiet.out).toBe('')
  })
})
