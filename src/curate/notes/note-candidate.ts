import { compareClaims, readClaim } from '../../domain/claims/compare-claims.js'
import type { GapClass, GateResult } from '../../domain/insight.js'
import { instructsReader } from '../../domain/instructing.js'
import { redact } from '../../domain/redact.js'
import { errorSignatures } from '../../domain/error-signature.js'

/** One behaviour, as the notes that tell of it stand. */
export interface Behaviour {
  readonly id: string
  readonly text: string
  readonly happens: string
  readonly when: string | null
  readonly instead: string | null
  readonly shownBy: string | null
  readonly noteKind: string | null
  readonly source: string
  readonly trust: string
  readonly witnesses: number
  readonly principals: number
  readonly weight: number
  readonly about: readonly string[]
  readonly opposes: readonly { readonly text: string; readonly witnesses: number }[]
}

/** What documentation says of the same thing. */
export interface DocSaid {
  readonly stand: 'silent' | 'agrees' | 'says otherwise'
  readonly doc: string | null
  readonly quote: string | null
}

/** Said of what a single session saw, so that a person looks at it before approving. */
export const singleWitnessFlag = 'single-witness'

const longestTitle = 240

/** The words of a candidate: its claim as a title, when it holds, what to do, and what others say against it. */
export function candidateWords(behaviour: Behaviour): {
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
} {
  const { text, about, when, instead, happens, opposes } = behaviour
  const title = text.replace(/ Instead: [^]*$/, '').replace(/\.$/, '')
  const names = about.map((name) => `\`${name}\``).join(' and ')
  const against = opposes.map((one) => `Others say: ${one.text} (${sessions(one.witnesses)})`)
  return {
    title: title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title,
    applies: [names, when ?? ''].filter((part) => part !== '').join(', '),
    advice:
      instead === null ? sentence(happens) : `${sentence(happens)} Instead: ${ended(instead)}`,
    avoid: against.join('\n')
  }
}

function ended(text: string): string {
  const said = text.trim()
  return /[.!?]$/.test(said) ? said : `${said}.`
}

function sentence(text: string): string {
  const said = text.trim()
  const first = /^[a-z]+ /.test(said) ? `${said.slice(0, 1).toUpperCase()}${said.slice(1)}` : said
  return ended(first)
}

function sessions(n: number): string {
  return `${String(n)} ${n === 1 ? 'task session' : 'task sessions'}`
}

/** What sections of documentation say of a behaviour: the first sentence that claims the same or the opposite. */
export function documentationOf(
  behaviour: Behaviour,
  docs: readonly { readonly id: string; readonly text: string }[]
): DocSaid {
  const claim = readClaim({
    happens: behaviour.happens,
    when: behaviour.when,
    about: behaviour.about
  })
  let against: DocSaid | undefined
  for (const { id, text } of docs) {
    for (const quote of passages(text)) {
      const relation = compareClaims(
        readClaim({ happens: quote, about: behaviour.about }),
        claim,
        0
      )
      if (relation === 'same') return { stand: 'agrees', doc: id, quote }
      if (relation === 'opposite') against ??= { stand: 'says otherwise', doc: id, quote }
    }
  }
  return against ?? { stand: 'silent', doc: null, quote: null }
}

/** Verbatim sentences, outside of code. */
function passages(text: string): string[] {
  return text
    .slice(0, 8_000)
    .replace(/```[^]*?(?:```|$)/g, '\n')
    .split(/\n|(?<=[.!?])\s+(?=[\p{Lu}`])/u)
    .map((one) => one.trim())
    .filter((one) => one.length >= 20 && one.length <= 280)
}

const docWords: Readonly<Record<DocSaid['stand'], string>> = {
  silent: 'Not in the documentation that is here.',
  agrees: 'The documentation says the same.',
  'says otherwise': 'The documentation says otherwise'
}

/** Every gate of a candidate that is one behaviour, each with its reason. */
export function noteGates(
  behaviour: Behaviour,
  around: {
    readonly said: DocSaid
    /** Principals that the space knows; with one at most, a single witness is enough and flagged. */
    readonly known: number
    /** Title of an insight in force that says the same. */
    readonly duplicate: string | null
  }
): GateResult[] {
  const { said, known, duplicate } = around
  const documented: GateResult[] =
    said.stand === 'agrees' ? [{ gate: 'backed', passed: true, reason: docWords.agrees }] : []
  return [
    ...documented,
    observed(behaviour, said, known),
    clear(behaviour),
    clean(behaviour),
    {
      gate: 'not-duplicate',
      passed: duplicate === null,
      reason:
        duplicate === null
          ? 'No insight in force says the same.'
          : `'${duplicate}' is in force and says the same.`
    },
    notContradiction(behaviour, said)
  ]
}

function quoteOf({ stand, quote }: DocSaid): string {
  return stand === 'says otherwise' ? `: "${quote ?? ''}"` : ''
}

function observed(behaviour: Behaviour, said: DocSaid, known: number): GateResult {
  const { witnesses, principals, trust } = behaviour
  const by = principals === 1 ? 'one principal' : `${String(principals)} principals`
  return {
    gate: 'observed',
    passed: isObserved(behaviour, known),
    reason: `Seen in ${sessions(witnesses)} by ${by} (${trust}). ${docWords[said.stand]}${quoteOf(said)}`
  }
}

function clear(behaviour: Behaviour): GateResult {
  const passed = isClear(behaviour)
  const reason = passed
    ? 'It is one claim about one thing.'
    : 'It lists names, tells a change of code or repeats an error.'
  return { gate: 'clear', passed, reason }
}

function clean(behaviour: Behaviour): GateResult {
  const { title, advice } = candidateWords(behaviour)
  const text = [title, advice, behaviour.shownBy ?? ''].join('\n')
  const passed = !instructsReader(text).found && redact(text).redactions.length === 0
  const reason = passed
    ? 'No injected instruction, no secret.'
    : 'Its words try to instruct the reader, or hold a secret.'
  return { gate: 'clean', passed, reason }
}

function notContradiction({ opposes, witnesses }: Behaviour, said: DocSaid): GateResult {
  const against = opposes.reduce((sum, one) => sum + one.witnesses, 0)
  const isDocumented = said.stand === 'says otherwise'
  const counted = `${sessions(witnesses)} say this, ${sessions(against)} the opposite.`
  const documented = isDocumented
    ? `${docWords['says otherwise']}${quoteOf(said)}`
    : 'Nothing says the opposite.'
  return {
    gate: 'not-contradiction',
    passed: against === 0 && !isDocumented,
    reason: against > 0 ? counted : documented
  }
}

/** Two principals, or one and a run that was observed; on a machine for one person a single session. */
function isObserved({ principals, trust }: Behaviour, known: number): boolean {
  return principals >= 2 || trust === 'confirmed' || trust === 'observed' || known <= 1
}

const claimVerb =
  /\b\w+(?:s|ed|n't)\b|\b(?:is|are|must|can|cannot|not|only|never|always|without)\b/i

/** A claim says something beside the names of what it is about, and is more than an error's own words. */
function isClear({ happens, source, about }: Behaviour): boolean {
  if (source === 'difference') return false
  const bare = about.reduce(
    (rest, name) => rest.replaceAll(name, ' '),
    happens.replace(/`[^`]*`/g, ' ')
  )
  const words = bare.match(/[\p{L}]{2,}/gu) ?? []
  if (words.length < 3 || !claimVerb.test(bare)) return false
  const [error] = errorSignatures(happens)
  return error === undefined || happens.replace(error.example, '').trim().length >= 15
}

/** What sort of gap an insight closes, by the kind of its note. */
export function gapOfNote(kind: string | null): GapClass {
  if (kind === 'works-instead' || kind === 'performance') return 'idiomatic-pattern'
  return kind === 'environment' ? 'integration-limit' : 'api-confusion'
}
