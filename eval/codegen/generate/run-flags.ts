import { parseArgs } from 'node:util'
import { armsNamed, type ArmName } from '../arms/arms.js'

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

const options = {
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

/** @throws Error naming what is missing, or the flag whose value is none */
export function readRunFlags(args: readonly string[]): RunFlags {
  const { values } = parseArgs({ args: [...args], options, strict: true })
  const { problems, out, agent } = values
  if (problems === undefined || out === undefined)
    throw new Error('--problems FILE and --out DIR are needed')
  const models = agent === undefined ? listed(values.models) : [values['agent-name']]
  if (models.length === 0) throw new Error('--models NAME,NAME… (or --agent COMMAND) is needed')
  const arms = armsNamed(values.arms ?? (agent === undefined ? undefined : 'none,insights'))
  return {
    problems,
    out,
    docs: values.docs,
    irrelevant: values.irrelevant,
    traces: values.traces,
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

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values']

function numbersOf(values: Values) {
  const maxTokens = values['max-tokens']
  return {
    limit: whole('limit', values.limit, 1),
    seed: whole('seed', values.seed, 0),
    folds: whole('folds', values.folds, 1),
    samples: whole('samples', values.samples, 1),
    temperature: within('temperature', values.temperature, 2),
    maxTokens: maxTokens === undefined ? undefined : whole('max-tokens', maxTokens, 1),
    tokens: whole('tokens', values.tokens, 50),
    parallel: whole('parallel', values.parallel, 1),
    tries: whole('tries', values.tries, 1),
    timeoutSeconds: whole('timeout-seconds', values['timeout-seconds'], 1),
    agentSeconds: whole('agent-seconds', values['agent-seconds'], 1)
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

function whole(flag: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new Error(`--${flag} is '${text}'; expected a whole number from ${least}`)
}

function within(flag: string, text: string, most: number): number {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= most) return value
  throw new Error(`--${flag} is '${text}'; expected a number from 0 to ${most}`)
}
