import { titleOf } from './title-of.js'
import type { CanonicalTrace, TraceStep } from './canonical-trace.js'
import { cutText } from './cut-text.js'
import { mergeStates, stateHash, type Moment, type StateChain, type StateStep } from './states.js'

/** A run's states as they stand in the graph, and who led from one to the next. */
export interface TraceChain {
  readonly chain: StateChain
  /** Role by ordinal of the step. */
  readonly roles: readonly string[]
  /** Language by hash of the state. */
  readonly languages: ReadonlyMap<string, string>
}

const longestInstruction = 2_000

/** The artefact states that a trace passed through; the empty start is one of them where there is any other. */
export function chainOf(trace: CanonicalTrace): TraceChain {
  const languages = new Map<string, string>()
  const moments: (Moment & { readonly role: string })[] = []
  const last = trace.steps.findLastIndex((step) => step.state !== undefined)
  let said: TraceStep | undefined
  trace.steps.forEach((step, i) => {
    if (step.role !== 'tool' && step.instruction !== undefined) said = step
    if (step.state === undefined) return
    const { text, language } = step.state
    const worked = i === last && trace.outcome.status === 'passed'
    const instruction = cutText(instructionOf(step, said, trace), longestInstruction)
    moments.push({
      text,
      instruction,
      runs: step.state.runs ?? worked,
      role: said?.role ?? step.role
    })
    if (language !== undefined) languages.set(stateHash(text), language)
    said = undefined
  })
  const chain = mergeStates(moments)
  return { chain, roles: rolesOf(moments, chain.start), languages }
}

function instructionOf(
  step: TraceStep,
  said: TraceStep | undefined,
  trace: CanonicalTrace
): string {
  const told = said?.instruction?.trim()
  if (told !== undefined && told !== '') return told
  if (step.action?.kind === 'edit' && step.state?.path !== undefined)
    return `Change ${step.state.path}.`
  return trace.task.title ?? firstLine(trace.task.text)
}

/** The sentence that names a task. "Problem:" and the rows of a table name nothing. */
export function firstLine(task: string): string {
  const lines = task.split('\n', 50).map((line) => line.trim())
  const says = (line: string) => !/^[\w ]{1,30}:$|\S\s{2,}\S|^[^\p{L}]*$/u.test(line)
  const line = lines.find(says)
  return titleOf(line === undefined ? task.trim() : line)
}

/** As mergeStates does, passes over moments that change nothing. */
function rolesOf(
  moments: readonly (Moment & { readonly role: string })[],
  start: string
): string[] {
  let at = start
  return moments.flatMap(({ text, role }) => {
    const hash = stateHash(text)
    const changed = hash !== at
    at = hash
    return changed ? [role] : []
  })
}

/** How a shortcut is named: by what was asked for on the way that it saves. */
export function shortcutInstruction(chain: StateChain, path: readonly string[]): string {
  const first = new Map<string, StateStep>()
  for (const step of chain.steps) {
    const key = `${step.from} ${step.to}`
    if (!first.has(key)) first.set(key, step)
  }
  const said = path.slice(1).map((to, i) => first.get(`${path[i] ?? ''} ${to}`)?.instruction ?? '')
  return cutText(
    [...new Set(said.filter((text) => text !== ''))].join('\nthen: '),
    longestInstruction
  )
}
