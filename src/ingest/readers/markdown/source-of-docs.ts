import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import type { SourceName } from '../../reader.js'
import { cleanName, projectAround } from './name-of-docs.js'

/** Folders that hold the documentation of their project, not a part of it beside the rest. */
const main =
  /^(?:docs?|documentation|contents?|pages|src|sources?|website|site|en|latest|current|stable)$/i

/**
 * What a folder or file is called among the sources of a library: its path within its project, after the project's name
 * where the library has another; outside of a project its own name. Pages of a project's documentation keep their
 * paths; those of another folder of it (`guides`) stand below that folder's.
 */
export async function sourceOfDocs(source: string, library: string): Promise<SourceName> {
  const path = resolve(source)
  const project = await projectAround(path)
  if (project === undefined) return { name: basename(path), below: '' }
  const within = (to: string) => relative(project.root, to).split(sep).join('/')
  const isFile = (await stat(path).catch(() => undefined))?.isFile() === true
  const folder = isFile ? dirname(path) : path
  const isMain =
    folder === project.root || main.test(basename(folder)) || basename(folder) === library
  const called = cleanName(project.name)
  const parts = [...(called === library ? [] : [called]), within(path)]
  const name = parts.filter((part) => part !== '').join('/')
  return { name: name === '' ? called : name, below: isMain ? '' : within(folder) }
}
