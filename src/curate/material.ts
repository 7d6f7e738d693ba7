import type { GapClass } from '../domain/insight.js'
import { contrastOf, namesOf, type Contrast, type Feature } from './contrast.js'
import { libraryRange, type LibraryRange } from './library-range.js'
import { hasFailed, hasPassed, type RaisedError, type Source } from './source.js'
import { taskWords } from './task-words.js'

/** An error that ended attempts, and how many got rid of it. */
export interface CommonError {
  readonly type: string
  readonly title: string
  readonly raised: number
  /** Attempts that passed where others met it. */
  readonly resolved: number
}

/** Everything that the words of an insight are made of; words come from it alone. */
export interface Material extends Contrast, LibraryRange {
  readonly gap: GapClass
  /** Names of the libraries of the cluster. */
  readonly libraries: readonly string[]
  readonly task: string
  readonly words: readonly string[]
  readonly passed: number
  readonly failed: number
  readonly errors: readonly CommonError[]
  /** From an attempt that passed, word for word; null where none is short enough. */
  readonly code: string | null
}

const longestCode = 1_500
const mostErrors = 3

export function materialOf(
  sources: readonly Source[],
  cluster: {
    readonly medoid: string
    readonly libraries: readonly string[]
    readonly gap: GapClass
  }
): Material {
  const contrast = contrastOf(sources)
  const middle = sources.find(({ problem }) => problem === cluster.medoid) ?? sources[0]
  return {
    ...contrast,
    ...libraryRange(sources, cluster.libraries),
    gap: cluster.gap,
    libraries: cluster.libraries,
    task: middle?.problemTitle ?? '',
    words: taskWords(sources),
    passed: sources.filter(hasPassed).length,
    failed: sources.filter(hasFailed).length,
    errors: commonErrors(sources),
    code: exampleCode(sources, contrast.recommended)
  }
}

function commonErrors(sources: readonly Source[]): CommonError[] {
  const found = new Map<string, { error: RaisedError; raised: number }>()
  for (const { raised } of sources.filter(hasFailed)) {
    for (const error of raised.filter(({ last, vague }) => last && !vague)) {
      found.set(error.id, { error, raised: (found.get(error.id)?.raised ?? 0) + 1 })
    }
  }
  const resolved = (id: string) => sources.filter((source) => source.resolved.includes(id)).length
  return [...found]
    .sort(([a, x], [b, y]) => y.raised - x.raised || (a < b ? -1 : 1))
    .slice(0, mostErrors)
    .map(([id, { error, raised }]) => ({
      type: error.type,
      title: error.title.slice(0, 160),
      raised,
      resolved: resolved(id)
    }))
}

/** The shortest that shows most of what is recommended. */
function exampleCode(sources: readonly Source[], recommended: readonly Feature[]): string | null {
  const shown = (source: Source) => {
    const names = namesOf(source)
    return recommended.filter(({ name }) => names.has(name)).length
  }
  const [best] = sources
    .filter((source) => hasPassed(source) && !source.tainted)
    .filter(({ code }) => code !== null && code.trim() !== '' && code.length <= longestCode)
    .map((source) => ({ source, shown: shown(source), length: source.code?.length ?? 0 }))
    .sort(
      (a, b) => b.shown - a.shown || a.length - b.length || (a.source.id < b.source.id ? -1 : 1)
    )
  return best?.source.code ?? null
}
