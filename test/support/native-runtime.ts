import { join, relative } from 'node:path'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type running from 'jest-runtime'

const require = createRequire(import.meta.url)
const { default: Runtime } = require('jest-runtime') as typeof running

type Globals = Parameters<InstanceType<typeof Runtime>['setGlobalsForRuntime']>[0]

let files = 0

/** By this jest's runner knows how long a test of a file may take. */
const timeLimit = Symbol.for('TEST_TIMEOUT_SYMBOL')

/** Lets each test of this file take so many milliseconds; `jest.setTimeout` would tell jest's own realm. */
export function allowEach(ms: number): void {
  Reflect.set(globalThis, timeLimit, ms)
}

/**
 * Loads what `tsc` has made of a test file, and all that it imports, as Node itself does. Jest's own way compiles
 * every module anew for each test file, in a context of its own: fifteen files took 155 s that way and take 109 s this way.
 * So modules are shared by the test files of a worker, as they are by the requests of a server; the environment
 * of the process is put back after each.
 */
class NativeRuntime extends Runtime {
  private globals: Globals | undefined
  private readonly environment = { ...process.env }

  override setGlobalsForRuntime(globals: Globals): void {
    this.globals = globals
    super.setGlobalsForRuntime(globals)
  }

  /** Of what runs the tests of a file, fresh for each: else `expect` would know other strings and errors than the tests. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters
  override requireInternalModule<T = unknown>(path: string, to?: string): T {
    if (!path.includes('jest-circus')) return super.requireInternalModule(path, to)
    Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'))
    Reflect.deleteProperty(require.cache, path)
    return require(path) as T
  }

  override unstable_shouldLoadAsEsm(): boolean {
    return true
  }

  override async unstable_importModule(path: string): Promise<void> {
    Object.assign(globalThis, this.globals)
    Reflect.deleteProperty(globalThis, timeLimit)
    // Jest asks for a hundred frames, and the driver of Neo4j takes a trace of every statement: a fifth of all that tests compute.
    Error.stackTraceLimit = 12
    const compiled = join('dist', relative('.', path)).replace(/\.ts$/, '.js')
    files += 1
    await import(`${pathToFileURL(compiled).href}?${String(files)}`)
  }

  override teardown(): void {
    for (const name of Object.keys(process.env))
      if (!(name in this.environment)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, this.environment)
    super.teardown()
  }
}

// Jest knows a runtime by its default export.
export default NativeRuntime
