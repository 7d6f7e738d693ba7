import { print } from '../../support/print.js'
import { table } from '../../support/table.js'
import { fileAt, needed, wholeNumber } from '../flags.js'
import { readCodeProblems } from '../problems.js'
import { endpointFaults } from '../rehearse/misbehave.js'
import { rehearse as rehearsed, type Rehearsal } from '../rehearse/rehearse.js'

/**
 * The whole matrix without a model: rehearse --fault-every N and the flags of `run`. Runs it against a scripted endpoint that errs,
 * kills a second run half-way, takes it up again, and compares the reports.
 * @throws CairnError BAD_INPUT
 */
export async function rehearse(args: string[]): Promise<void> {
  const rest = [...args]
  const take = (flag: string): string | undefined => {
    const at = rest.indexOf(flag)
    return at < 0 ? undefined : rest.splice(at, 2)[1]
  }
  const faultEvery = wholeNumber('--fault-every', take('--fault-every') ?? '20', 0)
  const out = needed('--out', take('--out'), 'a folder for both runs')
  const at = rest.indexOf('--problems')
  const file = needed('--problems', at < 0 ? undefined : rest[at + 1], 'a file of problems')
  const problems = readCodeProblems(fileAt('--problems', file))
  const said = await rehearsed({ args: rest, problems, out, faultEvery })
  print(rehearsalTable(said))
  const same = said.differing.length === 0
  print(same ? 'the reports are the same' : `the reports differ: ${said.differing.join(', ')}`)
  if (!same || said.broken.answeredTwice > 0 || said.callsOfThird > 0) process.exitCode = 1
}

function rehearsalTable({ unbroken, broken, ...rest }: Rehearsal): string {
  const { unbroken: whole, killed, resumed, third } = rest.seconds
  return table(
    ['', 'unbroken', 'killed and resumed'],
    [
      ['calls', unbroken.calls, broken.calls],
      ['answered', unbroken.answered, broken.answered],
      ['answered twice', unbroken.answeredTwice, broken.answeredTwice],
      ['answered after the caller gave up', unbroken.late, broken.late],
      ...endpointFaults.map((kind) => [
        `fault: ${kind}`,
        unbroken.faults[kind] ?? 0,
        broken.faults[kind] ?? 0
      ]),
      ['replies on the disk at the kill', '–', rest.repliesAtKill],
      ['calls of a third run', '–', rest.callsOfThird],
      ['seconds', whole.toFixed(1), [killed, resumed, third].map((s) => s.toFixed(1)).join(' + ')]
    ]
  )
}
