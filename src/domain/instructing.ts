import { encodedOrders, spacedOrders } from './instructing/encoded-orders.js'
import { forgedFrames } from './instructing/forged-frames.js'
import { hiddenSpans } from './instructing/hidden-text.js'
import { orderReadings } from './instructing/order-readings.js'
import { orderRules, type OrderRule } from './instructing/order-rules.js'
import { rulesInLanguages } from './instructing/orders-in-languages.js'
import { knownClean } from './known-clean.js'
import type { Reading } from './redaction/readings.js'
import { joinSpans, type Span } from './redaction/span.js'

export interface Instructing {
  readonly found: boolean
  /** Where and what, in order of position, at most 50. */
  readonly spans: readonly Span[]
}

/** Longer texts are read in part: no page is, and the head and tail are where orders stand. */
const maxText = 1_000_000
const maxSpans = 50

/**
 * Whether a text tries to instruct the one who reads it instead of telling something: orders to
 * ignore instructions, new roles, forged turns and ends of delimiters, calls of tools, secrecy towards the
 * user, sending data away, text that a person does not see; in several languages, and also where letters of
 * another alphabet, invisible characters, base64 or spaces between the letters hide it. A hint for a reviewer and a
 * reason for quarantine, not a proof. Time is linear in the text's length.
 */
export function instructsReader(text: string): Instructing {
  if (clean.has(text)) return { found: false, spans: [] }
  const read = text.length > maxText ? text.slice(0, maxText) : text
  const readings = orderReadings(read)
  const spans = joinSpans([
    ...readings.flatMap((reading) =>
      placed(reading, [...ordersIn(reading.text), ...spacedOrders(reading.text)])
    ),
    ...encodedOrders(read, isOrder),
    ...hiddenSpans(read)
  ]).slice(0, maxSpans)
  if (spans.length === 0) clean.add(text)
  return { found: spans.length > 0, spans }
}

const clean = knownClean()

/** Whether what was decoded is an order; encodings in it are not looked into again. */
function isOrder(text: string): boolean {
  return orderReadings(text).some((reading) => ordersIn(reading.text).length > 0)
}

function ordersIn(text: string): Span[] {
  const rules: readonly OrderRule[] = [...orderRules, ...forgedFrames, ...rulesInLanguages(text)]
  return rules.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].slice(0, maxSpans).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind
    }))
  )
}

/** Spans of a reading where they stand in the text; a reading may run backwards. */
function placed(reading: Reading, spans: readonly Span[]): Span[] {
  return spans.map(({ start, end, kind }) => {
    const [a, b] = [reading.at(start), reading.at(end)]
    return { start: Math.min(a, b), end: Math.max(a, b), kind }
  })
}
