import { callsIn } from '../domain/calls.js'
import { compoundParts } from '../domain/code-terms.js'
import { contentHash } from '../domain/content-hash.js'
import { taskEmbedText } from '../domain/embed-text.js'
import { errorSignatures } from '../domain/error-signature.js'
import type { Database } from '../graph/database.js'
import { writeProblems, writeTraces, joinTraceApis, joinTraceErrors } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { checkTrace, type TraceInput } from './trace-input.js'

export interface TraceReceipt {
  readonly trace: string
  readonly problem: string
}

const maxTerms = 200

/**
 * Takes in attempts, all or none: each becomes a Trace that attempts a Problem, uses APIs and
 * raised errors. The same attempt twice is one trace.
 * @throws CairnError BAD_INPUT, TOO_LARGE before anything is written
 */
export async function recordTraces(
  deps: { db: Database; embedder: Embedder },
  inputs: readonly TraceInput[],
  space: string
): Promise<TraceReceipt[]> {
  inputs.forEach((input, i) => {
    checkTrace(input, `traces[${i}]`)
  })
  const vectors = await deps.embedder.embed(inputs.map((input) => taskEmbedText(input.task)))
  const rows = inputs.map((input, i) => ({
    input,
    row: rowOf(input, { space, vector: vectors[i] })
  }))
  await deps.db.write(async (tx) => {
    await tx.run(writeProblems, { rows: rows.map(({ row }) => row.problem), space })
    await tx.run(writeTraces, { rows: rows.map(({ row }) => row.trace), space })
    await tx.run(joinTraceApis, { rows: rows.flatMap(({ row }) => row.uses) })
    await tx.run(joinTraceErrors, { rows: rows.flatMap(({ row }) => row.errors) })
  })
  return rows.map(({ row }) => ({ trace: row.trace.id, problem: row.problem.id }))
}

/** An input with what it leaves out filled in. */
function complete(input: TraceInput) {
  const given = { code: null, error: null, note: null, apis: [], libraries: [], ...input }
  const title = input.title ?? firstLine(input.task)
  const problem = `problem:${contentHash(input.task.trim())}`
  const content = [given.agent, given.outcome, given.code, given.error, given.note].map(String)
  return { ...given, title, problem, id: `trace:${input.id ?? contentHash(problem, ...content)}` }
}

function rowOf(input: TraceInput, at: { space: string; vector: Float32Array | undefined }) {
  const { id, problem, title, libraries, code, error, note, apis, ...rest } = complete(input)
  const { space } = at
  const embedding = at.vector === undefined ? null : Array.from(at.vector)
  const text = [note, error, rest.task].filter((part) => part !== null && part !== '').join('\n\n')
  const names = [...new Set([...apis, ...callsIn(code ?? '')])]
  const shared = { space, title, libraries, embedding }
  return {
    problem: { ...shared, id: problem, kind: 'task', text: rest.task, terms: termsOf(rest.task) },
    trace: {
      ...shared,
      id,
      task: rest.task,
      problem,
      kind: rest.outcome,
      outcome: rest.outcome,
      agent: rest.agent,
      text,
      code,
      error,
      terms: termsOf(`${text} ${code ?? ''}`)
    },
    uses: names.map((name) => ({ trace: id, name })),
    errors: errorSignatures(error ?? '').map((found) => ({ trace: id, ...found, space }))
  }
}

function termsOf(text: string): string {
  return compoundParts(text, maxTerms).join(' ')
}

function firstLine(task: string): string {
  const line = task.split('\n').find((l) => l.trim() !== '') ?? task
  return line.trim().slice(0, 120)
}
