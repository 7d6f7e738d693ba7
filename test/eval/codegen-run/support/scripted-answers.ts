import { createHash } from 'node:crypto'
import type { ChatAnswer } from '../../../support/fake-endpoint.js'

export interface Solved {
  readonly prompt: string
  readonly reference: string
}

/**
 * A model that is right the more often the more it is given, and judges that look at its code: by the content of the
 * request alone, so that the same request always has the same answer.
 */
export function scriptedAnswers(
  problems: readonly Solved[]
): (body: Record<string, unknown>) => ChatAnswer {
  return (body) => {
    const messages = body['messages'] as { role: string; content: string }[]
    const text = messages.map(({ content }) => content).join('\n')
    const luck = Number.parseInt(hash(`${String(body['model'])}${text}`).slice(0, 8), 16) % 100
    const format = JSON.stringify(body['response_format'] ?? '')
    const problem = problems.find(({ prompt }) => text.includes(prompt.trimEnd()))
    if (format.includes('"code_quality"')) return quality(text, problem, luck)
    if (format.includes('"helpfulness"')) return help(luck)
    const chance = text.includes('Recommendation.') ? 75 : 45
    const code =
      problem !== undefined && luck < chance ? problem.reference : `result = ${String(luck)}`
    return { content: `Here it is.\n\n\`\`\`python\n${code}\n\`\`\`\n` }
  }
}

function quality(text: string, problem: Solved | undefined, luck: number): ChatAnswer {
  const right = problem !== undefined && text.includes(problem.reference.trim())
  const judgement = {
    problem_understanding: 'A small task.',
    code_assessment: right ? 'It does it.' : 'It does not do it.',
    score: right ? (luck < 70 ? 5 : 4) : luck < 60 ? 2 : 3,
    brief_rationale: 'Read it.'
  }
  return { content: JSON.stringify(judgement) }
}

function help(luck: number): ChatAnswer {
  const band = luck < 60 ? 'EXTREMELY_HELPFUL' : luck < 85 ? 'GOOD' : 'NEUTRAL'
  return { content: JSON.stringify({ band, rationale: 'It says what is needed.' }) }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
