import { armsNamed, type ArmName } from '../arms/arms.js'
import { fileAt, folderAt, needed, numberWithin, readFlags, wholeNumber } from '../flags.js'

/** Everything that a run was told. */
export interface RunFlags {
  readonly problems: string
  readonly out: string
  readonly docs: readonly string[]
  readonly irrelevant: readonly string[]
  readonly traces: string | undefined
  readonly models: readonly string[]
  readonly judges: readonly string[]
  readonly arms: readonly ArmName[]
  readonly limit: number
  readonly seed: number
  readonly folds: number
  readonly samples: number
  readonly temperature: number
  readonly maxTokens: number | undefined
  /** Tokens of a recommendation. */
  readonly tokens: number
  readonly embedder: string
  readonly home: string | undefined
  readonly vectors: string | undefined
  readonly experienceSpaces: readonly string[]
  readonly parallel: number
  readonly tries: number
  readonly timeoutSeconds: number
  readonly prices: string | undefined
  readonly python: string | undefined
  readonly execute: boolean
  readonly force: boolean
  readonly retryFailed: boolean
  readonly agent: string | undefined
  readonly agentName: string
  readonly agentSeconds: number
}

export const runFlags = {
  problems: { type: 'string' },
  out: { type: 'string' },
  docs: { type: 'string', multiple: true, default: [] as string[] },
  irrelevant: { type: 'string', multiple: true, default: [] as string[] },
  traces: { type: 'string' },
  models: { type: 'string', default: '' },
  judges: { type: 'string', default: '' },
  arms: { type: 'string' },
  limit: { type: 'string', default: '30' },
  seed: { type: 'string', default: '1' },
  folds: { type: 'string', default: '1' },
  samples: { type: 'string', default: '1' },
  temperature: { type: 'string', default: '0' },
  'max-tokens': { type: 'string' },
  tokens: { type: 'string', default: '800' },
  embedder: { type: 'string', default: 'lexical' },
  home: { type: 'string' },
  vectors: { type: 'string' },
  'experience-space': { type: 'string', multiple: true, default: [] as string[] },
  parallel: { type: 'string', default: '4' },
  tries: { type: 'string', default: '6' },
  'timeout-seconds': { type: 'string', default: '180' },
  prices: { type: 'string' },
  python: { type: 'string' },
  'no-execute': { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  'retry-failed': { type: 'boolean', default: false },
  agent: { type: 'string' },
  'agent-name': { type: 'string', default: 'agent' },
  'agent-seconds': { type: 'string', default: '600' }
} as const

/** @throws CairnError BAD_INPUT naming what is missing, or the flag whose value is none */
export function readRunFlags(args: readonly string[]): RunFlags {
  const values = readFlags(args, runFlags)
  const { agent } = values
  const problems = fileAt('--problems', needed('--problems', values.problems, 'a file of problems'))
  const out = needed('--out', values.out, 'a folder for what comes of the run')
  const models = agent === undefined ? listed(values.models) : [values['agent-name']]
  needed('--models', models[0], 'names of models, separated by commas, or --agent COMMAND')
  const arms = armsNamed(values.arms ?? (agent === undefined ? undefined : 'none,insights'))
  return {
    problems,
    out,
    ...sourcesOf(values),
    models,
    judges: listed(values.judges),
    arms,
    ...numbersOf(values),
    embedder: values.embedder,
    home: values.home,
    vectors: values.vectors,
    experienceSpaces: values['experience-space'],
    prices: values.prices,
    python: values.python,
    execute: !values['no-execute'],
    force: values.force,
    retryFailed: values['retry-failed'],
    agent,
    agentName: values['agent-name']
  }
}

type Values = ReturnType<typeof readFlags<typeof runFlags>>

function sourcesOf({ docs, irrelevant, traces }: Values) {
  return {
    docs: docs.map((dir) => folderAt('--docs', dir)),
    irrelevant: irrelevant.map((dir) => folderAt('--irrelevant', dir)),
    traces: traces === undefined ? undefined : fileAt('--traces', traces)
  }
}

function numbersOf(values: Values) {
  const maxTokens = values['max-tokens']
  return {
    limit: wholeNumber('--limit', values.limit, 1),
    seed: wholeNumber('--seed', values.seed, 0),
    folds: wholeNumber('--folds', values.folds, 1),
    samples: wholeNumber('--samples', values.samples, 1),
    temperature: numberWithin('--temperature', values.temperature, 2),
    maxTokens: maxTokens === undefined ? undefined : wholeNumber('--max-tokens', maxTokens, 1),
    tokens: wholeNumber('--tokens', values.tokens, 50),
    parallel: wholeNumber('--parallel', values.parallel, 1),
    tries: wholeNumber('--tries', values.tries, 1),
    timeoutSeconds: wholeNumber('--timeout-seconds', values['timeout-seconds'], 1),
    agentSeconds: wholeNumber('--agent-seconds', values['agent-seconds'], 1)
  }
}

function listed(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    )
  ]
}
