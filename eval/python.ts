import { readConfig } from '../src/config.js'
import { CairnError } from '../src/errors.js'
import {
  environmentFolder,
  interpreterOf,
  makePythonEnvironment,
  requirementsWith
} from './codegen/execute/python-environment.js'
import { readFlags } from './codegen/flags.js'
import { print } from './support/print.js'

/**
 * Makes the Python that candidates run in: npm run eval:python -- [--home DIR] [--with torch,tensorflow]
 * [--interpreter PYTHON]. Made once; says where it is.
 */
async function main(): Promise<void> {
  const values = readFlags(process.argv.slice(2), {
    home: { type: 'string' },
    with: { type: 'string', default: '' },
    interpreter: { type: 'string' }
  })
  const requirements = requirementsWith(values.with.split(',').filter((name) => name !== ''))
  const folder = values.home ?? environmentFolder(readConfig().cache, requirements)
  const there = interpreterOf(folder)
  if (there !== null) {
    print(`${there} is there already`)
    return
  }
  print(`installing ${requirements.join(', ')} into ${folder}`)
  const python = await makePythonEnvironment({
    folder,
    requirements,
    interpreter: values.interpreter,
    onLine: (line) => {
      if (/^(Collecting|Downloading|Installing|Successfully|ERROR)/.test(line))
        process.stderr.write(`  ${line.slice(0, 120)}\n`)
    }
  })
  print(`${python} is ready`)
}

try {
  await main()
} catch (error) {
  if (!(error instanceof CairnError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
