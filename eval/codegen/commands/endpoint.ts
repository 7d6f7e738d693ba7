import { once } from 'node:events'
import { print } from '../../support/print.js'
import { fileAt, needed, readFlags, wholeNumber } from '../flags.js'
import { readCodeProblems } from '../problems.js'
import { endpointFaults } from '../rehearse/misbehave.js'
import { scriptedAnswers } from '../rehearse/scripted-answers.js'
import { planFaults, startScriptedEndpoint } from '../rehearse/scripted-endpoint.js'

/**
 * Serves an endpoint that speaks the OpenAI protocol and asks no model, to try every verb without a key: endpoint --problems FILE
 * [--port N] [--fault-every N] [--delay-ms N]. Ends with SIGINT or SIGTERM and says what it was asked.
 * @throws CairnError BAD_INPUT
 */
export async function endpoint(args: string[]): Promise<void> {
  const values = readFlags(args, {
    problems: { type: 'string' },
    port: { type: 'string', default: '0' },
    'fault-every': { type: 'string', default: '0' },
    'delay-ms': { type: 'string', default: '0' }
  })
  const file = fileAt('--problems', needed('--problems', values.problems, 'a file of problems'))
  const delay = wholeNumber('--delay-ms', values['delay-ms'], 0)
  const served = await startScriptedEndpoint({
    answer: scriptedAnswers(readCodeProblems(file)),
    port: wholeNumber('--port', values.port, 0),
    faultOf: planFaults(wholeNumber('--fault-every', values['fault-every'], 0), endpointFaults),
    delayMs: () => delay
  })
  print(`export OPENAI_BASE_URL=${served.url} OPENAI_API_KEY=none`)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  print(JSON.stringify(served.counts()))
  await served.close()
}
