import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CairnError } from '../../../src/errors.js'
import { machine } from '../../support/machine.js'
import { print } from '../../support/print.js'
import { indexName, stemOf } from '../grade/answers.js'
import { openArms } from '../open-arms.js'
import { promptFor } from '../prompt.js'
import { chosenProblems } from './command-options.js'

/** Writes one prompt a file with an index, for whoever is to answer: a batch API, an agent, a person. */
export async function exportPrompts(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      problems: { type: 'string' },
      library: { type: 'string', multiple: true },
      limit: { type: 'string' },
      arm: { type: 'string', default: 'none' },
      docs: { type: 'string', multiple: true, default: [] },
      traces: { type: 'string' },
      home: { type: 'string' },
      embedder: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' }
    }
  })
  const open = Object.hasOwn(openArms, values.arm) ? openArms[values.arm] : undefined
  if (open === undefined)
    throw new CairnError(
      'BAD_INPUT',
      `--arm is '${values.arm.slice(0, 100)}'; expected one of ${Object.keys(openArms).join(', ')}.`
    )
  if (values.out === undefined)
    throw new CairnError('BAD_INPUT', '--out is missing; expected a folder for the prompts.')
  const problems = chosenProblems(values)
  const { traces, home, embedder } = values
  const arm = await open({
    problems,
    docs: values.docs,
    seed: Number(values.seed),
    ...(traces === undefined ? {} : { traces }),
    ...(home === undefined ? {} : { home }),
    ...(embedder === undefined ? {} : { embedder })
  })
  mkdirSync(values.out, { recursive: true })
  const prompts: object[] = []
  for (const problem of problems) {
    const file = `${stemOf(problem.id)}.md`
    const { system, user } = promptFor(problem, await arm.context(problem))
    writeFileSync(join(values.out, file), `${system}\n\n${user}\n`)
    const { id, library, family } = problem
    prompts.push({ id, file, library, family })
  }
  await arm.close()
  writeFileSync(
    join(values.out, indexName),
    JSON.stringify(
      { arm: values.arm, manifest: { ...machine(), ...arm.manifest }, prompts },
      null,
      2
    )
  )
  print(`${prompts.length} prompts and ${indexName} in ${values.out}`)
}
