import { reaches, successThreshold, type LessonTag } from '../domain/lesson.js'
import type { ChatMessage } from '../model/chat.js'

export interface AttemptToExplain {
  readonly tag: Exclude<LessonTag, 'UNJUDGED'>
  /** The code that the attempt started from, or the task where code was written from nothing. */
  readonly original: string
  readonly produced: string
  /** Speed-up against the original; asked for where CORRECT. */
  readonly effect?: number
  /** What the compiler or interpreter said; the first seven lines are shown. */
  readonly log?: string
}

const maxCode = 12_000
const logLines = 7
const maxLogLine = 300
const brevity = 'Answer in one or two sentences, specific enough to help the next attempt.'

/** What to ask a chat model about an attempt, by how it ended, so that its answer is a lesson. */
export function lessonQuestion(attempt: AttemptToExplain): ChatMessage[] {
  const shown = [part('Code A', attempt.original), part('Code B', attempt.produced)]
  if (attempt.tag === 'NOT_COMPILABLE' && attempt.log) {
    shown.push(part('The first lines of the log', firstLines(attempt.log)))
  }
  return [{ role: 'user', content: [...shown, `${questionOf(attempt)} ${brevity}`].join('\n\n') }]
}

/** What to ask about written code that does not do its task; code that does teaches by itself. */
export function testsQuestion(attempt: {
  readonly task: string
  readonly produced: string
  /** Counts of tests, where there were any. */
  readonly passed?: number
  readonly total?: number
  /** What the interpreter said; the first seven lines are shown. */
  readonly log?: string
}): ChatMessage[] {
  const { task, produced, passed, total, log } = attempt
  const question =
    passed === undefined || total === undefined
      ? 'The code does not do the task. Say why.'
      : `The code passes ${passed} of ${total} tests. Say why it fails the others.`
  const shown = [part('The task', task), part('The code', produced)]
  if (log) shown.push(part('The first lines of the log', firstLines(log)))
  return [{ role: 'user', content: [...shown, `${question} ${brevity}`].join('\n\n') }]
}

function questionOf({ tag, effect = 1 }: AttemptToExplain): string {
  switch (tag) {
    case 'CORRECT':
      return `Code A and Code B compute the same. With the same compiler on the same machine Code B is ${bandOf(effect)}: its speed-up over Code A is ${effect.toFixed(2)}. Explain why.`
    case 'INCORRECT':
      return 'Code B was meant to compute what Code A computes, but their outputs differ. Explain what in Code B causes that.'
    case 'NOT_COMPILABLE':
      return 'Code B was meant to be a faster Code A, but it has errors and does not compile. Explain why.'
  }
}

function bandOf(effect: number): string {
  if (reaches(effect, successThreshold)) return 'significantly faster'
  return reaches(effect, 1) ? 'slightly faster' : 'slower'
}

/** A titled block whose fence is longer than any that its text holds. */
function part(title: string, text: string): string {
  const kept = text.length > maxCode ? `${text.slice(0, maxCode)}\n(cut here)` : text
  const longest = (kept.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  return `${title}:\n${fence}\n${kept}\n${fence}`
}

function firstLines(log: string): string {
  return log
    .slice(0, maxCode)
    .split('\n')
    .slice(0, logLines)
    .map((line) => line.slice(0, maxLogLine))
    .join('\n')
}
