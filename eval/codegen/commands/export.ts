import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { machine } from '../../support/machine.js'
import { print } from '../../support/print.js'
import { armNamed, usesExperience, type ArmName } from '../arms/arms.js'
import type { OpenedArm } from '../arms/open-arm.js'
import { needed, readFlags } from '../flags.js'
import { readRunFlags, runFlags } from '../generate/run-flags.js'
import { indexName, stemOf } from '../grade/answers.js'
import { readCodeProblems, type CodeProblem } from '../problems.js'
import { promptFor } from '../prompt.js'
import { chosenProblems } from './command-options.js'

/** What an arm's memory is made of: as for `run`. */
const { docs, irrelevant, traces, home, embedder, vectors, seed, folds, tokens } = runFlags
const memoryFlags = {
  ...{ docs, irrelevant, traces, home, embedder, vectors, seed, folds, tokens },
  'experience-space': runFlags['experience-space']
} as const

const exportFlags = {
  ...memoryFlags,
  problems: { type: 'string' },
  library: { type: 'string', multiple: true },
  limit: { type: 'string' },
  arm: { type: 'string', default: 'none' },
  out: { type: 'string' }
} as const

type Values = ReturnType<typeof readFlags<typeof exportFlags>>

/**
 * Writes one prompt a file with an index, for whoever is to answer: a batch API, an agent, a person. export --problems FILE
 * --out DIR --arm none|irrelevant|docs|docs+traces|docs+traces+insights [--library NAME] [--limit N], and for an arm
 * with a memory --docs, --irrelevant, --traces, --home, --folds … as for `run`. Unlike `run` it takes problems in the order of the
 * file.
 * @throws CairnError BAD_INPUT; CONFLICT where the memory holds a family under test
 */
export async function exportPrompts(args: string[]): Promise<void> {
  const values = readFlags(args, exportFlags)
  const name = armNamed('--arm', values.arm)
  const problems = chosenProblems(values)
  const out = needed('--out', values.out, 'a folder for the prompts')
  const arm = name === 'none' ? null : await open(name, values, problems)
  try {
    mkdirSync(out, { recursive: true })
    const prompts: object[] = []
    for (const problem of problems) {
      const file = `${stemOf(problem.id)}.md`
      const { system, user } = promptFor(problem, (await arm?.context(problem)) ?? '')
      writeFileSync(join(out, file), `${system}\n\n${user}\n`)
      const { id, library, family } = problem
      prompts.push({ id, file, library, family })
    }
    const manifest = { ...machine(), memory: arm?.memory ?? 'none' }
    writeFileSync(join(out, indexName), JSON.stringify({ arm: name, manifest, prompts }, null, 2))
    print(`${prompts.length} prompts and ${indexName} in ${out}`)
  } finally {
    await arm?.close()
  }
}

async function open(
  name: Exclude<ArmName, 'none'>,
  values: Values,
  tested: readonly CodeProblem[]
): Promise<OpenedArm> {
  const { problems: file = '' } = values
  const given = Object.keys(memoryFlags).flatMap((key) =>
    [values[key as keyof typeof memoryFlags] ?? []].flat().flatMap((value) => [`--${key}`, value])
  )
  const flags = readRunFlags([
    ...['--problems', file, '--out', '.', '--models', 'whoever answers', '--arms', name],
    ...given
  ])
  // Cairn itself is brought in for arms that ask it.
  const { openArm } = await import('../arms/open-arm.js')
  const arm = await openArm(name, flags, { problems: readCodeProblems(file), tested })
  const bare = usesExperience(name) && arm.memory.built.some(({ recorded }) => recorded === 0)
  if (bare && flags.experienceSpaces.length === 0)
    print(
      '  the memory holds no attempt: all of --traces are at families under test. Ask for fewer problems with --limit, or for a memory each of several parts with --folds 5.'
    )
  return arm
}
