import { safeWords } from '../domain/safe-words.js'
import { CairnError } from '../errors.js'

/** BAD_INPUT that names the field, the value without its secrets, and what was expected. */
export function refuseInput(field: string, value: unknown, expected: string): CairnError {
  const said = typeof value === 'number' || typeof value === 'boolean' ? value : shown(value)
  const named = said === null ? 'missing' : typeof said === 'string' ? `'${said}'` : String(said)
  return new CairnError('BAD_INPUT', `${field} is ${named}; expected ${expected}.`, {
    details: { field, value: said, expected }
  })
}

const mostShown = 80

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : (JSON.stringify(value) as string | undefined)
  const clean = safeWords((text ?? typeof value).slice(0, 2_000))
  return clean.length > mostShown ? `${clean.slice(0, mostShown).toWellFormed()}…` : clean
}
