import type { JSONValue } from '@modelcontextprotocol/server'
import { definitionNamed } from './catalogue.js'
import type { Tool } from './tool.js'

/** Models often send `"8"` where `8` is meant, and `"true"`, and a list as its JSON. */
const readers: Readonly<Record<string, (said: string) => unknown>> = {
  integer: numberOf,
  number: numberOf,
  boolean: (said) => (said === 'true' ? true : said === 'false' ? false : said),
  array: jsonOf,
  object: jsonOf
}

/** Arguments with texts read as what the tool takes there; what cannot be read stays, to be refused by name. */
export function readLeniently({ name }: Tool, input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input
  const properties = definitionNamed(name)?.inputSchema.properties ?? {}
  return Object.fromEntries(
    Object.entries(input).map(([field, value]: [string, unknown]) => [
      field,
      read(value, Object.hasOwn(properties, field) ? properties[field] : undefined)
    ])
  )
}

function read(value: unknown, schema: JSONValue | undefined): unknown {
  const type =
    typeof schema === 'object' && schema !== null && 'type' in schema ? schema['type'] : undefined
  const reader = typeof type === 'string' ? readers[type] : undefined
  return typeof value === 'string' && reader !== undefined ? reader(value.trim()) : value
}

function numberOf(said: string): unknown {
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(said) ? Number(said) : said
}

function jsonOf(said: string): unknown {
  if (!/^[[{]/.test(said)) return said
  try {
    return JSON.parse(said) as unknown
  } catch {
    return said
  }
}
