import {
  adviceBands,
  feedbackOutcomes,
  helpfulnessBands,
  type FeedbackOutcome
} from '../domain/credit.js'
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
  const used = checkUsed('used', input.used)
  const misled = checkUsed('misled', input.misled)
  const feedback: Feedback = {
    recommendation: recommendationId(input.recommendation),
    from: oneOf('from', input.from, feedbackSenders),
    by: name('by', input.by),
    helpfulness:
      input.helpfulness == null ? null : oneOf('helpfulness', input.helpfulness, helpfulnessBands),
    advice: input.advice == null ? null : oneOf('advice', input.advice, adviceBands),
    outcome:
      input.outcome == null ? outcomeOf(tests) : oneOf('outcome', input.outcome, feedbackOutcomes),
    tests,
    used,
    misled,
    note: told('note', input.note),
    needed: told('needed', input.needed),
    key: input.key == null ? null : identifier('key', input.key)
  }
  if (saysNothing(feedback)) {
    throw refuseInput(
      'feedback',
      'empty',
      'an outcome, tests, helpfulness, advice, used, misled, note or needed'
    )
  }
  return feedback
}

/** `recommendation:` and what follows, for either. @throws CairnError BAD_INPUT */
export function recommendationId(given: unknown): string {
  const id = identifier('recommendation', given)
  return id.startsWith('recommendation:') ? id : `recommendation:${id}`
}

function saysNothing(feedback: Feedback): boolean {
  const { helpfulness, advice, outcome, tests, used, misled, note, needed } = feedback
  const said = [helpfulness, advice, tests, note, needed].some((part) => part !== null)
  return !said && outcome === 'unknown' && used.length + misled.length === 0
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

function name(field: string, value: unknown): string {
  const expected = `a text of 1 to ${maxName} characters`
  if (typeof value !== 'string' || value.length > maxName) throw refuseInput(field, value, expected)
  const clean = safeWords(value)
  if (clean === '') throw refuseInput(field, value, expected)
  return clean
}

/** Compared or hashed as it is, never stored. */
function identifier(field: string, value: unknown): string {
  const id = typeof value === 'string' ? value.trim() : ''
  if (id !== '' && id.length <= maxId) return id
  throw refuseInput(field, value, `a text of 1 to ${maxId} characters`)
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

function checkUsed(field: 'used' | 'misled', used: FeedbackInput['used']): string[] {
  if (used == null) return []
  if (!Array.isArray(used) || used.length > maxUsed)
    throw refuseInput(field, used, `a list of at most ${maxUsed} citation numbers or node ids`)
  return [...new Set(used.map((one, i) => identifier(`${field}[${i}]`, String(one))))].sort()
}
