import { feedbackOutcomes, helpfulnessBands, type FeedbackOutcome } from '../domain/credit.js'
import { safeWords } from '../domain/safe-words.js'
import { feedbackSenders, type Feedback, type FeedbackInput } from './feedback-input.js'
import { refuseInput } from './refuse-input.js'

/** Characters of a name, an id or a key, and of what is told. */
const maxName = 200
const maxId = 500
const maxWords = 4_000
const maxUsed = 100
const maxTests = 1_000_000

/**
 * Feedback as it is stored: bounded, without control characters and secrets.
 * @throws CairnError BAD_INPUT that names field, value and expectation
 */
export function checkFeedback(input: FeedbackInput): Feedback {
  const tests = checkTests(input.tests)
  const used = checkUsed(input.used)
  const feedback: Feedback = {
    recommendation: recommendationId(input.recommendation),
    from: oneOf('from', input.from, feedbackSenders),
    by: named('by', input.by, maxName),
    helpfulness:
      input.helpfulness == null
        ? null
        : oneOf('helpfulness', input.helpfulness, helpfulnessBands),
    outcome:
      input.outcome == null
        ? outcomeOf(tests)
        : oneOf('outcome', input.outcome, feedbackOutcomes),
    tests,
    used,
    note: told('note', input.note),
    needed: told('needed', input.needed),
    key: input.key == null ? null : named('key', input.key, maxName)
  }
  if (saysNothing(feedback)) {
    throw refuseInput('feedback', 'empty', 'an outcome, tests, helpfulness, used, note or needed')
  }
  return feedback
}

/** `recommendation:` and what follows, for either. @throws CairnError BAD_INPUT */
export function recommendationId(given: unknown): string {
  const id = named('recommendation', given, maxId)
  return id.startsWith('recommendation:') ? id : `recommendation:${id}`
}

function saysNothing(feedback: Feedback): boolean {
  const { helpfulness, outcome, tests, used, note, needed } = feedback
  const said = [helpfulness, tests, note, needed].some((part) => part !== null)
  return !said && outcome === 'unknown' && used.length === 0
}

function outcomeOf(tests: Feedback['tests']): FeedbackOutcome {
  if (tests === null || tests.passed + tests.failed === 0) return 'unknown'
  return tests.failed > 0 ? 'failed' : 'passed'
}

function oneOf<T extends string>(field: string, value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value)
  if (found === undefined) throw refuseInput(field, value, `one of ${known.join(', ')}`)
  return found
}

function named(field: string, value: unknown, most: number): string {
  const expected = `a text of 1 to ${most} characters`
  if (typeof value !== 'string' || value.length > most) throw refuseInput(field, value, expected)
  const clean = safeWords(value)
  if (clean === '') throw refuseInput(field, value, expected)
  return clean
}

function told(field: string, value: unknown): string | null {
  if (value == null) return null
  if (typeof value !== 'string' || value.length > maxWords)
    throw refuseInput(field, value, `a text of at most ${maxWords} characters`)
  const clean = safeWords(value)
  return clean === '' ? null : clean
}

function checkTests(tests: FeedbackInput['tests']): Feedback['tests'] {
  if (tests == null) return null
  for (const field of ['passed', 'failed'] as const) {
    const n: unknown = tests[field]
    if (!Number.isInteger(n) || Number(n) < 0 || Number(n) > maxTests)
      throw refuseInput(`tests.${field}`, n, `a whole number from 0 to ${maxTests}`)
  }
  return { passed: tests.passed, failed: tests.failed }
}

function checkUsed(used: FeedbackInput['used']): string[] {
  if (used == null) return []
  if (!Array.isArray(used) || used.length > maxUsed)
    throw refuseInput('used', used, `a list of at most ${maxUsed} citation numbers or node ids`)
  return [...new Set(used.map((one, i) => named(`used[${i}]`, String(one), maxId)))].sort()
}
