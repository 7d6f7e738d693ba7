import { badInput, CairnError, failures, type FailureCode } from '../errors.js'
import { documents } from './documents.js'
import type * as Of from './operation-types.js'
import { request } from './transport.js'

export { CairnError, type FailureCode, type FailureDetails } from '../errors.js'
export type * from './operation-types.js'

/** One answer, as it was given and recorded. */
export type Answer = Of.Recommend['recommend']
/** One piece of advice in an answer. */
export type AnswerItem = Answer['items'][number]
/** A node that fits a question. */
export type Found = Of.Search['search'][number]
/** All that may be shown of a node. */
export type OpenedNode = Of.OpenNode['node']
/** An error that a text names, and what got rid of it before. */
export type ResolvedError = Of.ResolveError['resolveError'][number]
/** One behaviour that agents learned of. */
export type FieldNote = Of.FieldNotes['fieldNotes'][number]
/** How others went on. */
export type Steps = Of.NextStep['nextStep']
/** What became of an attempt that was sent. */
export type TraceReceipt = Of.RecordTraces['recordTraces'][number]
/** What became of feedback. */
export type FeedbackReceipt = Of.SendFeedback['sendFeedback']
/** What became of a note that somebody says is wrong. */
export type NoteInDoubt = Of.ReportNote['reportNote']
/** Long work, and how far it is. */
export type JobState = Of.Job['job']
/** A library that is held. */
export type Library = Of.Libraries['libraries'][number]

export interface ClientOptions {
  /** Where the server is; http://127.0.0.1:7420 unless told. */
  readonly url?: string
  /** Key of a principal, as `cairn keys` makes them. */
  readonly key: string
  /** Space that is written in; the key's own unless told. */
  readonly space?: string
  /** Milliseconds that a request may take; 30,000 unless told. */
  readonly timeoutMs?: number
}

export interface WaitOptions {
  /** Told while the work goes on: pages or files done, and to do (0 until they are counted). */
  readonly onProgress?: (done: number, total: number) => void
  /** Stops waiting; the work goes on. */
  readonly signal?: AbortSignal
}

/**
 * The memory, as a program asks it. Every verb is a GraphQL operation of the same name.
 * All of them throw CairnError with the code and the text that the server says; GRAPH_UNAVAILABLE where none answers.
 */
export interface CairnClient {
  /** Advice on a task, an error or a piece of code: 1 to 3 cited items, or none where nothing fits (`fits`). */
  recommend(question: string, options?: Omit<Of.RecommendVariables, 'question'>): Promise<Answer>
  /** Nodes that fit a question, best first. */
  search(
    question: string,
    options?: Omit<Of.SearchVariables, 'question'>
  ): Promise<readonly Found[]>
  /** A node by its id. */
  open(id: string): Promise<OpenedNode>
  /** What got rid of the errors that a text names. */
  resolveError(
    text: string,
    options?: { readonly limit?: number }
  ): Promise<readonly ResolvedError[]>
  /** What agents learned about an API or a library, best founded first. */
  fieldNotes(of: string, options?: { readonly limit?: number }): Promise<readonly FieldNote[]>
  /** How others went on from a state of the code, or after an instruction. */
  nextStep(from: Of.NextStepVariables): Promise<Steps>
  /** Records an attempt. @throws CairnError BAD_INPUT with the field at fault where it is rejected */
  recordTrace(trace: Of.TraceInput): Promise<TraceReceipt>
  /** Records many: a receipt for each, in order; a rejected one stops no other. */
  recordTraces(traces: readonly Of.TraceInput[]): Promise<readonly TraceReceipt[]>
  /** Tells how an answer turned out. */
  sendFeedback(feedback: Of.FeedbackInput): Promise<FeedbackReceipt>
  /** Says that a field note is wrong or out of date. */
  reportNote(note: Of.ReportNoteVariables): Promise<NoteInDoubt>
  /** Takes documentation in and waits until it is. @throws CairnError with what the job says where it failed */
  ingest(source: Of.IngestInput, options?: WaitOptions): Promise<JobState>
  /** Takes recordings in and waits until they are. @throws CairnError with what the job says where it failed */
  importTraces(source: Of.ImportTracesInput, options?: WaitOptions): Promise<JobState>
  /** The libraries that are held. */
  libraries(): Promise<readonly Library[]>
  /** Any other operation of the schema. */
  query<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>
}

const usualUrl = 'http://127.0.0.1:7420'
const usualTimeoutMs = 30_000
const remedy = 'Is it up (`cairn status`), and is the address right?'
const pollMs = 250

/**
 * A client of a Cairn that runs: needs nothing but fetch.
 * @throws CairnError BAD_INPUT where the address or the key cannot be one
 */
export function createClient(options: ClientOptions): CairnClient {
  const { url = usualUrl, key, space, timeoutMs = usualTimeoutMs } = options
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url))
    throw badInput('url', url, 'an address such as http://127.0.0.1:7420')
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new CairnError(
      'BAD_INPUT',
      'key is empty or no key; expected what `cairn keys add` printed.',
      {
        details: { field: 'key', value: null, expected: 'a key' }
      }
    )
  const headers = {
    authorization: `Bearer ${key}`,
    ...(space === undefined ? {} : { 'cairn-space': space })
  }
  return verbsOf((document, variables) =>
    request({ url, headers, remedy, signal: AbortSignal.timeout(timeoutMs) }, document, variables)
  )
}

type Ask = <T>(document: string, variables: object) => Promise<T>

function verbsOf(ask: Ask): CairnClient {
  return {
    ...asking(ask),
    ...telling(ask),
    ingest: async (input, options) => {
      const { ingest } = await ask<Of.Ingest>(documents.ingest, { input })
      return ended(ask, ingest.id, options)
    },
    importTraces: async (input, options) => {
      const { importTraces } = await ask<Of.ImportTraces>(documents.importTraces, { input })
      return ended(ask, importTraces.id, options)
    },
    query: (document, variables = {}) => ask(document, variables)
  }
}

function asking(ask: Ask) {
  return {
    recommend: async (question, options = {}) =>
      (await ask<Of.Recommend>(documents.recommend, { question, ...options })).recommend,
    search: async (question, options = {}) =>
      (await ask<Of.Search>(documents.search, { question, ...options })).search,
    open: async (id) => (await ask<Of.OpenNode>(documents.node, { id })).node,
    resolveError: async (text, options = {}) =>
      (await ask<Of.ResolveError>(documents.resolveError, { text, ...options })).resolveError,
    fieldNotes: async (of, options = {}) =>
      (await ask<Of.FieldNotes>(documents.fieldNotes, { of, ...options })).fieldNotes,
    nextStep: async (from) => (await ask<Of.NextStep>(documents.nextStep, from)).nextStep,
    libraries: async () => (await ask<Of.Libraries>(documents.libraries, {})).libraries
  } satisfies Partial<CairnClient>
}

function telling(ask: Ask) {
  const recordTraces = async (traces: readonly Of.TraceInput[]) =>
    (await ask<Of.RecordTraces>(documents.recordTraces, { traces })).recordTraces
  return {
    recordTraces,
    recordTrace: async (trace) => accepted(await recordTraces([trace])),
    sendFeedback: async (input) =>
      (await ask<Of.SendFeedback>(documents.sendFeedback, { input })).sendFeedback,
    reportNote: async (note) => (await ask<Of.ReportNote>(documents.reportNote, note)).reportNote
  } satisfies Partial<CairnClient>
}

function accepted([receipt]: readonly TraceReceipt[]): TraceReceipt {
  if (receipt === undefined) throw new CairnError('BUG', 'the server gave no receipt')
  if (receipt.status !== 'rejected') return receipt
  const { path, reason, expected } = receipt
  const said = [reason ?? 'refused', expected].filter((part) => part !== null).join('; expected ')
  throw new CairnError('BAD_INPUT', `${path ?? 'trace'}: ${said}.`, {
    details: { field: path, value: reason, expected }
  })
}

/** Asks again and again until the job has ended. */
async function ended(ask: Ask, id: string, options: WaitOptions = {}): Promise<JobState> {
  for (;;) {
    const { job } = await ask<Of.Job>(documents.job, { id })
    options.onProgress?.(job.done, job.total)
    if (job.state === 'done') return job
    if (job.state !== 'queued' && job.state !== 'running') throw jobFailure(job)
    await new Promise((resolve) => setTimeout(resolve, pollMs))
    options.signal?.throwIfAborted()
  }
}

function jobFailure({ label, state, code, message }: JobState): CairnError {
  const known: FailureCode = code !== null && code in failures ? (code as FailureCode) : 'BUG'
  return new CairnError(
    state === 'cancelled' ? 'CANCELLED' : known,
    message ?? `${label}: ${state}`
  )
}
