import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../backup/two-cairns.js'

/** A clock that processes see in place of the machine's, which nobody touches. */
export interface FakeClock {
  /** What has to be set where a process is started that shall see it. */
  readonly variables: Place
  /** Puts it so many seconds before or behind the machine's. */
  set(seconds: number): void
}

/** Where packages put libfaketime. */
const folders = ['/usr/lib', '/usr/local/lib']
const library = join('faketime', 'libfaketimeMT.so.1')

/** The clock by libfaketime; null where it is not installed (`apt-get install faketime`). */
export function fakeClock(folder: string): FakeClock | null {
  const path = find()
  if (path === null) return null
  const file = join(folder, 'clock')
  const set = (seconds: number) => {
    writeFileSync(file, `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s\n`)
  }
  set(0)
  return {
    variables: {
      LD_PRELOAD: path,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Only what a clock on the wall says jumps: waiting is by another clock, on real machines too.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_RESET: '1',
      NO_FAKE_STAT: '1'
    },
    set
  }
}

function find(): string | null {
  const places = folders.flatMap((folder) => [
    folder,
    ...(existsSync(folder) ? readdirSync(folder) : [])
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(folder, name))
  ])
  return places.map((place) => join(place, library)).find((path) => existsSync(path)) ?? null
}
