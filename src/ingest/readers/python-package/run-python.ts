import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { CairnError } from '../../../errors.js'
import { introspectScript } from './introspect-script.js'

export interface PythonRun {
  readonly executable: string
  /** Whether it is the shell's own Python, which finds what that finds: PYTHONPATH, packages of the user. */
  readonly ofShell?: boolean
  readonly timeoutMs: number
  readonly maxBytes: number
  readonly signal?: AbortSignal | undefined
  /** Which script is run instead of the one that imports the package. */
  readonly script?: string
}

/**
 * What the script says of a package, line by line. The process is ended with all it started when it
 * takes too long or says too much. @throws CairnError BAD_SOURCE, TOO_LARGE, NOT_CONFIGURED, CANCELLED
 */
export async function runPython(name: string, run: PythonRun): Promise<string[]> {
  if (run.signal?.aborted === true) throw cancelled(name)
  // A group of its own, so that what the package starts on import ends with it.
  const isolated = run.ofShell === true ? [] : ['-I']
  const { script = introspectScript } = run
  const child = spawn(run.executable, [...isolated, '-c', script, name], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true
  })
  return await new Promise<string[]>((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const fail = (error: CairnError) => {
      endGroup(child)
      reject(error)
    }
    const timer = setTimeout(() => {
      fail(tooSlow(name, run))
    }, run.timeoutMs)
    const abort = () => {
      fail(cancelled(name))
    }
    run.signal?.addEventListener('abort', abort, { once: true })
    const output = child.stdio[3] as Readable
    output.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > run.maxBytes) fail(tooMuch(name, run.maxBytes))
      else chunks.push(chunk)
    })
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(notFound(run.executable, error))
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      run.signal?.removeEventListener('abort', abort)
      endGroup(child)
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8').split('\n').filter(Boolean))
      else reject(crashed(name, run, signal ?? `exit code ${String(code)}`))
    })
  })
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}

function cancelled(name: string): CairnError {
  return new CairnError('CANCELLED', `Reading the Python package ${name} was cancelled.`)
}

function tooSlow(name: string, { timeoutMs, script }: PythonRun): CairnError {
  const seconds = String(timeoutMs / 1000)
  return new CairnError(
    'BAD_SOURCE',
    `${script === undefined ? 'Importing' : 'Reading'} the Python package ${name} and its modules took longer than ${seconds} seconds and was stopped; name one of its subpackages instead.`,
    { details: { package: name, timeoutMs } }
  )
}

function tooMuch(name: string, limit: number): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `The API of the Python package ${name} is larger than ${String(limit)} bytes, the most that is read of one package; name one of its subpackages instead.`,
    { details: { package: name, limit } }
  )
}

function notFound(executable: string, error: NodeJS.ErrnoException): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `${executable} could not be started (${error.code ?? error.message}); install Python 3, or name the one that has the package with --python.`,
    { details: { executable } }
  )
}

function crashed(name: string, { executable, script }: PythonRun, how: string): CairnError {
  if (script !== undefined)
    return new CairnError('BAD_SOURCE', `Python ended (${how}) while ${name} was read.`, {
      details: { package: name }
    })
  return new CairnError(
    'BAD_SOURCE',
    `Python ended (${how}) while the package ${name} was imported; check that '${executable} -c "import ${name}"' works.`,
    { details: { package: name } }
  )
}
