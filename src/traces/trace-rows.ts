import { contentHash } from '../domain/content-hash.js'
import { scopedId } from '../domain/scoped-id.js'
import type { Trust } from '../domain/field-note.js'
import type { CanonicalTrace } from './canonical-trace.js'
import { compoundParts } from '../domain/code-terms.js'
import { stateEmbedText, taskEmbedText } from '../domain/embed-text.js'
import type { ApiCatalogue } from '../domain/code-uses/resolve-uses.js'
import type { GraphMap } from '../graph/query.js'
import { firstLine } from './chain-of.js'
import { cutText } from './cut-text.js'
import { linkedApis } from './linked-apis.js'
import { statesToEmbed, type Mined } from './mine-trace.js'
import type { PreparedTrace, TraceFindings } from './prepare-trace.js'
import { noteRows, type NoteRow } from './notes/note-rows.js'
import { asList, type TextVectors } from './text-vectors.js'
import { candidatesText, useText } from './uses-of.js'

export type ProblemRow = GraphMap & { readonly id: string }

/** A trace as rows of the statements that write it. */
export interface TraceRows {
  readonly id: string
  readonly hash: string
  readonly named: boolean
  readonly principal: string | null
  readonly problem: ProblemRow
  readonly trace: GraphMap
  readonly apis: readonly GraphMap[]
  readonly errors: readonly GraphMap[]
  readonly resolved: readonly GraphMap[]
  readonly followed: readonly GraphMap[]
  readonly states: readonly GraphMap[]
  readonly steps: readonly GraphMap[]
  readonly ends: readonly GraphMap[]
  readonly shortcuts: readonly GraphMap[]
  readonly notes: readonly NoteRow[]
}

/** All that is known of a trace before it is written. */
export interface KnownTrace {
  readonly prepared: PreparedTrace
  readonly findings: TraceFindings
  readonly mined: Mined
}

export interface RowContext {
  readonly space: string
  /** Those that whoever made the traces can read. */
  readonly spaces: readonly string[]
  /** Whose traces they are, where that is known for sure. */
  readonly principal: string | null
  /** How far what they show is trusted. */
  readonly trust: Trust
  readonly vectors: TextVectors
  readonly catalogue: ApiCatalogue
  /** Ids of the libraries that are here under a name. */
  readonly librariesNamed: (name: string) => readonly string[]
}

const maxTerms = 200
const longestState = 20_000

export function traceRows(known: KnownTrace, context: RowContext): TraceRows {
  const { prepared, findings } = known
  const { id, hash, named, trace } = prepared
  const { errors } = findings
  return {
    id,
    hash,
    named,
    principal: context.principal,
    problem: problemRow(prepared, context),
    trace: traceRow(prepared, findings, context),
    apis: linkedApis(findings.uses, context.catalogue).map((linked) => ({
      trace: id,
      ...linked
    })),
    errors: errors.raised.map(({ id: error, type, normalForm, example, vague, last }) => ({
      trace: id,
      id: scopedId(error, context.space),
      type,
      title: normalForm,
      example,
      vague,
      last,
      space: context.space
    })),
    resolved: errors.resolved.map((error) => ({
      trace: id,
      error: scopedId(error, context.space)
    })),
    followed:
      trace.followed === undefined
        ? []
        : [{ trace: id, followed: trace.followed, spaces: [...context.spaces] }],
    ...stateRows(known, context),
    notes: notesOf(known, context)
  }
}

function notesOf({ prepared, findings }: KnownTrace, context: RowContext): NoteRow[] {
  const { trace, id, problem } = prepared
  return noteRows(findings.notes, {
    trace: id,
    problem,
    space: context.space,
    uses: findings.uses,
    catalogue: context.catalogue,
    code: codeOfTrace(trace),
    libraries: trace.libraries ?? [],
    project: trace.context?.project ?? null
  })
}

const longestCode = 50_000

/** All code of a trace that may import something. */
export function codeOfTrace({
  context,
  solution,
  steps,
  task,
  learned = []
}: CanonicalTrace): string {
  const states = steps.flatMap(({ state, action }) => [
    state?.text,
    action?.kind === 'code' ? action.input : undefined
  ])
  const texts = [
    solution,
    context?.code,
    ...states.slice(-20),
    ...learned.map(({ shownBy }) => shownBy),
    task.text
  ]
  return texts
    .filter((text) => text !== undefined)
    .join('\n')
    .slice(0, longestCode)
}

function problemRow({ problem, trace }: PreparedTrace, context: RowContext): ProblemRow {
  const { text, title, family } = trace.task
  const libraries = [...new Set(trace.libraries ?? [])].sort()
  return {
    id: problem,
    title: title ?? firstLine(text),
    named: title !== undefined,
    text,
    family: family ?? null,
    libraries,
    about: [...new Set(libraries.flatMap((name) => context.librariesNamed(name)))].sort(),
    terms: termsOf(text),
    embedding: asList(context.vectors.of(taskEmbedText(text)))
  }
}

/** What a run showed, it showed of the attempt as it was told then. */
const nothingObserved = {
  claimed: null,
  observed: null,
  observedAt: null,
  observedBy: null,
  observedCommand: null,
  observedExit: null,
  observedOutput: null
} as const

function traceRow(prepared: PreparedTrace, findings: TraceFindings, context: RowContext): GraphMap {
  const { trace, redactions } = prepared
  const { task, outcome } = trace
  const code =
    trace.solution ?? trace.steps.findLast((step) => step.state !== undefined)?.state?.text ?? null
  const parts = [trace.notes, outcome.error, outcome.evidence, task.text]
  const text = parts.filter((part) => part !== undefined && part !== '').join('\n\n')
  return {
    id: prepared.id,
    hash: prepared.hash,
    space: context.space,
    principal: context.principal,
    trust: context.trust,
    grounds: groundsOf(prepared, context.trust),
    ...nothingObserved,
    kind: outcome.status,
    title: task.title ?? firstLine(task.text),
    problem: prepared.problem,
    text,
    code,
    terms: termsOf(`${text} ${code ?? ''}`),
    embedding: asList(context.vectors.of(taskEmbedText(task.text))),
    libraries: [...(trace.libraries ?? [])],
    codeUses: findings.uses.map(useText),
    codeCandidates: candidatesText(findings.uses),
    steps: trace.steps.length,
    states: [...findings.states.chain.nodes.values()].filter((node) => node.text !== '').length,
    tainted: findings.taint.length > 0,
    taint: [...findings.taint],
    redactions: [...redactions.values()].reduce((sum, n) => sum + n, 0),
    redacted: [...redactions.keys()],
    ...outcomeFields(prepared),
    ...provenance(prepared)
  }
}

/** What curation and lessons rest on: where it is the same after a correction, they have seen the attempt already. */
function groundsOf({ trace, problem }: PreparedTrace, trust: Trust): string {
  const { outcome, steps, solution, context, notes, learned } = trace
  const { code } = context ?? {}
  return contentHash(
    JSON.stringify({ problem, trust, outcome, steps, solution, code, notes, learned })
  )
}

function outcomeFields({ trace: { outcome, cut } }: PreparedTrace): GraphMap {
  const { measurements = {} } = outcome
  return {
    outcome: outcome.status,
    judgedBy: outcome.judgedBy ?? null,
    evidence: outcome.evidence ?? null,
    error: outcome.error ?? null,
    measurements: Object.keys(measurements).length === 0 ? null : JSON.stringify(measurements),
    effect: effectOf(outcome.status, measurements),
    cut: cut === undefined ? null : JSON.stringify(cut)
  }
}

/** How well an attempt did: its speed-up or the tests that it passed where they were measured, else whether it passed. */
function effectOf(status: string, measurements: Readonly<Record<string, number>>): number {
  if (status !== 'passed') return 0
  return measurements['speedup'] ?? measurements['tests_passed'] ?? 1
}

function provenance({ trace }: PreparedTrace): GraphMap {
  const { agent, model, source, startedAt, finishedAt, followed, context } = trace
  const said = {
    agent: agent.name,
    agentVersion: agent.version,
    project: context?.project,
    model: model?.name,
    provider: model?.provider,
    startedAt,
    finishedAt,
    followed,
    format: source?.format,
    file: source?.file,
    ref: source?.ref
  }
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? null]))
}

function stateRows(
  { prepared: { id, trace }, findings, mined }: KnownTrace,
  { space, vectors }: RowContext
): Pick<TraceRows, 'states' | 'steps' | 'ends' | 'shortcuts'> {
  const { chain, roles, languages } = findings.states
  if (chain.steps.length === 0) return { states: [], steps: [], ends: [], shortcuts: [] }
  const { status } = trace.outcome
  const known = new Set(statesToEmbed(findings, status).map(({ hash }) => hash))
  const states = [...chain.nodes.values()].map((node) => ({
    id: `state:${node.hash}`,
    space,
    text: cutText(node.text, longestState),
    runs: node.runs,
    failed: status === 'failed' && node.hash === chain.end && known.has(node.hash),
    language: languages.get(node.hash) ?? null,
    embedding: known.has(node.hash) ? asList(vectors.of(stateEmbedText(node.text))) : null
  }))
  const edge = ({ from, to }: { from: string; to: string }) => ({
    trace: id,
    from: `state:${from}`,
    to: `state:${to}`,
    space
  })
  const steps = chain.steps.map((step) => ({
    ...edge(step),
    ordinal: step.ordinal,
    instruction: step.instruction,
    role: roles[step.ordinal] ?? 'agent',
    value: mined.values.get(step.to) ?? null,
    known: known.has(step.from)
  }))
  const shortcuts = mined.shortcuts.map((shortcut) => ({
    ...edge(shortcut),
    instruction: shortcut.instruction,
    gain: shortcut.gain,
    embedding: asList(vectors.of(shortcut.instruction))
  }))
  const ends = [{ trace: id, start: `state:${chain.start}`, end: `state:${chain.end}` }]
  return { states, steps, ends, shortcuts }
}

function termsOf(text: string): string {
  return compoundParts(text, maxTerms).join(' ')
}
