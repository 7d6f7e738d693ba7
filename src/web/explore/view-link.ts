import { colourings, type Colouring } from './colours.js'
import { mapEdge } from './explore-documents.js'
import { noFilter, type Filter, type View } from './view-state.js'

/** Where a node is drawn. */
export interface Place {
  readonly x: number
  readonly y: number
}

export interface Camera extends Place {
  readonly ratio: number
}

/** What a link tells of a view. */
export interface LinkedView {
  readonly ids: readonly string[]
  readonly places: ReadonlyMap<string, Place>
  readonly pinned: ReadonlySet<string>
  readonly selected: readonly string[]
  readonly path: readonly string[]
  readonly filter: Filter
  readonly colour: Colouring
  /** Whether edges of the map are among what is drawn. */
  readonly mapped: boolean
  readonly camera: Camera | null
}

/** Places are told in this many steps a side: exact to a pixel. */
const grid = 4_000

interface Packed {
  /** Version of the form. */
  readonly v: 1
  readonly n: readonly string[]
  readonly p: readonly number[]
  readonly f: readonly number[]
  readonly s: readonly number[]
  readonly w: readonly number[]
  readonly q: Readonly<Record<string, unknown>>
  readonly c: readonly number[] | null
}

/** A view as text for an address: ids, places on a grid, filters, selection, camera; deflated. */
export async function linkOf(
  view: View,
  drawn: { readonly placeOf: (id: string) => Place | undefined; readonly camera: Camera | null }
): Promise<string> {
  const n = [...view.nodes.keys()]
  const at = new Map(n.map((id, i) => [id, i]))
  const indices = (ids: Iterable<string>) => [...ids].flatMap((id) => at.get(id) ?? [])
  const packed: Packed = {
    v: 1,
    n,
    p: onGrid(n.map((id) => drawn.placeOf(id) ?? { x: 0, y: 0 })),
    f: indices(view.pinned),
    s: indices(view.selected),
    w: indices(view.path),
    q: packLooks(view),
    c:
      drawn.camera === null
        ? null
        : [drawn.camera.x, drawn.camera.y, drawn.camera.ratio].map(rounded)
  }
  return deflated(JSON.stringify(packed))
}

/** The view that a link tells of; null where it tells of none that can be read. */
export async function viewOfLink(text: string): Promise<LinkedView | null> {
  try {
    const packed: unknown = JSON.parse(await inflated(text))
    return isPacked(packed) ? unpacked(packed) : null
  } catch {
    return null
  }
}

function unpacked({ n, p, f, s, w, q, c }: Packed): LinkedView {
  const named = (indices: readonly number[]) => indices.flatMap((i) => n[i] ?? [])
  const [x, y, ratio] = c ?? []
  return {
    ids: n,
    places: new Map(n.map((id, i) => [id, { x: p[2 * i] ?? 0, y: p[2 * i + 1] ?? 0 }])),
    pinned: new Set(named(f)),
    selected: named(s),
    path: named(w),
    filter: unpackFilter(q),
    colour: colourings.find((one) => one === q['colour']) ?? 'kind',
    mapped: q['map'] === true,
    camera: x === undefined || y === undefined || ratio === undefined ? null : { x, y, ratio }
  }
}

function isPacked(value: unknown): value is Packed {
  if (typeof value !== 'object' || value === null) return false
  const { v, n, p, f, s, w, q } = value as Record<string, unknown>
  const numbers = [p, f, s, w].every((list) => listOf(list, 'number'))
  return v === 1 && listOf(n, 'string') && numbers && typeof q === 'object' && q !== null
}

function listOf(value: unknown, type: 'string' | 'number'): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === type)
}

function onGrid(places: readonly Place[]): number[] {
  const xs = places.map(({ x }) => x)
  const ys = places.map(({ y }) => y)
  const [left, bottom] = [least(xs), least(ys)]
  const size = Math.max(-least(xs.map((x) => -x)) - left, -least(ys.map((y) => -y)) - bottom, 1e-9)
  const step = (value: number, from: number) => Math.round(((value - from) / size) * grid)
  return places.flatMap(({ x, y }) => [step(x, left), step(y, bottom)])
}

/** `Math.min` takes its numbers as arguments, and 5,000 are many. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity)
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function packLooks({ filter, colour, edges }: View): Packed['q'] {
  const mapped = [...edges.values()].some(({ type }) => type === mapEdge)
  return {
    ...packFilter(filter),
    ...(colour === 'kind' ? {} : { colour }),
    ...(mapped ? { map: true } : {})
  }
}

function packFilter(filter: Filter): Packed['q'] {
  const { off, libraries, spaces, outcomes, epoch, since, until } = filter
  const lists = { libraries, spaces, outcomes }
  const filled = Object.entries(lists).filter(([, set]) => set.size > 0)
  return {
    // Also where it is empty: what keeps books is hidden unless somebody said otherwise.
    off: [...off],
    ...Object.fromEntries(filled.map(([name, set]) => [name, [...set]])),
    ...(epoch === null ? {} : { epoch }),
    ...(since === '' ? {} : { since }),
    ...(until === '' ? {} : { until })
  }
}

function unpackFilter(packed: Packed['q']): Filter {
  if (packed['off'] === undefined) return noFilter
  const set = (name: string): ReadonlySet<string> => {
    const list = packed[name]
    return new Set(Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [])
  }
  const text = (name: string) => {
    const value = packed[name]
    return typeof value === 'string' ? value : ''
  }
  const { epoch } = packed
  return {
    ...noFilter,
    off: set('off'),
    libraries: set('libraries'),
    spaces: set('spaces'),
    outcomes: set('outcomes'),
    epoch: typeof epoch === 'number' ? epoch : null,
    since: text('since'),
    until: text('until')
  }
}

async function deflated(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

async function inflated(text: string): Promise<string> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}
