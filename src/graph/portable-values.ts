import neo4j from 'neo4j-driver'
import { CairnError } from '../errors.js'

/** A value of a property as it stands in a backup; what JSON cannot tell apart is an object with one key. */
export type PortableValue =
  | string
  | number
  | boolean
  | readonly PortableValue[]
  /** A number that is no whole number though it looks like one, or none at all: `{"float": "1"}`, `{"float": "NaN"}`. */
  | { readonly float: string }
  /** A whole number beyond those that JSON holds exactly. */
  | { readonly int: string }
  /** Numbers of 32 bits, little endian, base64: a vector. */
  | { readonly float32: string }
  /** Year, month, day, hour, minute, second, nanosecond, offset in seconds, name of the zone. */
  | { readonly time: readonly (number | string | null)[] }

/** Lists of numbers from this length on are packed. */
const packedFrom = 8

/** @throws CairnError BUG for a type that Cairn never writes */
export function toPortable(value: unknown, field: string): PortableValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return portableFloat(value)
  if (neo4j.isInt(value)) return value.inSafeRange() ? value.toNumber() : { int: value.toString() }
  if (neo4j.isDateTime(value)) return { time: portableTime(value) }
  if (Array.isArray(value)) return packed(value) ?? value.map((item) => toPortable(item, field))
  throw new CairnError('BUG', `the property ${field} is of a type that backups do not know`)
}

function portableFloat(value: number): PortableValue {
  const looksWhole = Number.isInteger(value) || !Number.isFinite(value)
  return looksWhole ? { float: Object.is(value, -0) ? '-0' : String(value) } : value
}

function portableTime(time: InstanceType<typeof neo4j.types.DateTime>) {
  const { year, month, day, hour, minute, second, nanosecond } = time
  const parts = [year, month, day, hour, minute, second, nanosecond].map(Number)
  const offset = time.timeZoneOffsetSeconds
  return [...parts, offset == null ? null : Number(offset), time.timeZoneId ?? null]
}

/** Vectors are made of 32-bit numbers; a list that is not stays as it is. */
function packed(list: readonly unknown[]): PortableValue | null {
  if (list.length < packedFrom) return null
  if (!list.every((item) => typeof item === 'number' && Math.fround(item) === item)) return null
  const bytes = Buffer.allocUnsafe(list.length * 4)
  list.forEach((item, i) => bytes.writeFloatLE(item as number, i * 4))
  return { float32: bytes.toString('base64') }
}

/** @throws CairnError BAD_SOURCE for what no backup holds */
export function fromPortable(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(fromPortable)
  if (typeof value === 'object' && value !== null) {
    const [[kind, held] = ['', null], ...rest] = Object.entries(value)
    if (rest.length === 0) return unpack(kind, held)
  }
  throw unknownValue()
}

function unpack(kind: string, held: unknown): unknown {
  if (kind === 'time' && Array.isArray(held)) return timeOf(held)
  if (typeof held !== 'string') throw unknownValue()
  if (kind === 'float') return Number(held)
  if (kind === 'int') return neo4j.int(held)
  if (kind === 'float32') return floats(Buffer.from(held, 'base64'))
  throw unknownValue()
}

function floats(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readFloatLE(i * 4))
}

function timeOf(parts: readonly unknown[]): unknown {
  const [offset = null, zone = null] = parts.slice(7)
  const whole = parts.slice(0, 7)
  if (whole.length !== 7 || !whole.every((n) => Number.isInteger(n))) throw unknownValue()
  const [year, month, day, hour, minute, second, nano] = whole.map((n) => neo4j.int(n as number))
  return new neo4j.types.DateTime(
    ...([year, month, day, hour, minute, second, nano] as Parameters7),
    typeof offset === 'number' ? neo4j.int(offset) : undefined,
    typeof zone === 'string' ? zone : undefined
  )
}

type Whole = ReturnType<typeof neo4j.int>
type Parameters7 = [Whole, Whole, Whole, Whole, Whole, Whole, Whole]

function unknownValue(): CairnError {
  return new CairnError('BAD_SOURCE', 'The backup holds a value that this Cairn does not know.')
}
