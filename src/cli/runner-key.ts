import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.js'
import { CairnError } from '../errors.js'

export function runnerKeyFile(home: string): string {
  return join(home, 'runner.key')
}

/** Others than the owner may read or write it. */
const others = 0o077

/**
 * The key by which a run is told of: that of the environment, else of a file that only its owner reads. Never the key
 * of an agent or an admin: those may not tell of runs.
 * @throws CairnError NOT_CONFIGURED that says how to make one, or how to close the file to others
 */
export function runnerKeyOf({ runnerKey, home }: Pick<Config, 'runnerKey' | 'home'>): string {
  if (runnerKey !== null) return runnerKey
  const file = runnerKeyFile(home)
  const made = `cairn key make <name> --role runner --file ${file}`
  try {
    const { mode } = statSync(file)
    // Windows keeps files apart by other means.
    if ((mode & others) !== 0 && process.platform !== 'win32')
      throw missing(`Others than its owner may read ${file}: chmod 600 ${file}`)
    const key = readFileSync(file, 'utf8').trim()
    if (/^cairn_[\w-]{20,}$/.test(key)) return key
    throw missing(`${file} holds no key of Cairn. Remove it and make one: ${made}`)
  } catch (error) {
    if (error instanceof CairnError) throw error
    throw missing(
      `There is no key of a runner. Set CAIRN_RUNNER_KEY, or have an admin make one: ${made}`
    )
  }
}

function missing(message: string): CairnError {
  return new CairnError('NOT_CONFIGURED', message, {
    details: { field: 'CAIRN_RUNNER_KEY', value: null, expected: 'the key of a runner' }
  })
}
