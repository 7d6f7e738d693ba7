import { CairnError } from '../errors.js'

/** The number, if it lies in the range. @throws CairnError BAD_INPUT that names the field and the range */
export function within(field: string, value: number, range: { min: number; max: number }): number {
  if (value >= range.min && value <= range.max) return value
  const expected = `${range.min} to ${range.max}`
  throw new CairnError(
    'BAD_INPUT',
    `${field} is ${value}; expected a whole number from ${expected}.`,
    {
      details: { field, value, expected }
    }
  )
}
