import type { LearnedNote } from '../domain/field-note.js'

/**
 * The canonical trace: what Cairn keeps of one run of an agent, whatever tool recorded it. The
 * documented form is schema/trace.schema.json; checkCanonicalTrace decides what gets in.
 */
export const traceSchemaName = 'cairn.trace/2'
/** The form before field notes; it is read as the present one. */
export const firstTraceSchemaName = 'cairn.trace/1'

export const stepRoles = ['user', 'agent', 'tool', 'system', 'reviewer'] as const
export type StepRole = (typeof stepRoles)[number]

export const actionKinds = ['code', 'command', 'edit', 'message', 'tool'] as const
export type ActionKind = (typeof actionKinds)[number]

export const outcomeStatuses = ['passed', 'failed', 'unknown'] as const
export type OutcomeStatus = (typeof outcomeStatuses)[number]

/** Who or what decided how it ended, from the strongest evidence to the weakest. */
export const outcomeJudges = [
  'tests',
  'benchmark',
  'execution',
  'reviewer',
  'user',
  'agent'
] as const
export type OutcomeJudge = (typeof outcomeJudges)[number]

export interface TraceAction {
  readonly kind: ActionKind
  /** The tool's own name, where it has one. */
  readonly name?: string
  /** The code, the command line, the message; of a tool its arguments as JSON text. */
  readonly input: string
}

/** An artefact as it stood after a step: a version of the code, a file after an edit. */
export interface TraceState {
  readonly text: string
  readonly language?: string
  /** The file that this is the content of. */
  readonly path?: string
  /** Whether it ran to its end without an error of its own; absent where nobody tried. */
  readonly runs?: boolean
}

export interface TraceStep {
  readonly role: StepRole
  /** What was asked for, or planned, at this step. */
  readonly instruction?: string
  readonly action?: TraceAction
  /** What came back. */
  readonly observation?: string
  readonly state?: TraceState
  /** ISO 8601 with time zone; never before the step above. */
  readonly at?: string
  readonly error?: string
}

export interface TraceOutcome {
  readonly status: OutcomeStatus
  /** Must be there where the status is passed or failed. */
  readonly judgedBy?: OutcomeJudge
  readonly evidence?: string
  readonly measurements?: Readonly<Record<string, number>>
  readonly error?: string
}

/** What did not fit or could not be kept as it was. Absent where everything was kept. */
export interface TraceCut {
  /** Steps left out of the middle. */
  readonly steps?: number
  /** Texts that were shortened. */
  readonly texts?: number
  /** Control characters, terminal codes and lone surrogates taken out or replaced. */
  readonly cleaned?: number
}

export interface CanonicalTrace {
  readonly schema: typeof traceSchemaName
  /** Given by the client; the same id again replaces the trace. */
  readonly id?: string
  readonly task: {
    readonly text: string
    readonly title?: string
    /** Shared by tasks that are variants of one another. */
    readonly family?: string
  }
  readonly context?: {
    readonly code?: string
    readonly files?: readonly string[]
    readonly cwd?: string
    /** Git remote or root of the project; a hash once it is checked. */
    readonly project?: string
  }
  readonly agent: { readonly name: string; readonly version?: string }
  readonly model?: { readonly name: string; readonly provider?: string }
  readonly space?: string
  /** Keys (`pypi/pandas`) or plain names. */
  readonly libraries?: readonly string[]
  readonly startedAt?: string
  readonly finishedAt?: string
  readonly steps: readonly TraceStep[]
  readonly outcome: TraceOutcome
  /** The final code or patch. */
  readonly solution?: string
  readonly apis?: readonly string[]
  readonly notes?: string
  /** Behaviours that were found out on the way. */
  readonly learned?: readonly LearnedNote[]
  /** Id of the recommendation that the agent followed. */
  readonly followed?: string
  readonly source?: { readonly format: string; readonly file?: string; readonly ref?: string }
  readonly cut?: TraceCut
}

/** Lengths are characters (UTF-16 units). What is longer is cut in its middle, marked and counted. */
export const traceLimits = {
  steps: 10_000,
  /** All steps of a trace together. */
  stepCharacters: 8_000_000,
  depth: 16,
  texts: {
    'task.text': 100_000,
    'task.title': 300,
    'context.code': 200_000,
    'steps[].instruction': 50_000,
    'steps[].action.input': 200_000,
    'steps[].observation': 100_000,
    'steps[].state.text': 200_000,
    'steps[].error': 20_000,
    'outcome.evidence': 20_000,
    'outcome.error': 20_000,
    solution: 200_000,
    notes: 50_000
  }
} as const
