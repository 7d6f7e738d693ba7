import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.js'

/** The key with which the command line asks: that of the environment, else this machine's; null where there is none. */
export function keyOf(config: Pick<Config, 'key' | 'adminKey' | 'home'>): string | null {
  if (config.key !== null) return config.key
  if (config.adminKey !== null) return config.adminKey
  try {
    const text = readFileSync(join(config.home, 'admin.key'), 'utf8').trim()
    return text === '' ? null : text
  } catch {
    return null
  }
}
