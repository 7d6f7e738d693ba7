import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runVerb } from '../../../eval/codegen-run.js'
import { exportPrompts } from '../../../eval/codegen/commands/export.js'
import { neighbours } from '../../../eval/codegen/commands/neighbours.js'
import { removeFolders, temporaryFolder } from '../../support/build-cairn.js'
import { runCodegen, testSettings } from './support/run-codegen.js'
import { writeBench } from './support/tiny-problems.js'

afterAll(removeFolders)

const folder = temporaryFolder()
const bench = writeBench(folder)
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const given = ['--problems', bench.problems, '--out', join(folder, 'out')]
const models = ['--models', 'a']
const withModels = [...given, ...models]
const verbs = {
  run: (args: string[]) => runVerb('run', args),
  teams: (args: string[]) => runVerb('teams', args),
  hints: (args: string[]) => runVerb('hints', args),
  export: exportPrompts,
  neighbours
}

test.each([
  ['run', '--problems', null, ['--out', folder, ...models]],
  ['run', '--problems', '/nowhere', ['--problems', '/nowhere', '--out', folder, ...models]],
  ['run', '--out', null, ['--problems', bench.problems, ...models]],
  ['run', '--models', null, given],
  ['run', '--limit', 'many', [...withModels, '--limit', 'many']],
  ['run', '--folds', '0', [...withModels, '--folds', '0']],
  ['run', '--temperature', '3', [...withModels, '--temperature', '3']],
  ['run', '--arms', 'all', [...withModels, '--arms', 'none,all']],
  ['run', '--docs', '/nowhere', [...withModels, '--docs', '/nowhere']],
  ['run', '--docs', null, [...withModels, '--arms', 'docs']],
  ['run', '--traces', '/nowhere', [...withModels, '--traces', '/nowhere']],
  ['run', '--judges', 'a', [...withModels, '--judges', 'a']],
  ['run', 'a flag', '--prise', [...withModels, '--prise', '1']],
  ['run', '--seed', '', [...withModels, '--seed']],
  ['run', 'a word without a flag', 'please', [...withModels, 'please']],
  ['run', '--arms', 'documentation', [...given, '--agent', 'true', '--arms', 'docs']],
  ['teams', '--team', 'football', [...withModels, '--team', 'football']],
  ['teams', '--rounds', '-1', [...withModels, '--rounds', '-1']],
  ['teams', '--arms', 'documentation', [...withModels, '--arms', 'docs']],
  ['hints', '--models', 'a,b', [...given, '--models', 'a,b']],
  ['hints', '--hold-out', '40', [...withModels, '--hold-out', '40']],
  ['export', '--arm', 'everything', [...given, '--arm', 'everything']],
  ['neighbours', '--attempts', null, ['--problems', bench.problems]]
] as const)(
  '%s tells bad input by its field and value: %s %j',
  async (verb, field, value, args) => {
    await expect(verbs[verb]([...args])).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: expect.stringContaining('expected') as string,
      details: { field, value, expected: expect.any(String) as string }
    })
  }
)

test.each([
  ['{"id": 1', /line 1 is no JSON/],
  ['{"id": "a", "prompt": "b"}', /line 1 lacks one/],
  ['{"id": "a", "prompt": "b", "code_context": "c"}', /a has none/]
])('a file of problems that is none is told by its line: %s', async (text, says) => {
  const problems = file('broken.jsonl', text)
  const args = ['--problems', problems, '--out', join(folder, 'out'), ...models, '--arms', 'none']
  await expect(runVerb('run', args)).rejects.toThrow(says)
})

test('on the command line bad input is one line, without a stack', async () => {
  const prices = file('prices.json', '{"a": {"input": -1}}')
  const args = [...withModels, '--arms', 'none', '--no-execute', '--prices', prices]
  const options = { cwd: folder, settings: testSettings(join(folder, 'home')) }
  const ended = await runCodegen(['report', ...args], options)
  expect(ended.code).toBe(1)
  const [line, ...rest] = ended.stderr.trim().split('\n').slice(-1)
  expect([line, rest]).toEqual([
    `--prices: a is '{"input":-1}'; expected {"input": dollars, "output": dollars} for a million tokens.`,
    []
  ])
  expect(ended.stderr).not.toContain('    at ')
})
