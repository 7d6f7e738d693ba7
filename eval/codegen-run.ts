import { badInput } from '../src/errors.js'
import { makePlan, settleIn } from './codegen/generate/plan.js'
import { readRunFlags } from './codegen/generate/run-flags.js'
import { runMatrix, type Stage } from './codegen/generate/run-matrix.js'
import { writeReport } from './codegen/report/write-report.js'
import { print } from './support/print.js'

/** The verbs of `npm run eval:codegen` that ask models. */
export const runVerbs = ['run', 'judge', 'report', 'hints', 'teams'] as const

/**
 * run: contexts, code, tests, judges, report. judge: no new code. report: nobody is asked. hints: a synthetic developer's
 * hints become traces. teams: rounds of several models.
 * @throws CairnError BAD_INPUT for another verb, and as the verbs do
 */
export async function runVerb(verb: string, args: readonly string[]): Promise<void> {
  switch (verb) {
    case 'run':
    case 'judge':
    case 'report':
      await matrix(verb, args)
      return
    case 'hints': {
      const { hints } = await import('./codegen/developer/hints.js')
      await hints(args)
      return
    }
    case 'teams': {
      const { teams } = await import('./codegen/teams/teams.js')
      await teams(args)
      return
    }
    default:
      throw badInput('the verb', verb, `one of ${runVerbs.join(', ')}`)
  }
}

async function matrix(stage: Stage, args: readonly string[]): Promise<void> {
  const started = performance.now()
  const plan = makePlan(readRunFlags(args))
  settleIn(plan)
  const result = await runMatrix(plan, stage)
  const seconds = (performance.now() - started) / 1_000
  const { markdown, html } = writeReport(plan, result, { seconds })
  print(`${markdown}\n${html}`)
}
