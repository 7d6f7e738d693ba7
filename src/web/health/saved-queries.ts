import { reach } from '../data/ask.js'

/** A query of ours with what it shows. */
export interface SavedQuery {
  readonly title: string
  readonly text: string
}

/** The saved queries as they are served, one after the other. */
export async function readSavedQueries(signal: AbortSignal): Promise<SavedQuery[]> {
  const response = await reach('/browser-assets/saved-queries.cypher', { signal })
  return response.ok ? savedQueries(await response.text()) : []
}

/** Each query ends with a semicolon at the end of a line and begins with a comment that is its title. */
export function savedQueries(file: string): SavedQuery[] {
  return file
    .split(/;\s*(?:\n|$)/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ title: (text.split('\n')[0] ?? '').replace(/^\/\/\s*/, ''), text }))
}
