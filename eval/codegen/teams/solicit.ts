import type { Lesson } from '../../../src/domain/lesson.js'
import { reaches, successThreshold } from '../../../src/domain/lesson.js'
import type { ChatMessage } from '../../../src/model/chat.js'
import { codeMessages } from '../generate/code-messages.js'
import { renderLessons } from '../../../src/traces/render-lessons.js'
import type { CodeProblem } from '../problems.js'

const brief = 'Answer in one or two sentences, without code.'
const logLines = 7

/** Asks for another program that does the same faster (methods.md C.4); always from the original. */
export function fasterMessages(problem: CodeProblem, lessons: readonly Lesson[]): ChatMessage[] {
  const content = [
    `The program around the code, with what it is for:\n\n${problem.prompt}`,
    `Code A, which is right:\n\n\`\`\`python\n${problem.reference}\n\`\`\``,
    ...shown(lessons, 'optimising'),
    'Write Code B, which takes the place of Code A, gives exactly the same results, and is as fast as you can make it.'
  ].join('\n\n')
  return [
    {
      role: 'system',
      content:
        'You make Python code faster without changing what it does. Reply with the whole of Code B in one ```python block and nothing else.'
    },
    { role: 'user', content }
  ]
}

/** Asks for the code of a task, with lessons of earlier attempts (C.7). */
export function writingMessages(problem: CodeProblem, lessons: readonly Lesson[]): ChatMessage[] {
  return codeMessages(problem, renderLessons(lessons, { task: 'writing' }))
}

function shown(lessons: readonly Lesson[], task: 'optimising' | 'writing'): string[] {
  const text = renderLessons(lessons, { task })
  return text === '' ? [] : [text]
}

/** What is asked about an attempt to be faster, by how it ended (C.5). */
export function lessonOfSpeed(attempt: {
  readonly original: string
  readonly code: string
  readonly tag: Lesson['tag']
  readonly speedup: number
  readonly log: string
}): ChatMessage[] {
  const { original, code, tag, speedup, log } = attempt
  const codes = `Code A:\n\n\`\`\`python\n${original}\n\`\`\`\n\nCode B:\n\n\`\`\`python\n${code}\n\`\`\``
  const first = log.split('\n').slice(0, logLines).join('\n')
  const question =
    tag === 'CORRECT'
      ? `A and B give the same results on the same machine, and B is ${bandOf(speedup)} (${speedup.toFixed(2)} times as fast). Why is that?`
      : tag === 'INCORRECT'
        ? 'B does not give the results that A gives. What are the reasons?'
        : `B was to be faster than A but does not run. Why not? What was reported:\n${first}`
  return [{ role: 'user', content: `${codes}\n\n${question} ${brief}` }]
}

function bandOf(speedup: number): string {
  if (reaches(speedup, successThreshold)) return 'much faster'
  return reaches(speedup, 1) ? 'a little faster' : 'slower'
}

/** What is asked about code that fails some of the team's own tests (C.7). */
export function lessonOfTests(attempt: {
  readonly problem: CodeProblem
  readonly code: string
  readonly passed: number
  readonly of: number
  readonly log: string
}): ChatMessage[] {
  const { problem, code, passed, of, log } = attempt
  const first = log.split('\n').slice(-logLines).join('\n')
  const content = [
    `The task:\n\n${problem.prompt}`,
    `Code that was written for it:\n\n\`\`\`python\n${code}\n\`\`\``,
    `It passes ${passed} of ${of} tests. The first that fails, and what it reports:\n${first}`,
    `Say why it fails, and what to mind. ${brief}`
  ].join('\n\n')
  return [{ role: 'user', content }]
}
