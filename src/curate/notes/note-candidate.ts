import { compareClaims, readClaim, tellsOf } from '../../domain/claims/compare-claims.js'
import type { GapClass } from '../../domain/insight.js'
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
  /** Who says that it is wrong or out of date. */
  readonly disputes: number
  /** What came of answers that showed it: how often it helped and misled, as it counts now. */
  readonly helped: number
  readonly misled: number
  readonly about: readonly string[]
  readonly opposes: readonly { readonly text: string; readonly witnesses: number }[]
}

/** What documentation says of the same thing. */
export interface DocSaid {
  readonly stand: 'silent' | 'agrees' | 'says otherwise'
  readonly doc: string | null
  readonly quote: string | null
}

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

export function sessions(n: number): string {
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
      const passage = readClaim({ happens: quote, about: behaviour.about })
      const relation = compareClaims(passage, claim, 0)
      if (relation === 'same' && tellsOf(passage, claim)) return { stand: 'agrees', doc: id, quote }
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

const claimVerb =
  /\b\w+(?:s|ed|n't)\b|\b(?:is|are|must|can|cannot|not|only|never|always|without)\b/i

/** A claim says something beside the names of what it is about, and is more than an error's own words. */
export function isClear({ happens, source, about }: Behaviour): boolean {
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
