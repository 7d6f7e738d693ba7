/** A stretch of the screen, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A disc on the screen that wants its title beside it. */
export interface Titled {
  readonly id: string
  readonly x: number
  readonly y: number
  /** Radius of the disc. */
  readonly size: number
  /** The title, then shorter forms of it, each with how wide it is drawn. */
  readonly forms: readonly { readonly text: string; readonly width: number }[]
  /** What is said first where there is not room for all. */
  readonly worth: number
  /** Whether it is said even where it covers others. */
  readonly must: boolean
}

/** Where a title is drawn: its left end and the middle of its height, and the room that it takes. */
export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly box: Box
}

/** Half the height of a line, and the room between a disc and its title. */
const half = 8
const apart = 4
const cell = 48

/**
 * Titles beside their discs so that none covers another, none a disc, and none is cut off by the edge: to the right where
 * there is room, else to the left, below or above; shortened before it is left out. The worthiest come first.
 */
export function placeLabels(
  all: readonly Titled[],
  around: { readonly bounds: Box; readonly taken?: readonly Box[] }
): PlacedLabel[] {
  const occupied = createBoxes()
  for (const box of around.taken ?? []) occupied.add(box, null)
  for (const one of all) occupied.add(discOf(one), one.id)
  const placed: PlacedLabel[] = []
  const order = [...all].sort(
    (a, b) => Number(b.must) - Number(a.must) || b.worth - a.worth || (a.id < b.id ? -1 : 1)
  )
  for (const one of order) {
    const label = placeOf(one, around.bounds, occupied)
    if (label === null) continue
    occupied.add(label.box, null)
    placed.push({ id: one.id, ...label, x: label.box.left, y: label.box.top + half })
  }
  return placed
}

interface Fitted {
  readonly text: string
  readonly box: Box
}

function placeOf(one: Titled, bounds: Box, occupied: Boxes): Fitted | null {
  const places = one.forms
    .flatMap(({ text, width }) => placesFor(one, width).map((box) => ({ text, box })))
    .map(({ text, box }) => ({ text, box: one.must ? moved(box, bounds) : box }))
    .filter(({ box }) => isWithin(box, bounds))
  let least: Fitted | null = null
  let leastCovered = Infinity
  for (const place of places) {
    const covered = occupied.covered(place.box, one.id)
    if (covered === 0) return place
    if (covered < leastCovered) {
      least = place
      leastCovered = covered
    }
  }
  return one.must ? least : null
}

function placesFor({ x, y, size }: Titled, width: number): Box[] {
  const far = size + apart
  const at = (left: number, middle: number) => ({
    left,
    top: middle - half,
    right: left + width,
    bottom: middle + half
  })
  return [
    at(x + far, y),
    at(x - far - width, y),
    at(x - width / 2, y + far + half),
    at(x - width / 2, y - far - half)
  ]
}

/** The room that a disc takes. */
export function discOf({ x, y, size }: Titled): Box {
  return { left: x - size, top: y - size, right: x + size, bottom: y + size }
}

function isWithin(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  )
}

/** The box as near as it comes within the bounds. */
function moved(box: Box, bounds: Box): Box {
  const right = Math.max(bounds.left - box.left, Math.min(0, bounds.right - box.right))
  const down = Math.max(bounds.top - box.top, Math.min(0, bounds.bottom - box.bottom))
  return {
    left: box.left + right,
    right: box.right + right,
    top: box.top + down,
    bottom: box.bottom + down
  }
}

export interface Boxes {
  readonly add: (box: Box, owner: string | null) => void
  /** How many square pixels of a box others cover. */
  readonly covered: (box: Box, owner?: string) => number
}

/** Boxes by the fields of a grid, so that a look-up meets only what is near. */
export function createBoxes(): Boxes {
  const fields = new Map<string, { box: Box; owner: string | null }[]>()
  return {
    add: (box, owner) => {
      for (const key of fieldsOf(box)) {
        const here = fields.get(key)
        if (here === undefined) fields.set(key, [{ box, owner }])
        else here.push({ box, owner })
      }
    },
    covered: (box, owner) => {
      const met = new Set<Box>()
      for (const key of fieldsOf(box))
        for (const other of fields.get(key) ?? []) if (other.owner !== owner) met.add(other.box)
      return [...met].reduce((sum, other) => sum + shared(box, other), 0)
    }
  }
}

function* fieldsOf({ left, top, right, bottom }: Box): Generator<string> {
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1)
      yield `${String(x)} ${String(y)}`
}

function shared(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return wide > 0 && high > 0 ? wide * high : 0
}
