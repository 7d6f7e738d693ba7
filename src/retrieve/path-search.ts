/** Neighbours of nodes, by node. */
export type Reach = ReadonlyMap<string, readonly string[]>

export interface PathQuestion {
  readonly from: string
  readonly to: string
  /** How many paths at most. */
  readonly most: number
  /** Edges of a path at most. */
  readonly longest: number
}

export interface PathBounds {
  /** Nodes whose neighbours are fetched at once, at most. */
  readonly ring: number
  /** By how many edges paths may be longer than the shortest. */
  readonly beyondShortest: number
  /** Whether the time is over. */
  readonly over: () => boolean
}

export interface PathsFound {
  readonly paths: string[][]
  /** Whether the bounds let all be seen that was asked for. */
  readonly complete: boolean
}

/**
 * Paths without a node twice, the shortest first and those of a length in the order of their ids. Both ends grow by
 * whole rings of neighbours, the smaller one first, until they meet and as far beyond as asked for.
 */
export async function searchPaths(
  reach: (ids: readonly string[]) => Promise<Reach>,
  question: PathQuestion,
  bounds: PathBounds
): Promise<PathsFound> {
  const { from, to, longest } = question
  if (from === to) return { paths: [[from]], complete: true }
  const known: Known = new Map()
  const sides = [startAt(from), startAt(to)] as const
  let paths: string[][] = []
  let furthest = longest
  for (let grown = 1; grown <= furthest; grown += 1) {
    const side = smaller(sides)
    if (side === undefined) {
      // One end knows all that it can reach: longer paths need no further ring.
      paths = pathsAlong(known, { ...question, longest: furthest })
      break
    }
    if (side.ring.length > bounds.ring || bounds.over()) return { paths, complete: false }
    await grow(side, known, reach)
    if (!met(sides)) continue
    furthest = Math.min(longest, (paths[0]?.length ?? grown + 1) - 1 + bounds.beyondShortest)
    paths = pathsAlong(known, { ...question, longest: grown })
    if (paths.length >= question.most) break
  }
  return { paths, complete: true }
}

type Known = Map<string, Set<string>>

interface Side {
  readonly seen: Set<string>
  ring: string[]
}

function startAt(id: string): Side {
  return { seen: new Set([id]), ring: [id] }
}

/** The side with the smaller ring; none once a side has met all that it can reach, for then there is nothing new. */
function smaller([a, b]: readonly [Side, Side]): Side | undefined {
  if (a.ring.length === 0 || b.ring.length === 0) return undefined
  return a.ring.length <= b.ring.length ? a : b
}

async function grow(
  side: Side,
  known: Known,
  reach: (ids: readonly string[]) => Promise<Reach>
): Promise<void> {
  const next = new Set<string>()
  for (const [id, others] of await reach(side.ring)) {
    for (const other of others) {
      join(known, id, other)
      join(known, other, id)
      if (!side.seen.has(other)) next.add(other)
    }
  }
  for (const id of next) side.seen.add(id)
  side.ring = [...next].sort()
}

function join(known: Known, from: string, to: string): void {
  const others = known.get(from)
  if (others === undefined) known.set(from, new Set([to]))
  else others.add(to)
}

function met([a, b]: readonly [Side, Side]): boolean {
  const [few, many] = a.seen.size < b.seen.size ? [a.seen, b.seen] : [b.seen, a.seen]
  for (const id of few) if (many.has(id)) return true
  return false
}

/** Steps that a walk along what is known takes at most: a count ends it in the same place each time, a clock would not. */
const mostSteps = 200_000

/** All paths along what is known, in order, until there are enough. */
function pathsAlong(known: Known, question: PathQuestion): string[][] {
  const { from, to, most, longest } = question
  const left = distances(known, to, longest)
  const paths: string[][] = []
  const counted = { steps: 0 }
  const onward = (path: readonly string[], length: number) => {
    const remaining = length - path.length
    return [...(known.get(path.at(-1) ?? from) ?? [])]
      .filter((next) => (left.get(next) ?? Infinity) <= remaining)
      .filter((next) => (next !== to || remaining === 0) && !path.includes(next))
      .sort()
  }
  const walk = (path: readonly string[], length: number) => {
    if (path.length - 1 === length) {
      paths.push([...path])
      return
    }
    for (const next of onward(path, length)) {
      counted.steps += 1
      if (paths.length >= most || counted.steps > mostSteps) return
      walk([...path, next], length)
    }
  }
  const shortest = left.get(from) ?? Infinity
  for (let length = shortest; length <= longest && paths.length < most; length += 1)
    walk([from], length)
  return paths
}

/** How far nodes are from one, as far as `longest`. */
function distances(known: Known, to: string, longest: number): Map<string, number> {
  const found = new Map([[to, 0]])
  let ring = [to]
  for (let far = 1; far <= longest && ring.length > 0; far += 1) {
    const next = new Set(ring.flatMap((id) => [...(known.get(id) ?? [])]))
    ring = [...next].filter((id) => !found.has(id))
    for (const id of ring) found.set(id, far)
  }
  return found
}
