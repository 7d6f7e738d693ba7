import { noteKinds, type LearnedNote } from '../domain/field-note.js'
import { within } from './within.js'
import type { ImportInput, TraceInput, TraceReceipt } from '../cairn.js'
import { CairnError } from '../errors.js'
import type {
  ImportTracesInput,
  LearnedInput,
  MutationResolvers,
  QueryResolvers,
  TraceInput as GraphTraceInput
} from './resolver-types.js'

const maxTraces = 1_000

/** The questions to experience. */
export const experienceQueries = {
  resolveError: (_, { text, limit }, { cairn }) =>
    cairn.resolveError(text, within('limit', limit, { min: 1, max: 50 })),
  nextStep: (_, { code, state, instruction, limit, epsilon }, { cairn }) =>
    cairn.nextStep({
      ...(code == null ? {} : { code }),
      ...(state == null ? {} : { state }),
      ...(instruction == null ? {} : { instruction }),
      ...(epsilon == null ? {} : { epsilon: within('epsilon', epsilon, { min: 0, max: 1 }) }),
      limit: within('limit', limit, { min: 1, max: 20 })
    }),
  fieldNotes: (_, { of, limit }, { cairn }) =>
    cairn.fieldNotes(of, within('limit', limit, { min: 1, max: 200 })),
  lessons: (_, { task, problem, limit }, { cairn }) =>
    cairn.lessons({
      ...(task == null ? {} : { task }),
      ...(problem == null ? {} : { problem }),
      limit: within('limit', limit, { min: 1, max: 50 })
    })
} satisfies QueryResolvers

/** What takes experience in. */
export const experienceMutations = {
  recordTrace: async (_, { trace }, { cairn }) => only(await cairn.recordTraces([trace])),
  recordTraces: (_, { traces, canonical, unlessDeleted }, { cairn }) => {
    within('traces', traces.length + canonical.length, { min: 0, max: maxTraces })
    return cairn.recordTraces([...traces.map(given), ...canonical], { unlessDeleted })
  },
  recordRun: (_, { run: { output, trace, ...run } }, { cairn }) =>
    cairn.recordRun({ ...run, output: output ?? null, trace: trace ?? null }),
  reportNote: (_, { note, happened, version }, { cairn }) =>
    cairn.reportNote({ note, happened, version: version ?? null }),
  importTraces: (_, { input }, { cairn }) => cairn.importTraces(importInput(input))
} satisfies MutationResolvers

function only(receipts: readonly TraceReceipt[]): TraceReceipt {
  const [receipt] = receipts
  if (receipt === undefined) throw new CairnError('BUG', 'a trace got no receipt')
  return receipt
}

function importInput(input: ImportTracesInput): ImportInput {
  const { format, problems, rejectedFile, ...rest } = input
  return {
    ...rest,
    format: format ?? null,
    problems: problems ?? null,
    rejectedFile: rejectedFile ?? null
  }
}

/** An input without the fields that were left out or null. */
function given(input: GraphTraceInput): TraceInput {
  const { task, agent, outcome, learned, ...rest } = input
  const notes = learned == null ? {} : { learned: learned.map(learnedNote) }
  return { task, agent, outcome, ...withoutNull(rest), ...notes }
}

/** Names of an enum have no hyphens in GraphQL. */
function learnedNote({ about, happens, kind, ...rest }: LearnedInput): LearnedNote {
  const known = noteKinds.find((one) => one === kind?.replace(/_/g, '-'))
  return { about, happens, ...withoutNull(rest), ...(known === undefined ? {} : { kind: known }) }
}

function withoutNull(fields: object): Record<string, never> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null)) as Record<
    string,
    never
  >
}
