import { createHash } from 'node:crypto'

export interface Solved {
  readonly prompt: string
  readonly reference: string
}

/** What a model that asks nobody sees of a request. */
interface Asked {
  readonly text: string
  /** 0 to 99, by the content of the request. */
  readonly luck: number
  readonly problem: Solved | undefined
}

/**
 * A model that is right the more often the more it is given, judges that look at its code, a developer that hints and a
 * team that talks: by the content of the request alone, so that the same request always has the same answer. What
 * comes of it says nothing of Cairn.
 */
export function scriptedAnswers(
  problems: readonly Solved[]
): (body: Record<string, unknown>) => string {
  return (body) => {
    const messages = body['messages'] as { content: string }[]
    const text = messages.map(({ content }) => content).join('\n')
    const luck = Number.parseInt(hash(`${String(body['model'])}${text}`).slice(0, 8), 16) % 100
    const problem = problems.find(({ prompt }) => text.includes(prompt.trimEnd()))
    const asked = { text, luck, problem }
    const format = JSON.stringify(body['response_format'] ?? '')
    const form = forms.find(([name]) => format.includes(`"${name}"`))
    return form === undefined ? words(asked) : JSON.stringify(form[1](asked))
  }
}

const forms: readonly (readonly [name: string, answer: (asked: Asked) => unknown])[] = [
  ['code_quality', quality],
  ['helpfulness', help],
  ['hints', hints],
  ['tests', innerTests]
]

function words(asked: Asked): string {
  const { text, problem } = asked
  if (/Answer in one or two sentences, without code\./.test(text))
    return 'It looks at the wrong entries; mind what the task asks to be counted.'
  if (text.includes('You lead somebody who writes Python'))
    return problem !== undefined && text.includes(problem.reference.trim())
      ? 'DONE'
      : 'Compute what is asked for step by step, and mind the numbers that the task names.'
  return code(asked)
}

function code({ text, luck, problem }: Asked): string {
  const helped =
    text.includes('Recommendation.') || /once led to this code|Earlier attempts/.test(text)
  const right = problem !== undefined && luck < (helped ? 75 : 45)
  return `Here it is.\n\n\`\`\`python\n${right ? problem.reference : `result = ${String(luck)}`}\n\`\`\`\n`
}

function quality({ text, luck, problem }: Asked) {
  const right = problem !== undefined && text.includes(problem.reference.trim())
  return {
    problem_understanding: 'A small task.',
    code_assessment: right ? 'It does it.' : 'It does not do it.',
    score: right ? (luck < 70 ? 5 : 4) : luck < 60 ? 2 : 3,
    brief_rationale: 'Read it.'
  }
}

function help({ luck }: Asked) {
  const band = luck < 60 ? 'EXTREMELY_HELPFUL' : luck < 85 ? 'GOOD' : 'NEUTRAL'
  return { band, rationale: 'It says what is needed.' }
}

/** Now and then one that gives the solution away, until it is told so. */
function hints({ text, luck, problem }: Asked) {
  const good = `Read again which entries the task means; a draft that answers ${String(luck)} did not look at them.`
  const bad = problem?.reference.split('\n').find((line) => line.trim().length >= 12)
  const tells = luck < 40 && bad !== undefined && !text.includes('give the solution away')
  return { hints: tells ? [good, `Write ${bad.trim()} and it passes.`] : [good] }
}

/** Tests that hold of the reference alone: what it gives from what the task shows. */
function innerTests({ problem }: Asked) {
  const shown = /<code>\n([\s\S]*?)<\/code>/.exec(problem?.prompt ?? '')?.[1] ?? ''
  const check = `got = str(result)\nexec(${JSON.stringify(problem?.reference ?? '')})\nassert got == str(result)`
  return { tests: [{ setup: shown, check }] }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
