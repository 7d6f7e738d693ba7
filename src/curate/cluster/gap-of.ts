import { gapClasses, type GapClass } from '../../domain/insight.js'
import type { TaskAttempt } from './task.js'

/** What an unsafe call looks like: a method `model.eval()` or `df.eval(…)` is none. */
const unsafeCall =
  /(?<![\w.])(?:eval|exec)\s*\(|\b(?:c?[Pp]ickle|dill|joblib)\.loads?\s*\(|\byaml\.(?:load|unsafe_load|full_load)\s*\((?![^)]*Safe)|shell\s*=\s*True|\bos\.system\s*\(/

/** Errors that come of taking an API for another. */
const confusion = /^(?:AttributeError|TypeError|NameError|ImportError)$/

/** Whether code does what documentation warns of: runs text as code, unpickles, opens a shell. */
export function isUnsafe(code: string): boolean {
  return unsafeCall.test(code)
}

/**
 * What sort of gap the attempts at one task show, null where they show none. The rarer and graver
 * comes first: unsafe calls, then several libraries together, then errors about an API itself, then
 * another choice of APIs in those that passed.
 */
export function gapOf(
  attempts: readonly TaskAttempt[],
  libraries: readonly string[]
): GapClass | null {
  if (attempts.some(({ unsafe }) => unsafe !== null && isUnsafe(unsafe))) return 'security-practice'
  if (libraries.length > 1) return 'integration-limit'
  const failed = attempts.filter(({ outcome }) => outcome === 'failed')
  const passed = attempts.filter(({ outcome }) => outcome === 'passed')
  if (failed.some(({ errors }) => errors.some((type) => confusion.test(type)))) {
    return 'api-confusion'
  }
  if (passed.length === 0 || failed.length === 0) return null
  const usedBy = (some: readonly TaskAttempt[]) => new Set(some.flatMap(({ apis }) => apis))
  const [inPassed, inFailed] = [usedBy(passed), usedBy(failed)]
  const differs =
    [...inPassed].some((api) => !inFailed.has(api)) ||
    [...inFailed].some((api) => !inPassed.has(api))
  return differs ? 'idiomatic-pattern' : null
}

/** The class of most, the earlier in the list where two are equal; idiomatic where none shows any. */
export function commonGap(gaps: readonly (GapClass | null)[]): GapClass {
  const counts = gapClasses.map((gap) => gaps.filter((one) => one === gap).length)
  const most = Math.max(...counts)
  return most === 0
    ? 'idiomatic-pattern'
    : (gapClasses[counts.indexOf(most)] ?? 'idiomatic-pattern')
}
