import { builtinModules } from 'node:module'
import { errorSignatures } from '../../domain/error-signature.js'
import { importsIn } from '../../domain/imports.js'
import { scopedId } from '../../domain/scoped-id.js'
import type { ApiCatalogue } from '../../domain/code-uses/resolve-uses.js'
import type { CodeUse } from '../../domain/code-uses/code-uses.js'
import { isVague } from '../errors-of.js'

/** What a note is about, as the graph keeps it. */
export interface Subject {
  /** `api:tessel.Table.order`, `tool:git stash`, `error:…`, `project:…`, `topic:…`. */
  readonly name: string
  /** What notes about it are gathered by: the last piece of the name in lower case. */
  readonly key: string
  /** As a reader is shown it. */
  readonly shown: string
  /** Ids of nodes that it is: documented APIs, an error. */
  readonly nodes: readonly string[]
  /** The node to be made where documentation tells of no such thing. */
  readonly provisional: {
    readonly id: string
    readonly qualifiedName: string
    readonly kind: string
  } | null
}

/** What tells a name in a note: the code beside it, the libraries, what is documented. */
export interface SubjectContext {
  readonly space: string
  readonly code: string
  readonly libraries: readonly string[]
  readonly uses: readonly CodeUse[]
  readonly catalogue: ApiCatalogue
  readonly project: string | null
}

const option = /^(?:[\w./-]+ )*--?[A-Za-z][\w-]*(?:=.*)?$/
const command = /^[a-z][\w.-]*(?: [a-z][\w.-]*){1,3}$/
const path = /^[A-Za-z_$][\w$]*(?:(?:\.|::|#)[A-Za-z_$][\w$]*)*$/

/** Finds what a note is about. What is nothing known becomes a topic, so that notes of it still meet. */
export function subjectOf(about: string, context: SubjectContext): Subject {
  const said = about.replace(/\s+/g, ' ').trim()
  if (/^(?:this |the )?(?:project|repo|repository|codebase)(?:\b.*)?$/i.test(said))
    return projectSubject(context)
  const error = errorSubject(said, context)
  if (error !== undefined) return error
  const bare = bareName(said)
  if (path.test(bare)) return apiSubject(bare.replace(/::|#/g, '.'), context)
  if (option.test(said) || command.test(said)) return toolSubject(said, context)
  const [, inner] = /`([^`]+)`|([A-Za-z_]\w*(?:\.\w+)+)/.exec(said) ?? []
  if (inner !== undefined && path.test(bareName(inner))) return apiSubject(bareName(inner), context)
  return {
    name: `topic:${said.toLowerCase()}`,
    key: said.toLowerCase(),
    shown: said,
    nodes: [],
    provisional: null
  }
}

/** A name without backticks, `()` and arguments. */
function bareName(said: string): string {
  return said
    .replace(/^`+|`+$/g, '')
    .replace(/^(?:await|new)\s+/, '')
    .replace(/\s*\(.*$/s, '')
    .replace(/(?:\s+\w+)?=.*$/s, '')
    .trim()
}

function projectSubject({ project }: SubjectContext): Subject {
  const name = project ?? 'project:unknown'
  return { name, key: name, shown: 'this project', nodes: [], provisional: null }
}

/** An error only where the text looks like one: a name with a message, or a type that says so. */
function errorSubject(said: string, { space }: SubjectContext): Subject | undefined {
  if (!/(?:Error|Exception|Warning|Panic)\b|^(?:TS|E)\d{3,}|\berror\b.*:/.test(said))
    return undefined
  const [signature] = errorSignatures(said)
  if (signature === undefined) return undefined
  if (isVague(signature)) {
    const name = `topic:${signature.type.toLowerCase()}`
    return { name, key: signature.type.toLowerCase(), shown: said, nodes: [], provisional: null }
  }
  const id = scopedId(signature.id, space)
  return { name: id, key: id, shown: said, nodes: [id], provisional: null }
}

function toolSubject(said: string, { space }: SubjectContext): Subject {
  const qualifiedName = said.replace(/=.*$/, '').replace(/\s*<.*$/, '')
  const id = scopedId(`api:tool/${qualifiedName}`, space)
  return {
    name: `tool:${qualifiedName}`,
    key: qualifiedName.toLowerCase(),
    shown: qualifiedName,
    nodes: [],
    provisional: { id, qualifiedName, kind: 'tool' }
  }
}

function apiSubject(name: string, context: SubjectContext): Subject {
  const key = lastOf(name).toLowerCase()
  for (const full of spellings(name, context)) {
    const ids = context.catalogue.byQualifiedName(full)
    if (ids.length > 0)
      return {
        name: `api:${full}`,
        key,
        shown: shownName(name, full),
        nodes: ids,
        provisional: null
      }
  }
  const near = documentedAs(name, context)
  if (near !== undefined) return { ...near, key }
  const [full = name] = spellings(name, context)
  const id = scopedId(`api:provisional/${full}`, context.space)
  return {
    name: `api:${full}`,
    key,
    shown: shownName(name, full),
    nodes: [],
    provisional: { id, qualifiedName: full, kind: 'provisional' }
  }
}

/** Full names that a name may stand for: by the code's imports and uses, then by the only library at hand. */
function spellings(name: string, context: SubjectContext): string[] {
  const [first = '', ...rest] = name.split('.')
  const { aliases, modules } = importsIn(context.code)
  const found: string[] = []
  const imported = aliases.get(first)
  if (imported !== undefined && imported !== 'DataFrame') found.push([imported, ...rest].join('.'))
  if (modules.has(first)) found.push(name)
  const uses = context.uses
    .flatMap(({ name: use, candidates = [] }) => [
      use,
      ...candidates.map(({ qualifiedName }) => qualifiedName)
    ])
    .filter((use) => use === name || use.endsWith(`.${name}`))
  found.push(...uses.filter((use) => modules.has(use.split('.')[0] ?? '')).sort(longestFirst))
  if (found.length === 0) {
    const root = onlyRoot(context, modules)
    if (root !== undefined && first !== root) found.push(`${root}.${name}`)
  }
  return [...new Set([...found, name])]
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}

const standard: ReadonlySet<string> = new Set([
  ...builtinModules,
  ...'abc argparse array ast asyncio base64 bisect calendar cmath collections contextlib copy csv dataclasses datetime decimal enum fractions functools gc glob gzip hashlib heapq importlib inspect io itertools json logging math multiprocessing numbers operator os pathlib pickle platform pprint queue random re shutil signal socket sqlite3 statistics string struct subprocess sys tempfile textwrap threading time timeit tokenize traceback types typing unittest urllib uuid warnings weakref xml zipfile zoneinfo __future__ pytest'.split(
    ' '
  )
])

/** The one library that everything here is about, where there is one. */
function onlyRoot({ libraries }: SubjectContext, modules: ReadonlySet<string>): string | undefined {
  const named = [
    ...new Set(libraries.map((library) => library.replace(/^[a-z]+\//, '').replace(/@[^@]*$/, '')))
  ]
  if (named.length === 1) return named[0]?.replace(/-/g, '_')
  const roots = [...new Set([...modules].map((module) => module.split('.')[0] ?? ''))].filter(
    (root) => root !== '' && !standard.has(root)
  )
  return roots.length === 1 ? roots[0] : undefined
}

/** A documented API of a library at hand whose name ends as this one does. */
function documentedAs(name: string, context: SubjectContext): Omit<Subject, 'key'> | undefined {
  const { modules } = importsIn(context.code)
  const hands = new Set(
    [
      ...modules,
      ...context.libraries.map((library) => library.replace(/^[a-z]+\//, '').replace(/@[^@]*$/, ''))
    ].map((one) => one.toLowerCase())
  )
  const entries = context.catalogue
    .byLastName(lastOf(name))
    .filter(
      ({ qualifiedName }) =>
        qualifiedName === name ||
        qualifiedName.endsWith(`.${name}`) ||
        name.endsWith(`.${qualifiedName}`)
    )
    .filter(
      ({ qualifiedName, library }) =>
        hands.has((qualifiedName.split('.')[0] ?? '').toLowerCase()) ||
        hands.has(
          library
            .replace(/^[a-z]+\//, '')
            .replace(/@[^@]*$/, '')
            .toLowerCase()
        )
    )
  const names = [...new Set(entries.map(({ qualifiedName }) => qualifiedName))].sort(
    (a, b) => a.length - b.length || (a < b ? -1 : 1)
  )
  const [qualified] = names
  if (qualified === undefined || names.length > 3) return undefined
  return {
    name: `api:${qualified}`,
    shown: shownName(name, qualified),
    nodes: entries.filter((entry) => entry.qualifiedName === qualified).map(({ id }) => id),
    provisional: null
  }
}

/** A bare `order` is shown as `Table.order` where that is known; a full name is left as it was said. */
function shownName(said: string, full: string): string {
  const pieces = full.split('.')
  const short = pieces.length > 2 ? pieces.slice(-2).join('.') : full
  return said.split('.').length >= short.split('.').length ? said : short
}

export function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** The last names under which what notes are about may be documented. */
export function namesToLearn(about: readonly string[]): CodeUse[] {
  return about.map((one) => ({ name: bareName(one).replace(/::|#/g, '.'), count: 1, keywords: [] }))
}
