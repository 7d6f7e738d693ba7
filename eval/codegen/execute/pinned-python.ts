import { readConfig } from '../../../src/config.js'
import { CairnError } from '../../../src/errors.js'
import { optionalPins } from '../python-pins.js'
import { environmentFolder, interpreterOf, requirementsWith } from './python-environment.js'

/** The environment of eval:python, the one with most libraries first. @throws CairnError NOT_CONFIGURED where there is none */
export function pinnedPython(): string {
  const { cache } = readConfig()
  const names = Object.keys(optionalPins)
  const sets = Array.from({ length: 2 ** names.length }, (_, bits) =>
    names.filter((_name, i) => (bits & (2 ** i)) !== 0)
  ).sort((a, b) => b.length - a.length)
  for (const set of sets) {
    const python = interpreterOf(environmentFolder(cache, requirementsWith(set)))
    if (python !== null) return python
  }
  throw new CairnError(
    'NOT_CONFIGURED',
    "There is no Python to run candidates in; make it with 'npm run eval:python', or name one with --python."
  )
}
