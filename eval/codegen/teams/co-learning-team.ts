import type { ChatMessage } from '../../../src/model/chat.js'
import { chainEfficiency, mergeStates, type Moment } from '../../../src/traces/states.js'
import { extractCode } from '../generate/extract-code.js'
import { codeMessages } from '../generate/code-messages.js'
import type { CodeProblem } from '../problems.js'
import { compileProgram } from './inner-tests.js'
import type { Course, Team, TeamTools } from './team.js'

const temperature = 0.2
const finished = 'DONE'
const longestExample = 8_000

/**
 * Co-Learning's pair (methods.md D.4): the first model instructs, the last one writes. With a memory the instructor sees what
 * others were told from a state like this one, and the assistant what such an instruction led others to: both memories
 * are asked for their single nearest hit.
 */
export const coLearningTeam: Team = async (problem, tools) => {
  const moments: Moment[] = []
  let says = 'Nothing is written yet.'
  let remembered = 0
  let faults = 0
  let round = 0
  for (; round < tools.rounds; round += 1) {
    const state = moments.at(-1)?.text ?? ''
    const turn = await turnOf(problem, tools, { state, says, round })
    remembered += turn.remembered
    if (turn.ended) {
      faults += turn.faults
      break
    }
    const { verdict, line } = await tools.run(compileProgram, turn.text)
    const runs = verdict === 'passed'
    says = runs ? 'It can be read without an error.' : `It cannot be read: ${line ?? verdict}`
    moments.push({ text: turn.text, instruction: turn.instruction, runs })
  }
  return {
    problem: problem.id,
    family: problem.family,
    code: moments.at(-1)?.text ?? null,
    rounds: round,
    faults,
    timed: null,
    chain: chainEfficiency(mergeStates(moments)),
    remembered,
    courses: coursesOf(moments, tools.models.at(-1) ?? '')
  }
}

interface Now {
  readonly state: string
  readonly says: string
  readonly round: number
}

type Turn = { readonly remembered: number } & (
  | { readonly ended: false; readonly instruction: string; readonly text: string }
  | { readonly ended: true; readonly faults: number }
)

/** What the instructor wants, and what the assistant makes of it. */
async function turnOf(problem: CodeProblem, tools: TeamTools, now: Now): Promise<Turn> {
  const told = await instruct(problem, tools, now)
  const { said: instruction, remembered } = told
  if (instruction === null) return { remembered, ended: true, faults: 1 }
  if (now.state !== '' && isFinished(instruction)) return { remembered, ended: true, faults: 0 }
  const written = await write(problem, tools, { ...now, instruction })
  const both = remembered + written.remembered
  return written.said === null
    ? { remembered: both, ended: true, faults: 1 }
    : { remembered: both, ended: false, instruction, text: written.said }
}

/** What one of the pair said, and how much of the memory it was shown. */
interface Said {
  readonly said: string | null
  readonly remembered: number
}

function coursesOf(moments: readonly Moment[], model: string): Course[] {
  const versions = moments.map(({ instruction, text, runs }) => ({ instruction, code: text, runs }))
  return versions.length === 0 ? [] : [{ model, versions, lesson: null }]
}

function isFinished(instruction: string): boolean {
  return instruction.trim().toUpperCase().startsWith(finished)
}

async function instruct(
  problem: CodeProblem,
  { ask, models, memory }: TeamTools,
  at: Now
): Promise<Said> {
  const known = await memory?.nextStep({ code: at.state, limit: 1, nearestAtAll: true })
  const [example] = known?.instructions ?? []
  const content = [
    `The task:\n\n${problem.prompt}`,
    at.state === ''
      ? 'The code so far: none.'
      : `The code so far:\n\n\`\`\`python\n${at.state}\n\`\`\``,
    at.says,
    ...(example === undefined
      ? []
      : [`From code like this, this instruction once led far:\n${example.instruction}`])
  ].join('\n\n')
  const messages: ChatMessage[] = [
    {
      role: 'system',
      content: `You lead somebody who writes Python. Say in one to three sentences what to do next with the code: the most important thing only. Write no code. When the code does all that the task asks, say ${finished} and nothing else.`
    },
    { role: 'user', content }
  ]
  const model = models[0] ?? ''
  const reply = await ask({ model, purpose: 'team', messages, temperature, sample: at.round })
  const remembered = example === undefined ? 0 : 1
  return { said: 'fault' in reply ? null : reply.text, remembered }
}

async function write(
  problem: CodeProblem,
  { ask, models, memory }: TeamTools,
  at: { readonly state: string; readonly instruction: string; readonly round: number }
): Promise<Said> {
  const known = await memory?.nextStep({
    instruction: at.instruction,
    limit: 1,
    nearestAtAll: true
  })
  const [example] = known?.states ?? []
  const context = [
    ...(example === undefined
      ? []
      : [
          `An instruction like yours once led to this code, of another task:\n\n\`\`\`python\n${example.text.slice(0, longestExample)}\n\`\`\``
        ])
  ].join('\n\n')
  const asked = [
    at.state === '' ? '' : `Your code so far:\n\n\`\`\`python\n${at.state}\n\`\`\`\n\n`,
    `You are told:\n${at.instruction}\n\nReply with the whole code as it stands then.`
  ].join('')
  const messages = [...codeMessages(problem, context), { role: 'user' as const, content: asked }]
  const model = models.at(-1) ?? ''
  const reply = await ask({ model, purpose: 'team', messages, temperature, sample: at.round })
  const remembered = example === undefined ? 0 : 1
  return { said: 'fault' in reply ? null : extractCode(reply.text, problem), remembered }
}
