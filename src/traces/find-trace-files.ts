import { readdir, realpath, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { CairnError } from '../errors.js'
import { systemCode } from './system-code.js'

export type FoundFile =
  | { readonly file: string }
  | { readonly file: string; readonly skipped: string }

/** Of Markdown only what is a chat by its name: folders hold other Markdown. */
const wanted =
  /(?:\.(?:json|jsonl|ndjson|traj)|\.aider\.chat\.history\.md|^aider\.chat\.history\.md)(?:\.gz)?$/i
const deepestFolder = 40

/**
 * The trace files under some paths, each once, sorted by name within its folder. A file that is
 * named itself is taken whatever its name. Hidden folders are passed over, and links are followed
 * only within the folder that was named.
 * @throws CairnError NOT_FOUND where a path is not there
 */
export async function* findTraceFiles(paths: readonly string[]): AsyncIterable<FoundFile> {
  const seen = new Set<string>()
  const roots = await Promise.all(paths.map(async (path) => ({ path, real: await existing(path) })))
  for (const { path, real } of roots) {
    if ((await stat(real)).isDirectory()) yield* walk({ path, real, root: real, depth: 0 }, seen)
    else if (!seen.has(real)) {
      seen.add(real)
      yield { file: path }
    }
  }
}

async function existing(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    const message = `${path} cannot be read; expected a file or folder with traces that exists.`
    throw new CairnError('NOT_FOUND', message, {
      cause: error,
      details: { field: 'path', value: path }
    })
  }
}

interface Place {
  readonly path: string
  readonly real: string
  readonly root: string
  readonly depth: number
}

async function* walk(place: Place, seen: Set<string>): AsyncIterable<FoundFile> {
  if (seen.has(place.real)) return
  seen.add(place.real)
  if (place.depth > deepestFolder) {
    yield {
      file: place.path,
      skipped: `the folder lies more than ${String(deepestFolder)} levels deep`
    }
    return
  }
  let names: string[]
  try {
    names = (await readdir(place.real)).sort()
  } catch (error) {
    yield {
      file: place.path,
      skipped: `the folder cannot be read (${systemCode(error) ?? 'unknown reason'})`
    }
    return
  }
  for (const name of names) yield* entry(place, name, seen)
}

async function* entry(folder: Place, name: string, seen: Set<string>): AsyncIterable<FoundFile> {
  const path = join(folder.path, name)
  try {
    const real = await realpath(path)
    const about = await stat(real)
    if (about.isDirectory() ? name.startsWith('.') : !wanted.test(name) || seen.has(real)) return
    if (relative(folder.root, real).startsWith('..')) {
      yield {
        file: path,
        skipped: 'it is a link that leads out of the folder; name its target itself'
      }
    } else if (about.isDirectory())
      yield* walk({ path, real, root: folder.root, depth: folder.depth + 1 }, seen)
    else if (about.isFile()) {
      seen.add(real)
      yield { file: path }
    }
  } catch (error) {
    if (wanted.test(name))
      yield { file: path, skipped: `it cannot be read (${systemCode(error) ?? 'unknown reason'})` }
  }
}
