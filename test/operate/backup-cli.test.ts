import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { BackupHeader } from '../../src/cairn.js'
import { keptInGraph } from '../../src/graph/queries.js'
import { openShell, type Shell } from '../cli/run-cli.js'
import {
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testDatabase
} from '../support/build-cairn.js'
import { backupFile, contentOf, ofSchema, withLibrary } from './backup-world.js'

let shell: Shell
let folder: string
let file: string

beforeAll(async () => {
  await withLibrary(await buildCairn())
  await closeCairns()
  shell = await openShell()
  folder = temporaryFolder()
  file = join(folder, 'graph.backup')
})

afterAll(async () => {
  await shell.cairn(['down'])
  await emptyGraph()
  removeFolders()
})

/** Nodes that somebody made, not a start. */
async function kept(): Promise<number | undefined> {
  const db = testDatabase()
  const [row] = await db.run(keptInGraph, {})
  await db.close()
  return row?.nodes
}

function written(name: string, bytes: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

// Each test goes on where the one before it ended, as a person does.

test('cairn backup writes a file that only its owner reads, and says what is in it and for how long writing waited', async () => {
  const { exit, out, err } = await shell.cairn(['backup', file])
  expect(exit === 0 ? '' : err).toBe('')
  expect(out).toMatch(/graph\.backup holds \d+ nodes and \d+ edges in [\d.]+ MB; writing waited/)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['graph.backup'])
})

test('cairn backup takes no name that is taken, but for --replace, and no folder that is not there', async () => {
  const before = readFileSync(file)
  const taken = await shell.cairn(['backup', file])
  expect([taken.exit, taken.err]).toEqual([2, expect.stringContaining('--replace')])
  expect(readFileSync(file)).toEqual(before)
  const replaced = await shell.cairn(['--json', 'backup', file, '--replace'])
  expect(replaced.exit).toBe(0)
  expect(JSON.parse(replaced.out)).toMatchObject({ cairn: 'backup', bytes: statSync(file).size })
  const nowhere = await shell.cairn(['backup', join(folder, 'none', 'x.backup')])
  expect([nowhere.exit, nowhere.err]).toEqual([2, expect.stringContaining('folder')])
  expect(readdirSync(folder)).toEqual(['graph.backup'])
})

test('cairn restore is refused while Cairn runs, and into a graph that is not empty, with what to do', async () => {
  const running = await shell.cairn(['restore', file])
  expect([running.exit, running.err]).toEqual([16, expect.stringContaining('cairn down')])
  await shell.cairn(['down'])
  const before = await kept()
  const full = await shell.cairn(['restore', file])
  expect([full.exit, full.err]).toEqual([6, expect.stringMatching(/CAIRN_HOME.*NEO4J_URI/)])
  expect(before).toBeGreaterThan(4)
  expect(await kept()).toBe(before)
})

test('cairn restore refuses a damaged file, one of a newer Cairn, and none, and changes nothing', async () => {
  await emptyGraph()
  const packed = readFileSync(file)
  const text = gunzipSync(packed).toString('utf8')
  const refused = [
    [written('cut.backup', packed.subarray(0, packed.length / 2)), 4, /no whole backup/],
    [written('changed.backup', gzipSync(text.replace('Strips', 'Wipes'))), 4, /checksum/],
    [written('newer.backup', gzipSync(ofSchema(text, 999))), 14, /newer Cairn.*Upgrade Cairn/],
    [join(folder, 'none.backup'), 2, /a file that cairn backup wrote/]
  ] as const
  for (const [path, code, why] of refused) {
    const { exit, err } = await shell.cairn(['restore', path])
    expect([exit, err]).toEqual([code, expect.stringMatching(why)])
    expect(await kept()).toBe(0)
  }
})

test('cairn restore puts into an empty graph what the backup holds, to the last bit', async () => {
  const { exit, out } = await shell.cairn(['--json', 'restore', file])
  expect(exit).toBe(0)
  const db = testDatabase()
  const again = await backupFile(db)
  await db.close()
  expect((JSON.parse(out) as BackupHeader).nodes).toBeGreaterThan(4)
  expect(await contentOf(again)).toEqual(await contentOf(file))
  expect(existsSync(join(shell.home, 'server.json'))).toBe(false)
})
