import type { ChatMessage } from '../../../src/model/chat.js'
import { askStructured, type Form } from '../judges/structured.js'
import type { CodeProblem } from '../problems.js'
import type { TeamTools } from './team.js'

/** A test that a team writes for itself: what runs before the code, and what must hold after it. */
export interface InnerTest {
  readonly setup: string
  readonly check: string
}

/** As many as LessonL's variant has its first model write (methods.md C.7). */
const count = 6

const form: Form = {
  name: 'tests',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['tests'],
    properties: {
      tests: {
        type: 'array',
        minItems: 1,
        maxItems: count,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['setup', 'check'],
          properties: { setup: { type: 'string' }, check: { type: 'string', minLength: 1 } }
        }
      }
    }
  }
}

/** Has the first model write tests from the task's text alone; none where it cannot. */
export async function writeInnerTests(
  problem: CodeProblem,
  { ask, models }: Pick<TeamTools, 'ask' | 'models'>
): Promise<readonly InnerTest[]> {
  const messages: ChatMessage[] = [
    {
      role: 'system',
      content: `You write ${count} small tests for code that somebody else will write. Each has a setup, Python that makes the imports and the input under the names that the task uses, and a check, Python that asserts what must hold after the code has run. Test what the task says, ordinary cases first, then edges. Between setup and check the code will be put.`
    },
    { role: 'user', content: `The task:\n\n${problem.prompt}` }
  ]
  const model = models[0] ?? ''
  const said = await askStructured<{ tests: InnerTest[] }>(
    ask,
    { model, purpose: 'team', messages, temperature: 0.2 },
    form
  )
  return 'value' in said ? said.value.tests : []
}

/** A team's own test in the form that the executor runs. JSON texts are Python texts too. */
export function innerTestProgram({ setup, check }: InnerTest): string {
  return [
    `SETUP = ${JSON.stringify(setup)}`,
    `CHECK = ${JSON.stringify(check)}`,
    'def test_execution(solution):',
    '    exec(SETUP + "\\n" + solution + "\\n" + CHECK, {})',
    ''
  ].join('\n')
}

/** Only whether the code can be read: what a team may know without the hidden tests. */
export const compileProgram = [
  'import textwrap',
  'def test_execution(solution):',
  '    compile(textwrap.dedent(solution), "solution", "exec")',
  ''
].join('\n')
