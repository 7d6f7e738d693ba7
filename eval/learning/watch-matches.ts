import { codeUses } from '../../src/domain/code-uses/code-uses.js'
import { errorSignatures } from '../../src/domain/error-signature.js'

/** What a failed attempt really used, and the types of errors that it raised. */
export interface Failure {
  readonly apis: readonly string[]
  readonly errors: readonly string[]
}

/** Reads both out of the attempt; the code that the task shows runs before. */
export function failureOf(code: string, error: string | null, task: string): Failure {
  const context = [...task.matchAll(/<code>\n?([^]*?)<\/code>/g)]
    .map((match) => match[1] ?? '')
    .join('\n')
  const uses = codeUses(code, { language: 'python', context })
  const apis = uses.flatMap(({ name, candidates = [] }) => [
    name,
    ...candidates.map(({ qualifiedName }) => qualifiedName)
  ])
  const errors = errorSignatures(error ?? '').map(({ type }) => type)
  return { apis: [...new Set(apis)], errors: [...new Set(errors)] }
}

const aliases: Readonly<Record<string, string>> = {
  np: 'numpy',
  pd: 'pandas',
  plt: 'matplotlib.pyplot',
  tf: 'tensorflow',
  sp: 'scipy'
}

/** Names that a text mentions as code: in backticks, with a dot, or called. Words of prose are none. */
const mention = /`([\w.]+)`|\b([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+)|\b([A-Za-z_]\w*)(?=\()/g

/**
 * Whether a text names one of these APIs: by its full name, by its last two parts (`DataFrame.explode`), or by its
 * last part on a variable or bare (`df.explode`, `explode()`). `np.sum` does not name `pandas.Series.sum`.
 */
export function namesApi(text: string, apis: readonly string[]): boolean {
  const known = apis.map((api) => api.split('.').filter((part) => part !== ''))
  return [...text.matchAll(mention)].some((match) => {
    const parts = expanded((match[1] ?? match[2] ?? match[3] ?? '').split('.'))
    return known.some((api) => isNamed(parts, api))
  })
}

function expanded(parts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = parts
  return rest.length === 0 ? parts : [...(aliases[first]?.split('.') ?? [first]), ...rest]
}

const packages = /^(?:numpy|pandas|matplotlib|tensorflow|scipy|sklearn|torch)$/

function isNamed(mentioned: readonly string[], api: readonly string[]): boolean {
  const last = mentioned.at(-1)
  if (last === undefined || last === '' || last !== api.at(-1)) return false
  const isQualified = packages.test(mentioned[0] ?? '') || /^[A-Z]/.test(mentioned.at(-2) ?? '')
  if (!isQualified || api.length < 2)
    return mentioned.length <= 2 || mentioned.length === api.length
  return mentioned.at(-2) === api.at(-2)
}

/** Whether a text names one of these types of errors. */
export function namesError(text: string, types: readonly string[]): boolean {
  return types.some((type) => {
    const last = type.split('.').at(-1) ?? type
    return new RegExp(`(?<![\\w])${last.replace(/\W/g, '\\$&')}(?!\\w)`).test(text)
  })
}
