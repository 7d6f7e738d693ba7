import type { ChatMessage } from '../../../src/model/chat.js'
import type { Ask } from '../generate/asker.js'
import type { CodeProblem } from '../problems.js'
import { askStructured, type Form, type Structured } from './structured.js'

/** What a judge of quality answers: the four fields of methods.md B.8. */
export interface QualityJudgement {
  readonly problem_understanding: string
  readonly code_assessment: string
  /** 1 very poor to 5 excellent. */
  readonly score: number
  readonly brief_rationale: string
}

const mostWords = 29

const form: Form = {
  name: 'code_quality',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['problem_understanding', 'code_assessment', 'score', 'brief_rationale'],
    properties: {
      problem_understanding: { type: 'string', minLength: 1 },
      code_assessment: { type: 'string', minLength: 1 },
      score: { type: 'integer', minimum: 1, maximum: 5 },
      brief_rationale: { type: 'string', minLength: 1 }
    }
  },
  also: ({ brief_rationale: rationale }) => {
    const words = typeof rationale === 'string' ? rationale.trim().split(/\s+/).length : 0
    return words > mostWords ? `/brief_rationale has ${words} words; fewer than 30 are asked` : null
  }
}

const instructions = [
  'You have written and reviewed Python for many years. You judge one piece of code that was written for one task: severely, and fairly.',
  '',
  'Four things count:',
  '- correctness: it does what the task asks;',
  '- completeness: all of the task is done, unusual input included;',
  '- quality: it is written as experienced people write it, does no needless work, and can be kept up;',
  '- practicality: what it imports is common and fits the size of the task.',
  '',
  'Weigh the logic first. A rare library for a simple task counts against the code, as does cleverness that costs clarity. Ask yourself whether it would run in an ordinary installation of pandas and NumPy. The code continues the program of the task: names and imports that stand there need not be repeated.',
  '',
  'The scale:',
  '5 excellent: right and complete, idiomatic, with the usual libraries, easy to follow.',
  '4 good: the right way, with small faults of style or speed or at the edges.',
  '3 acceptable: the heart of it is solved, but it is long-winded, odd, or misses cases.',
  '2 poor: solves a part, or has serious faults of logic, or takes an unsuitable way.',
  '1 very poor: wrong from the start, or does not run.',
  '',
  'Answer with: problem_understanding, what was asked, in one or two sentences; code_assessment, two or three sentences; score, a whole number from 1 to 5; brief_rationale, in fewer than 30 words.'
].join('\n')

export function qualityMessages(
  problem: Pick<CodeProblem, 'prompt'>,
  code: string
): readonly ChatMessage[] {
  return [
    { role: 'system', content: instructions },
    {
      role: 'user',
      content: `The task:\n\n${problem.prompt}\n\nThe code to judge:\n\n\`\`\`python\n${code}\n\`\`\``
    }
  ]
}

/** Has one judge score one piece of code. The judge sees no reference, no tests and not from which arm it is. */
export function judgeQuality(
  ask: Ask,
  judge: string,
  { problem, code }: { readonly problem: Pick<CodeProblem, 'prompt'>; readonly code: string }
): Promise<Structured<QualityJudgement>> {
  const messages = qualityMessages(problem, code)
  return askStructured(ask, { model: judge, purpose: 'quality', messages, temperature: 0 }, form)
}
