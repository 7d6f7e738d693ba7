import { edgeTypes, labelsInSight } from '../domain/graph-schema.js'
import { CairnError } from '../errors.js'

/** @throws CairnError BAD_INPUT unless `value` is a whole number in the range */
export function checkWhole(
  field: string,
  value: number,
  [min, max]: readonly [number, number]
): void {
  if (Number.isInteger(value) && value >= min && value <= max) return
  const expected = `${min} to ${max}`
  throw wrong(
    { field, value, expected },
    `${field} is ${value}; expected a whole number from ${expected}.`
  )
}

/** @throws CairnError BAD_INPUT for a type that no edge has */
export function checkEdgeType(field: string, type: string): void {
  if (edgeTypes.includes(type)) return
  const expected = edgeTypes.join(', ')
  throw wrong(
    { field, value: shown(type), expected },
    `${field} is '${shown(type)}'; expected one of ${expected}.`
  )
}

/** @throws CairnError BAD_INPUT for a label that no node in anybody's sight has */
export function checkLabel(field: string, label: string): void {
  if (labelsInSight.some((one) => one === label)) return
  const expected = labelsInSight.join(', ')
  throw wrong(
    { field, value: shown(label), expected },
    `${field} names '${shown(label)}'; expected labels among ${expected}.`
  )
}

/** @throws CairnError BAD_INPUT for more ids than `most` */
export function checkIds(field: string, ids: readonly string[], most: number): void {
  if (ids.length <= most) return
  throw wrong(
    { field, value: ids.length, expected: `at most ${most}` },
    `${field} has ${ids.length} ids; expected at most ${most}.`
  )
}

const isoTime = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** The time in full. A date alone is its first moment in UTC. @throws CairnError BAD_INPUT for what is no time */
export function timeOf(field: string, text: string): string {
  if (isoTime.test(text)) {
    const time = new Date(text)
    if (!Number.isNaN(time.getTime())) return time.toISOString()
  }
  throw wrong(
    { field, value: shown(text), expected: 'a time in ISO 8601' },
    `${field} is '${shown(text)}'; expected a time such as 2026-03-01T09:30:00Z.`
  )
}

export function wrong(
  details: { field: string; value: string | number; expected: string },
  message: string
): CairnError {
  return new CairnError('BAD_INPUT', message, { details })
}

/** What came from outside, short enough for a message. */
export function shown(text: string): string {
  return text.slice(0, 100)
}

const outcomes = ['passed', 'failed']

/** How attempts ended that are asked for; empty for all. @throws CairnError BAD_INPUT for what is no outcome */
export function checkOutcome(outcome: string | null | undefined): string {
  if (outcome == null || outcome === '') return ''
  if (outcomes.includes(outcome)) return outcome
  const expected = outcomes.join(' or ')
  throw wrong(
    { field: 'outcome', value: shown(outcome), expected },
    `outcome is '${shown(outcome)}'; expected ${expected}.`
  )
}
