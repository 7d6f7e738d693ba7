import { endpoint } from './codegen/commands/endpoint.js'
import { exportPrompts } from './codegen/commands/export.js'
import { grade } from './codegen/commands/grade.js'
import { neighbours } from './codegen/commands/neighbours.js'
import { references } from './codegen/commands/references.js'
import { rehearse } from './codegen/commands/rehearse.js'
import { CairnError } from '../src/errors.js'

/** The verbs: npm run eval:codegen -- VERB --problems FILE …; each file says what its verb takes. */
const verbs: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  export: exportPrompts,
  grade,
  references,
  neighbours,
  run: later('run'),
  judge: later('judge'),
  report: later('report'),
  hints: later('hints'),
  teams: later('teams'),
  endpoint,
  rehearse
}

/** What runs models brings much with it, which the other verbs do without. */
function later(verb: string): (args: string[]) => Promise<void> {
  return async (args) => (await import('./codegen-run.js')).runVerb(verb, args)
}

/** Such as a folder that must not be written to: its own words name it. */
function isOfTheSystem(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}

try {
  const [name = '', ...args] = process.argv.slice(2)
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (verb === undefined)
    throw new CairnError(
      'BAD_INPUT',
      `The verb is '${name.slice(0, 100)}'; expected one of ${Object.keys(verbs).join(', ')}.`
    )
  await verb(args)
} catch (error) {
  if (!(error instanceof CairnError) && !isOfTheSystem(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
