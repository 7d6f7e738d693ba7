import { errorSignatures, type ErrorSignature } from '../../src/domain/error-signature.js'
import type { Database } from '../../src/graph/database.js'
import { apisToAskAbout } from '../../src/graph/queries.js'
import { originals } from './grow-documentation.js'

interface AskedApi {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly library: string
}

/** What questions, attempts and errors are made of: APIs that documentation came in with. */
export interface WhatToAsk {
  readonly apis: readonly AskedApi[]
  /** One that nobody asked yet: with a library named, with an API named, or in words alone, in turn. */
  question(i: number): string
  /** What an attempt is about. */
  task(i: number): { readonly text: string; readonly call: string }
  /** A traceback as it is pasted. */
  errorText(i: number): string
}

/** Evenly from all libraries. @throws Error where no API says what it does */
export async function whatToAsk(db: Database, most = 4_000): Promise<WhatToAsk> {
  const lists: AskedApi[][] = []
  for (const { key } of await originals(db)) {
    const library = /([^/]+)@[^@]*$/.exec(key)?.[1] ?? key
    const rows = await db.run(apisToAskAbout, { library: key })
    lists.push(rows.map((row) => ({ ...row, library })))
  }
  const each = Math.ceil(most / Math.max(1, lists.length))
  const apis = lists.flatMap((list) => evenly(list, each))
  if (apis.length === 0) throw new Error('No API here says what it does: nothing to ask about.')
  // A step that has no factor in common with the length comes by all of them.
  const at = (i: number): AskedApi => apis[(i * coprime(apis.length)) % apis.length] ?? must(apis)
  return {
    apis,
    question: (i) => {
      const { name, summary, library } = at(i)
      const said = sentence(summary)
      if (i % 3 === 0) return `How do I ${said} with ${library}?`
      if (i % 3 === 1)
        return `${said}: is ${name} the right call, and which arguments does it take?`
      return `What is the usual way to ${said}? Case ${i}.`
    },
    task: (i) => {
      const { name, summary } = at(i)
      return { text: `Work out how to ${sentence(summary)}`, call: name }
    },
    errorText: (i) => {
      const { name } = at(i)
      const [owner = 'frame', last = 'value'] = name.split('.').slice(-2)
      return `Traceback (most recent call last):\n  File "work.py", line 3, in <module>\nAttributeError: '${owner}' object has no attribute '${last}_all'`
    }
  }
}

/** Errors as the graph keeps them, each once. */
export function errorsToRaise(ask: WhatToAsk, most: number): ErrorSignature[] {
  const found = Array.from({ length: most }, (_, i) => errorSignatures(ask.errorText(i))[0])
  const byId = new Map(found.flatMap((one) => (one === undefined ? [] : [[one.id, one]])))
  return [...byId.values()]
}

function evenly<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, list.length / most)
  const picked = Array.from(
    { length: Math.min(most, list.length) },
    (_, i) => list[Math.floor(i * step)]
  )
  return picked.filter((one) => one !== undefined)
}

/** The first sentence as it goes on after «how to». */
function sentence(summary: string): string {
  const [first = summary] = summary.split(/[.\n]/)
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}`.trim()
}

const primes = [7_919, 7_907, 7_901]

function coprime(length: number): number {
  return primes.find((prime) => length % prime !== 0) ?? 1
}

function must<T>(list: readonly T[]): T {
  const [first] = list
  if (first === undefined) throw new RangeError('nothing to ask about')
  return first
}
