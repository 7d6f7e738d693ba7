import type { Cairn } from '../../../src/cairn.js'
import { CairnError } from '../../../src/errors.js'
import type { Leak, LeakFinder } from './leaks.js'

/** Something in the memory that a test must not meet. */
export interface FoundLeak extends Leak {
  /** The node that leaks. */
  readonly node: string
  readonly label: string
  /** The trace that it stands in or comes from; the node itself where no trace is known. */
  readonly trace: string
}

/** Labels of what recall may bring up beside documentation, or what leads there. */
const experience = ['Problem', 'Trace', 'State', 'Lesson', 'Insight', 'ErrorSignature'] as const

interface Node {
  readonly label: string
  readonly space: string | null
  readonly leak: Leak | null
}

/** The edge by which one node of experience rests on another, from what rests to what it rests on. */
const restsOn = new Set(['ATTEMPTS', 'LEARNED_IN', 'DERIVED_FROM', 'STARTS_AT', 'ENDS_AT'])

/**
 * Reads the whole memory for families under test: by the family that is written down, by the words of the problem, by
 * the reference solution, in whatever node stands in one of these spaces; and what rests on a node that leaks, leaks,
 * wherever that node stands: an insight drawn from such a trace, a lesson learned in it.
 */
export async function leaksInMemory(
  cairn: Cairn,
  { spaces, finder }: { readonly spaces: readonly string[]; readonly finder: LeakFinder }
): Promise<FoundLeak[]> {
  const { nodes: read, edges } = await readExperience(cairn, finder)
  const nodes = withInstructions(read, edges)
  const because = spread(nodes, edges)
  const inSight = touchedBy(nodes, edges, spaces)
  return [...nodes]
    .flatMap(([id, { label }]) => {
      const source = because.get(id)
      const leak = source === undefined ? null : (nodes.get(source)?.leak ?? null)
      if (source === undefined || leak === null || !inSight.has(id)) return []
      return [{ ...leak, node: id, label, trace: traceOf({ id, source }, nodes, edges) }]
    })
    .sort((a, b) => order(a) - order(b) || (a.node < b.node ? -1 : 1))
}

/**
 * Refuses a memory that holds anything of the families under test.
 * @throws CairnError CONFLICT naming the trace, where it was found and why
 */
export async function refuseLeaks(
  cairn: Cairn,
  at: { readonly spaces: readonly string[]; readonly finder: LeakFinder }
): Promise<void> {
  const leaks = await leaksInMemory(cairn, at)
  const [first] = leaks
  if (first === undefined) return
  const more = leaks.length === 1 ? '' : ` (and ${leaks.length - 1} more nodes)`
  const where = first.node === first.trace ? '' : `, seen in ${first.label} ${first.node},`
  throw new CairnError(
    'CONFLICT',
    `The memory holds what is under test: ${first.trace}${where} is of ${first.problem}: ${first.says}${more}. Take it out, or test other families.`,
    { details: { field: 'memory', value: first.trace, expected: `nothing of ${first.problem}` } }
  )
}

interface Edge {
  readonly from: string
  readonly to: string
  readonly type: string
  readonly trace: string | null
  readonly leak: Leak | null
}

async function readExperience(
  cairn: Cairn,
  finder: LeakFinder
): Promise<{ nodes: Map<string, Node>; edges: Edge[] }> {
  const nodes = new Map<string, Node>()
  const edges: Edge[] = []
  for await (const line of cairn.exportLines()) {
    const { properties } = line
    if ('node' in line) {
      const label = experience.find((one) => line.labels.includes(one))
      if (label === undefined) continue
      const family = text(properties['family'])
      const leak =
        (family === null ? null : finder.ofFamily(family)) ?? finder.inText(wordsOf(properties))
      nodes.set(line.node, { label, space: text(properties['space']), leak })
    } else if (restsOn.has(line.type) || line.type === 'STEP' || line.type === 'SHORTCUT') {
      const { from, to, type } = line
      const instruction = text(properties['instruction'])
      const leak = instruction === null ? null : finder.inText(instruction)
      edges.push({ from, to, type, trace: text(properties['trace']), leak })
    }
  }
  return { nodes, edges }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** All that an agent could be shown of a node. */
function wordsOf(properties: Readonly<Record<string, unknown>>): string {
  const shown = Object.entries(properties).flatMap(([key, value]) =>
    typeof value === 'string' && !['id', 'hash', 'terms', 'names'].includes(key) ? [value] : []
  )
  return shown.join('\n')
}

/** By node the leaking node that it rests on, itself included. */
function spread(
  nodes: ReadonlyMap<string, Node>,
  edges: readonly Edge[]
): ReadonlyMap<string, string> {
  const leaking = [...nodes].flatMap(([id, { leak }]) => (leak === null ? [] : [id]))
  const because = new Map(leaking.map((id) => [id, id]))
  // Two traces share a state without sharing a task: a trace does not leak by where it began.
  const resting = edges.filter(({ type }) => restsOn.has(type) && type !== 'STARTS_AT')
  for (let grown = true; grown;) {
    grown = false
    for (const { from, to } of resting) {
      const source = because.get(to)
      if (source === undefined || because.has(from)) continue
      because.set(from, source)
      grown = true
    }
  }
  return because
}

/** What an instruction on the way between two states says, its trace says. */
function withInstructions(
  nodes: ReadonlyMap<string, Node>,
  edges: readonly Edge[]
): ReadonlyMap<string, Node> {
  const said = new Map(
    edges.flatMap(({ trace, leak }) => (trace === null || leak === null ? [] : [[trace, leak]]))
  )
  return new Map(
    [...nodes].map(([id, node]) => [id, { ...node, leak: node.leak ?? said.get(id) ?? null }])
  )
}

/** What stands in these spaces; states, which stand in none, where a trace of them leads there. */
function touchedBy(
  nodes: ReadonlyMap<string, Node>,
  edges: readonly Edge[],
  spaces: readonly string[]
): ReadonlySet<string> {
  const own = [...nodes].filter(([, { space }]) => space !== null && spaces.includes(space))
  const seen = new Set(own.map(([id]) => id))
  for (const { from, to, type, trace } of edges) {
    if ((type === 'STARTS_AT' || type === 'ENDS_AT') && seen.has(from)) seen.add(to)
    if ((type === 'STEP' || type === 'SHORTCUT') && trace !== null && seen.has(trace)) {
      seen.add(from)
      seen.add(to)
    }
  }
  return seen
}

function traceOf(
  { id, source }: { readonly id: string; readonly source: string },
  nodes: ReadonlyMap<string, Node>,
  edges: readonly Edge[]
): string {
  const isTrace = (node: string) => nodes.get(node)?.label === 'Trace'
  if (isTrace(source)) return source
  if (isTrace(id)) return id
  const by = edges.find(
    (edge) =>
      (isTrace(edge.from) && edge.to === source) || (edge.from === source && isTrace(edge.to))
  )
  if (by !== undefined) return isTrace(by.from) ? by.from : by.to
  const step = edges.find(({ from, to, trace }) => trace !== null && (from === id || to === id))
  return step?.trace ?? source
}

function order({ label }: FoundLeak): number {
  return label === 'Trace' ? 0 : 1
}
