// GENERATED from schema/ and src/client/documents.ts by `npm run generate`; edit those instead.
/* oxlint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] }
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  | T
  | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never }
/** Documentation on the machine where Cairn runs. */
export type IngestInput = {
  /** devdocs, markdown, npm-package or python-package. */
  readonly reader: string
  /** Folders, files or package names on the machine where Cairn runs; npm:express@4.18.2 or pypi:requests of a registry; or what POST /uploads answered. */
  readonly sources: ReadonlyArray<string>
  /** Name of the library, where the source does not say. */
  readonly name?: string | null | undefined
  /** Its version, where the source does not say. */
  readonly version?: string | null | undefined
  /** pypi, npm, generic or docs, where the source does not say. */
  readonly ecosystem?: string | null | undefined
  /** Of packages, their API alone (api) or their documentation alone (docs); both where it is left out. */
  readonly only?: string | null | undefined
  /** Packages installed beside an npm package that come in with it: names, or all of a scope as @scope/*. */
  readonly with?: ReadonlyArray<string> | null | undefined
  /** What the source is called among those of its library, and below which path its pages stand then; the path of a folder in its project, a package's name or a dump's slug where it is left out. */
  readonly source?: string | null | undefined
}

/** Who tells of a recommendation. */
export type FeedbackSender =
  /** A program that followed it. */
  | 'agent'
  /** Somebody who looked at it, or at what came of it. */
  | 'person'

/** How helpful a recommendation was. */
export type Helpfulness =
  /** It decided the matter. */
  | 'EXTREMELY_HELPFUL'
  /** It helped. */
  | 'GOOD'
  /** It made no difference. */
  | 'NEUTRAL'
  /** It helped little. */
  | 'POOR'
  /** It led astray. */
  | 'EXTREMELY_UNHELPFUL'

/** Whether advice helped. */
export type AdviceBand =
  /** It decided the matter. */
  | 'decided'
  /** It helped. */
  | 'helped'
  /** It was of no use. */
  | 'no_use'
  /** It led astray. */
  | 'misled'

/** How a recommendation turned out; something must be said beside who says it. */
export type FeedbackInput = {
  /** Id of the recommendation, with or without `recommendation:`. */
  readonly recommendation: string
  /** Whether an agent or a person says so. */
  readonly from: FeedbackSender
  /** In whose name, for an admin, up to 200 characters; others say so in their own. */
  readonly by?: string | null | undefined
  /** How helpful it was. Where the outcome is unknown it counts as a part of one. */
  readonly helpfulness?: Helpfulness | null | undefined
  /** Whether the advice helped, apart from how the work ended. Where it is said, only what is named in used takes a share, and nothing where that is empty. */
  readonly advice?: AdviceBand | null | undefined
  /** How the work that followed it ended; left out it follows from the tests, where there are any. */
  readonly outcome?: Outcome | null | undefined
  /** Tests that were run on the work that followed it. */
  readonly tests?: TestCountsInput | null | undefined
  /** What was used: numbers of citations or ids of cited nodes. They share the outcome; where nothing is named, all that was cited shares half of it. */
  readonly used?: ReadonlyArray<string>
  /** Of what is cited, what led astray while the rest helped: numbers of citations or ids of cited nodes. Each takes its share of a failure, whatever else is said. */
  readonly misled?: ReadonlyArray<string>
  /** What happened, up to 4,000 characters. */
  readonly note?: string | null | undefined
  /** With hindsight: what would have helped, up to 4,000 characters. It becomes a gap. */
  readonly needed?: string | null | undefined
  /** Makes sending it again harmless: the same key of the same sender for the same recommendation is one feedback. */
  readonly key?: string | null | undefined
}

/** Tests that were run. */
export type TestCountsInput = {
  /** How many passed. */
  readonly passed: number
  /** How many failed. */
  readonly failed: number
}

/** What became of feedback. */
export type FeedbackStatus =
  /** It is in the graph, with its consequences. */
  | 'accepted'
  /** The same was there already; nothing changed. */
  | 'known'

/** The version of a library that a project has locked. */
export type LockedVersion = {
  /** The library's name, as its registry knows it. */
  readonly name: string
  /** The version, exactly. */
  readonly version: string
}

/** What an item is. */
export type ItemKind =
  /** An attempt that got rid of this very error. */
  | 'cure'
  /** Guidance that people approved. */
  | 'insight'
  /** What agents learned about something that the task needs. */
  | 'note'
  /** A task like this one, solved. */
  | 'solved'
  /** This very task, failed, with its cause. */
  | 'failed'
  /** How something is called. */
  | 'api'
  /** An option, a property or a constant. */
  | 'option'
  /** A section of documentation. */
  | 'section'
  /** Something that its own documentation calls deprecated. */
  | 'deprecated'

/** Traces on the machine where Cairn runs. */
export type ImportTracesInput = {
  /** Files and folders: .json, .jsonl, .ndjson and .traj, each also .gz. */
  readonly paths: ReadonlyArray<string>
  /** cairn, attempts, openai-chat, claude-code, swe-agent, adp or atif; left out, each file's content tells. */
  readonly format?: string | null | undefined
  /** Only say what would be done. */
  readonly dryRun?: boolean
  /** File of the problems that attempts name, JSON Lines with id, prompt, library and family. */
  readonly problems?: string | null | undefined
  /** File that what was refused is written to, as it came, to be mended and sent again. */
  readonly rejectedFile?: string | null | undefined
  /** Take the user's name out of home folders too. */
  readonly redactHomes?: boolean
  /** Take e-mail addresses out too. */
  readonly redactEmails?: boolean
}

/** How an attempt ended. */
export type Outcome =
  /** It did what was to be done. */
  | 'passed'
  /** It did not. */
  | 'failed'
  /** Nobody checked. */
  | 'unknown'

/** Who or what decided how an attempt ended, from the strongest evidence to the weakest. */
export type OutcomeJudge =
  /** Tests that were run. */
  | 'tests'
  /** A benchmark's own check. */
  | 'benchmark'
  /** Running it. */
  | 'execution'
  /** A person who reviewed it. */
  | 'reviewer'
  /** Whoever asked for it. */
  | 'user'
  /** Only the agent itself: a claim, which counts for little where others judged. */
  | 'agent'

/** One attempt at a task, in short. */
export type TraceInput = {
  /** Left out, it is made from the content. */
  readonly id?: string | null | undefined
  /** What was to be done. */
  readonly task: string
  /** One line that names the task. */
  readonly title?: string | null | undefined
  /** Who tried. */
  readonly agent: string
  /** How it ended. */
  readonly outcome: Outcome
  /** Who or what decided that; left out, only the agent itself did. */
  readonly judgedBy?: OutcomeJudge | null | undefined
  /** What shows it, such as the last line of the tests. */
  readonly evidence?: string | null | undefined
  /** The code that was tried. */
  readonly code?: string | null | undefined
  /** Error text or traceback that the attempt met. */
  readonly error?: string | null | undefined
  /** What was tried and how it went. */
  readonly note?: string | null | undefined
  /** Behaviours that were found out on the way, one each, side findings of experiments among them; at most 20. */
  readonly learned?: ReadonlyArray<LearnedInput> | null | undefined
  /** Qualified names of the APIs that were used, beside those that the code names. */
  readonly apis?: ReadonlyArray<string> | null | undefined
  /** Keys of the libraries it is about. */
  readonly libraries?: ReadonlyArray<string> | null | undefined
}

/** One behaviour that an agent found out, as a colleague would tell it. */
export type LearnedInput = {
  /** One or two APIs, options, tools or an error, such as Table.order; project for a convention of this project. */
  readonly about: ReadonlyArray<string>
  /** Under which condition, such as: by the time column. */
  readonly when?: string | null | undefined
  /** What happens, such as: sorts the table in place and returns None. */
  readonly happens: string
  /** What to do instead or about it. */
  readonly instead?: string | null | undefined
  /** The shortest code that shows it, at most 15 lines. */
  readonly shownBy?: string | null | undefined
  /** What sort of behaviour it is. */
  readonly kind?: NoteKind | null | undefined
}

/** What sort of behaviour a field note tells of. */
export type NoteKind =
  /** Goes wrong without saying so. */
  | 'silent_trap'
  /** An error whose message leads astray. */
  | 'misleading_error'
  /** A default that the documentation does not tell. */
  | 'undocumented_default'
  /** Works where what one would try does not. */
  | 'works_instead'
  /** What is fast or slow. */
  | 'performance'
  /** Of the machine, its versions and tools. */
  | 'environment'
  /** A convention of one project. */
  | 'project_convention'

/** What became of an attempt that was sent. */
export type ReceiptStatus =
  /** It is in the graph, for good. */
  | 'accepted'
  /** It was there already. */
  | 'known'
  /** It was refused, and why is said. */
  | 'rejected'

export type RecommendVariables = Exact<{
  question: string
  libraries?: ReadonlyArray<string> | null | undefined
  tokens?: number | null | undefined
  versions?: ReadonlyArray<LockedVersion> | null | undefined
  unasked?: boolean | null | undefined
}>

export type Recommend = {
  readonly recommend: {
    readonly id: string
    readonly question: string
    readonly answer: string
    readonly fits: boolean
    readonly libraries: ReadonlyArray<string>
    readonly remarks: ReadonlyArray<string>
    readonly ms: number
    readonly markdown: string
    readonly items: ReadonlyArray<{
      readonly kind: ItemKind
      readonly title: string
      readonly body: string
      readonly code: string | null
      readonly evidence: string | null
      readonly version: string | null
      readonly reason: string
      readonly citations: ReadonlyArray<number>
      readonly score: number
    }>
    readonly citations: ReadonlyArray<{
      readonly number: number
      readonly id: string
      readonly label: string
      readonly source: string
      readonly url: string | null
      readonly quote: string
    }>
  }
}

export type SearchVariables = Exact<{
  question: string
  libraries?: ReadonlyArray<string> | null | undefined
  limit?: number | null | undefined
}>

export type Search = {
  readonly search: ReadonlyArray<{
    readonly id: string
    readonly label: string
    readonly title: string
    readonly library: string | null
    readonly snippet: string
    readonly url: string | null
    readonly score: number
  }>
}

export type OpenNodeVariables = Exact<{
  id: string
}>

export type OpenNode = {
  readonly node: {
    readonly id: string
    readonly label: string
    readonly title: string
    readonly properties: unknown
    readonly edges: ReadonlyArray<{
      readonly type: string
      readonly out: boolean
      readonly count: number
    }>
  }
}

export type ResolveErrorVariables = Exact<{
  text: string
  limit?: number | null | undefined
}>

export type ResolveError = {
  readonly resolveError: ReadonlyArray<{
    readonly id: string
    readonly type: string
    readonly normalForm: string
    readonly vague: boolean
    readonly nearness: number
    readonly raised: number
    readonly resolved: number
    readonly agents: number
    readonly problems: number
    readonly attempts: ReadonlyArray<{
      readonly trace: string
      readonly problem: string
      readonly title: string
      readonly agent: string
      readonly outcome: string
      readonly ended: string
      readonly own: boolean
      readonly code: string
      readonly apis: ReadonlyArray<{
        readonly id: string
        readonly name: string
        readonly times: number
      }>
    }>
    readonly apis: ReadonlyArray<{
      readonly id: string
      readonly name: string
      readonly times: number
    }>
  }>
}

export type FieldNotesVariables = Exact<{
  of: string
  limit?: number | null | undefined
}>

export type FieldNotes = {
  readonly fieldNotes: ReadonlyArray<{
    readonly id: string
    readonly text: string
    readonly subjects: ReadonlyArray<string>
    readonly shownBy: string | null
    readonly trust: string
    readonly witnesses: number
    readonly principals: number
    readonly weight: number
    readonly disputed: boolean
  }>
}

export type NextStepVariables = Exact<{
  code?: string | null | undefined
  state?: string | null | undefined
  instruction?: string | null | undefined
  limit?: number | null | undefined
}>

export type NextStep = {
  readonly nextStep: {
    readonly instructions: ReadonlyArray<{
      readonly kind: string
      readonly from: string
      readonly instruction: string
      readonly to: string
      readonly text: string
      readonly gain: number
      readonly similarity: number
      readonly trace: string
    }>
    readonly states: ReadonlyArray<{
      readonly kind: string
      readonly from: string
      readonly instruction: string
      readonly to: string
      readonly text: string
      readonly gain: number
      readonly similarity: number
      readonly trace: string
    }>
  }
}

export type RecordTracesVariables = Exact<{
  traces?: ReadonlyArray<TraceInput> | null | undefined
  canonical?: ReadonlyArray<unknown> | null | undefined
}>

export type RecordTraces = {
  readonly recordTraces: ReadonlyArray<{
    readonly status: ReceiptStatus
    readonly trace: string | null
    readonly problem: string | null
    readonly path: string | null
    readonly reason: string | null
    readonly expected: string | null
  }>
}

export type SendFeedbackVariables = Exact<{
  input: FeedbackInput
}>

export type SendFeedback = {
  readonly sendFeedback: {
    readonly status: FeedbackStatus
    readonly feedback: string
    readonly gap: string | null
    readonly credited: ReadonlyArray<{
      readonly node: string
      readonly passed: number
      readonly failed: number
      readonly used: boolean
    }>
  }
}

export type ReportNoteVariables = Exact<{
  note: string
  happened: string
  version?: string | null | undefined
}>

export type ReportNote = {
  readonly reportNote: {
    readonly note: string
    readonly weight: number
    readonly flagged: ReadonlyArray<string>
  }
}

export type IngestVariables = Exact<{
  input: IngestInput
}>

export type Ingest = {
  readonly ingest: { readonly id: string; readonly label: string; readonly state: string }
}

export type ImportTracesVariables = Exact<{
  input: ImportTracesInput
}>

export type ImportTraces = {
  readonly importTraces: { readonly id: string; readonly label: string; readonly state: string }
}

export type JobVariables = Exact<{
  id: string
}>

export type Job = {
  readonly job: {
    readonly id: string
    readonly kind: string
    readonly label: string
    readonly state: string
    readonly done: number
    readonly total: number
    readonly result: unknown
    readonly code: string | null
    readonly message: string | null
  }
}

export type LibrariesVariables = Exact<{ [key: string]: never }>

export type Libraries = {
  readonly libraries: ReadonlyArray<{
    readonly key: string
    readonly name: string
    readonly version: string
    readonly title: string
    readonly docs: number
    readonly apis: number
    readonly ingestedAt: string | null
  }>
}
