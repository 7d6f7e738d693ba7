import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import type { AnchorStyle } from './slug-headings.js'

/** What the project around a folder says of its documentation. */
export interface DocsFacts {
  readonly name: string
  readonly version: string | null
  readonly anchors: AnchorStyle
}

/** Names that say nothing of what a folder documents. */
const generic =
  /^(?:docs?|documentation|content|contents|pages|src|source|sources|website|site|guides?|manual|reference|en|en-us|markdown|md|latest|current|stable|main|master|llms(?:-full)?|readme|index)$/i
const upwards = 3

/**
 * What documentation is called, from its project where the folder's own name says nothing
 * (package.json, pyproject.toml, mkdocs.yml, git remote); and its version, where the project says it.
 */
export async function factsOfDocs(source: string): Promise<DocsFacts> {
  const path = resolve(source)
  const isFile = await isFileAt(path)
  const own = isFile ? basename(path).replace(/\.\w+$/, '') : basename(path)
  const folders = foldersFrom(isFile ? dirname(path) : path)
  const anchors = await anchorStyle(folders)
  const isGeneric = generic.test(own)
  // A single file with a name of its own is not the project it lies in.
  const project = isFile && !isGeneric ? undefined : projectOf(await projectsIn(folders))
  if (project === undefined)
    return { name: isGeneric ? nameOfFolders(folders, own) : own, version: null, anchors }
  // A folder with a name of its own has that, unless it is the project.
  const name = isGeneric || project.root === path ? project.name : own
  return { name, version: name === project.name ? project.version : null, anchors }
}

async function isFileAt(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() === true
}

function nameOfFolders(folders: readonly string[], own: string): string {
  return folders.map((folder) => basename(folder)).find((name) => !generic.test(name)) ?? own
}

interface FoundProject extends Project {
  readonly root: string
}

/** A name as it can be that of a library. */
export function cleanName(name: string): string {
  return name
    .trim()
    .replace(/\s+/g, '-')
    .replace(/[^\w.@+/-]/g, '')
}

/** What these folders say of their project, the nearest first, none above a repository. */
async function projectsIn(folders: readonly string[]): Promise<FoundProject[]> {
  const found: FoundProject[] = []
  for (const root of folders) {
    const said = await projectIn(root)
    if (said !== undefined) found.push({ ...said, root })
    if (await exists(join(root, '.git'))) break
  }
  return found
}

/** The nearest; the site that documentation is built into is not what it documents. */
function projectOf([nearest, above]: readonly FoundProject[]): FoundProject | undefined {
  const isSite = nearest?.isPrivate === true && generic.test(basename(nearest.root))
  return isSite ? (above ?? nearest) : nearest
}

function foldersFrom(folder: string): string[] {
  const folders = [folder]
  for (let n = 0; n < upwards; n++) folders.push(dirname(folders.at(-1) ?? folder))
  return [...new Set(folders)].filter((one) => one !== dirname(one))
}

async function anchorStyle(folders: readonly string[]): Promise<AnchorStyle> {
  for (const folder of folders) {
    if (await exists(join(folder, '.vitepress'))) return 'vitepress'
    if (await exists(join(folder, 'mkdocs.yml'))) return 'python'
  }
  return 'github'
}

/** The project that a folder or file lies in, as far as three folders up: the topmost, and none above a repository. */
export async function projectAround(
  source: string
): Promise<{ readonly root: string; readonly name: string } | undefined> {
  const path = resolve(source)
  const isFile = await isFileAt(path)
  let found: { root: string; name: string } | undefined
  for (const root of foldersFrom(isFile ? dirname(path) : path)) {
    const said = await projectIn(root)
    const isRepository = await exists(join(root, '.git'))
    if (said !== undefined || isRepository) found = { root, name: said?.name ?? basename(root) }
    if (isRepository) break
  }
  return found
}

interface Project {
  readonly name: string
  readonly version: string | null
  /** Whether it is published to nobody. */
  readonly isPrivate?: boolean
}

async function projectIn(folder: string): Promise<Project | undefined> {
  return (
    (await fromPackage(folder)) ??
    (await fromPyproject(folder)) ??
    (await fromMkdocs(folder)) ??
    (await fromGit(folder))
  )
}

async function fromPackage(folder: string): Promise<Project | undefined> {
  const text = await textIn(join(folder, 'package.json'))
  try {
    const said = JSON.parse(text) as { name?: unknown; version?: unknown; private?: unknown }
    if (typeof said.name !== 'string' || generic.test(said.name)) return undefined
    const version =
      typeof said.version === 'string' && !/^0\.0\.0/.test(said.version) ? said.version : null
    return { name: said.name, version, isPrivate: said.private === true }
  } catch {
    return undefined
  }
}

async function fromPyproject(folder: string): Promise<Project | undefined> {
  const text = await textIn(join(folder, 'pyproject.toml'))
  const table =
    /^\[(?:project|tool\.poetry)\][ \t]*\n([\s\S]*?)(?=^\[|$(?![\s\S]))/m.exec(text)?.[1] ?? ''
  const value = (key: string) =>
    new RegExp(`^${key}[ \\t]*=[ \\t]*["']([^"'\\n]+)["']`, 'm').exec(table)?.[1]
  const name = value('name')
  return name === undefined ? undefined : { name, version: value('version') ?? null }
}

async function fromMkdocs(folder: string): Promise<Project | undefined> {
  const text = await textIn(join(folder, 'mkdocs.yml'))
  const said = /^site_name:[^\n]*$/m.exec(text)?.[0]
  if (said === undefined) return undefined
  try {
    const name: unknown = (parse(said) as { site_name?: unknown }).site_name
    return typeof name === 'string' && !generic.test(name) ? { name, version: null } : undefined
  } catch {
    return undefined
  }
}

async function fromGit(folder: string): Promise<Project | undefined> {
  const text = await textIn(join(folder, '.git', 'config'))
  const url = /\[remote "origin"\][^[]*?url\s*=\s*(\S+)/.exec(text)?.[1]
  const name = url
    ?.replace(/\/+$|\.git$/g, '')
    .split(/[/:]/)
    .at(-1)
  return name === undefined || name === '' ? undefined : { name, version: null }
}

async function textIn(file: string): Promise<string> {
  const size = (await stat(file).catch(() => undefined))?.size ?? Infinity
  return size > 1_000_000 ? '' : readFile(file, 'utf8').catch(() => '')
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}
