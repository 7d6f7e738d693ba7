import { compoundParts } from '../domain/code-terms.js'
import { insightText, type GateResult, type InsightText } from '../domain/insight.js'
import { instructsReader } from '../domain/instructing.js'
import { redact } from '../domain/redact.js'
import { badInput, CairnError } from '../errors.js'

/** Words of an insight that a person wrote, and the documentation that says so. */
export interface WrittenInsight extends InsightText {
  /** Left out: the quotations of what it was made of. */
  readonly backedBy?: readonly Backing[]
}

export interface Backing {
  readonly doc: string
  readonly quote: string
}

/** Characters, by field. */
const longest = { title: 200, applies: 2_000, advice: 4_000, avoid: 2_000, code: 10_000 } as const
const mostBackings = 20
const longestQuote = 2_000

/**
 * The words, bounded and found clean: no secrets, and nothing that orders its reader about.
 * @throws CairnError BAD_INPUT naming the field and what is wrong with it
 */
export function checkText(written: WrittenInsight): InsightText {
  const text = {
    title: tidy(written.title),
    applies: tidy(written.applies),
    advice: tidy(written.advice),
    avoid: tidy(written.avoid),
    code: written.code === null ? null : tidy(written.code)
  }
  for (const [field, value] of Object.entries(text)) checkField(field as keyof InsightText, value)
  for (const [i, backing] of (written.backedBy ?? []).entries()) checkBacking(backing, i)
  if ((written.backedBy ?? []).length > mostBackings)
    throw badInput(
      'backedBy',
      `${written.backedBy?.length ?? 0} quotations`,
      `at most ${mostBackings}`
    )
  return text
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n])\p{Cc}/gu, ' ')
    .trim()
}

function checkField(field: keyof InsightText, value: string | null): void {
  if (value === null) return
  if (value === '' && (field === 'title' || field === 'advice'))
    throw badInput(field, '', 'text that says something')
  if (value.length > longest[field])
    throw badInput(field, `${value.length} characters`, `at most ${longest[field]}`)
  const secrets = redact(value).redactions.map(({ kind }) => kind)
  if (secrets.length > 0)
    throw unclean(field, `what looks like a secret (${secrets.join(', ')})`, 'Take it out.')
  const [span] = instructsReader(value).spans
  if (span !== undefined)
    throw unclean(
      field,
      `words that order their reader about (${span.kind}): '${value.slice(span.start, span.end).slice(0, 100)}'`,
      'Say what to do with the library, not what the reader is to be.'
    )
}

function checkBacking({ doc, quote }: Backing, i: number): void {
  const said = quote.trim()
  if (doc.trim() === '') throw badInput(`backedBy[${i}].doc`, '', 'the id of a section')
  if (said === '' || quote.length > longestQuote)
    throw badInput(
      `backedBy[${i}].quote`,
      `${quote.length} characters`,
      `words of the section, 1 to ${longestQuote} characters`
    )
}

function unclean(field: string, what: string, doInstead: string): CairnError {
  return new CairnError('BAD_INPUT', `${field} holds ${what}. ${doInstead}`, {
    details: { field, expected: 'text without secrets and without orders to its reader' }
  })
}

/** The properties that follow from an insight's words. */
export function textProperties(text: InsightText) {
  const searched = insightText(text)
  return { ...text, text: searched, terms: compoundParts(searched, 200).join(' ') }
}

/**
 * The gates of an insight that a person wrote from others: it is backed (where it quotes anything) and clean, for that was just
 * checked; what else was said of its sources goes on holding, and the worst of them counts.
 */
export function gatesAfter(
  sources: readonly (readonly GateResult[])[],
  quotes: number
): GateResult[] {
  const backed: GateResult = {
    gate: 'backed',
    passed: true,
    reason: `${quotes === 1 ? 'One quotation stands' : `${quotes} quotations stand`} in the documentation named.`
  }
  const checked: GateResult[] = [
    ...(quotes === 0 ? [] : [backed]),
    { gate: 'clean', passed: true, reason: 'No secret and no order to the reader was found.' }
  ]
  const worst = new Map<string, GateResult>()
  for (const result of sources.flat()) {
    const known = worst.get(result.gate)
    if (known === undefined || (known.passed && !result.passed)) worst.set(result.gate, result)
  }
  const others = [...worst.values()].filter(({ gate }) => gate !== 'backed' && gate !== 'clean')
  return [...checked, ...others]
}

/** Whether agents saw it themselves: then documentation need not say it. */
export function isObserved({ gates }: { readonly gates: readonly GateResult[] }): boolean {
  return gates.some(({ gate }) => gate === 'observed')
}

/** What is said where not every quotation stands in its section, or there is none. */
export function unbacked(title: string, at: { backed: number; quotes: number }): CairnError {
  return new CairnError(
    'BAD_INPUT',
    `Insight '${title}' rests on ${at.quotes} quotations, of which ${at.backed} stand in the documentation named; expected all, and at least one. Quote the section's words exactly.`,
    { details: { field: 'backedBy', value: at.backed, expected: Math.max(1, at.quotes) } }
  )
}
