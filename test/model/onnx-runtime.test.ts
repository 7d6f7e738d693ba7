import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { create } from 'tar'
import { openRuntime, runtimeRelease } from '../../src/model/onnx-runtime.js'

const require = createRequire(import.meta.url)

let folder: string
let server: Server
let archive: Buffer
let asked: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-runtime-'))
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end(archive)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true, force: true })
})

const registry = () => `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`

/** A release as npm packs one, and what it is known by. */
async function release(files: Readonly<Record<string, string | Buffer>>) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, 'made', 'package', path)), { recursive: true })
    await writeFile(join(folder, 'made', 'package', path), content)
  }
  const file = join(folder, 'made.tgz')
  await create({ cwd: join(folder, 'made'), gzip: { level: 1 }, file }, ['package'])
  archive = readFileSync(file)
  const integrity = `sha512-${createHash('sha512').update(archive).digest('base64')}`
  return { version: '1.0.0', integrity, megabytes: 1 }
}

const build = (system: string) => `bin/napi-v6/${system}/onnxruntime_binding.node`
const here = `${process.platform}/${process.arch}`
const sources = () => ({ cache: join(folder, 'cache'), registry: registry() })
const kept = () => readdir(join(folder, 'cache', 'runtimes')).catch(() => [])

test('the release is the one that is tested with', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { version: string; integrity: string }>
  }
  expect(lock.packages['node_modules/onnxruntime-node']).toMatchObject({
    version: runtimeRelease.version,
    integrity: runtimeRelease.integrity
  })
})

test('what is installed beside Cairn is taken, and nothing is fetched', async () => {
  expect(await openRuntime(sources())).toBe(
    dirname(require.resolve('onnxruntime-node/package.json'))
  )
  expect(asked).toEqual([])
})

test('what is fetched is this system’s build, once, and it loads from where it was put', async () => {
  const installed = dirname(require.resolve('onnxruntime-node/package.json'))
  const own = Object.fromEntries(
    ['package.json', 'dist/index.js', 'dist/backend.js', 'dist/binding.js', 'dist/version.js'].map(
      (path) => [path, readFileSync(join(installed, path))]
    )
  )
  const native = join('bin', 'napi-v6', process.platform, process.arch)
  for (const name of await readdir(join(installed, native)))
    own[`bin/napi-v6/${here}/${name}`] = readFileSync(join(installed, native, name))
  const known = await release({
    ...own,
    [build('amiga/68k')]: 'another system’s',
    'script/install.js': 'throw new Error("never run")'
  })
  const steps: string[] = []
  const onProgress = (step: string) => steps.push(step)

  const runtime = await openRuntime({ ...sources(), onProgress }, known)
  expect(await openRuntime({ ...sources(), onProgress }, known)).toBe(runtime)

  expect(asked).toEqual(['/onnxruntime-node/-/onnxruntime-node-1.0.0.tgz'])
  expect(steps).toEqual(['Fetching the runtime of the sentence encoder (once, 1 MB)'])
  expect(await readdir(join(runtime, 'bin', 'napi-v6'))).toEqual([process.platform])
  expect(await readdir(runtime)).not.toContain('script')
  const loaded = require(runtime) as { InferenceSession?: { create?: unknown } }
  expect(typeof loaded.InferenceSession?.create).toBe('function')
})

test.each([
  ['another archive than the known one', 'has the hash', { [build(here)]: 'x' }, 'sha512-other'],
  [
    'an archive without a build for this system',
    'has no build',
    { [build('amiga/68k')]: 'x' },
    null
  ]
])('%s is refused, and nothing of it stays', async (_, why, files, integrity) => {
  const known = await release(files)
  const wanted = { ...known, integrity: integrity ?? known.integrity }
  await expect(openRuntime(sources(), wanted)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining(why) as unknown
  })
  expect(await kept()).toEqual([])
})

test('a registry that is not there is told of with what helps', async () => {
  const known = await release({ [build(here)]: 'x' })
  const opened = openRuntime({ ...sources(), registry: 'http://127.0.0.1:9' }, known)
  await expect(opened).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringMatching(
      /could not be fetched.*CAIRN_NPM_REGISTRY.*npm install/
    ) as unknown
  })
})
