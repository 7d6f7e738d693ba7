import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { keepJson, readKept, stringsIn } from './keep-json.js'

/** What people said of their projects: folders whose recordings are taken in, and folders whose are not. */
export interface Consent {
  readonly include: readonly string[]
  readonly exclude: readonly string[]
}

export type Decision =
  | { readonly may: true }
  /** `waiting`: nobody said anything of the project. `off`: somebody said no. */
  | { readonly may: false; readonly state: 'waiting' | 'off'; readonly reason: string }

/** Its presence in a folder means that nothing of that folder and what is below it is taken in, whatever it holds. */
export const ignoreFile = '.cairnignore'

function fileOf(home: string): string {
  return join(home, 'capture', 'projects.json')
}

export function readConsent(home: string): Consent {
  const kept = readKept(fileOf(home))
  return { include: stringsIn(kept?.['include']), exclude: stringsIn(kept?.['exclude']) }
}

/** Remembers that a folder's recordings are taken in, or are not; what was said of it before is forgotten. */
export function sayOf(home: string, folder: string, list: keyof Consent): Consent {
  const path = canonical(folder)
  const { include, exclude } = readConsent(home)
  const without = {
    include: include.filter((one) => one !== path),
    exclude: exclude.filter((one) => one !== path)
  }
  const consent = { ...without, [list]: [...without[list], path].sort() }
  keepJson(fileOf(home), consent)
  return consent
}

/**
 * Whether a recording of that project may be taken in. The nearest folder that somebody spoke of decides; a
 * `.cairnignore` in the project or above it is a no whatever else was said.
 * @param project its folder; null where the recording does not say
 * @param all whether what nobody spoke of is taken too
 */
export function decide(project: string | null, consent: Consent, all: boolean): Decision {
  if (project === null)
    return all
      ? { may: true }
      : {
          may: false,
          state: 'waiting',
          reason: 'it does not say of which project it is; `cairn watch --all` takes it'
        }
  const path = canonical(project)
  const ignored = [...upwards(path)].find((folder) => existsSync(join(folder, ignoreFile)))
  if (ignored !== undefined)
    return { may: false, state: 'off', reason: `${join(ignored, ignoreFile)} is there` }
  for (const folder of upwards(path)) {
    if (consent.exclude.includes(folder))
      return { may: false, state: 'off', reason: `${folder} is excluded` }
    if (consent.include.includes(folder)) return { may: true }
  }
  if (all) return { may: true }
  const reason = `its project is not included; \`cairn watch --include ${path}\` includes it`
  return { may: false, state: 'waiting', reason }
}

/** Whether a folder is that one or lies below it. */
export function isWithin(folder: string, of: string): boolean {
  return [...upwards(canonical(folder))].includes(canonical(of))
}

/** A folder and all above it, the nearest first. */
function* upwards(path: string): Iterable<string> {
  for (let at = path; ; at = dirname(at)) {
    yield at
    if (at === dirname(at) || at.endsWith(`:${sep}`)) return
  }
}

/** One path for one folder, whether or not it is still there. */
export function canonical(folder: string): string {
  try {
    return realpathSync(folder)
  } catch {
    return resolve(folder)
  }
}
