import type { OrderRule } from './order-rules.js'
import { spacedLanguages, unspacedLanguages, type Language } from './order-words.js'

/** What stands around and between the words of an order. */
interface Between {
  readonly before: string
  readonly after: string
  readonly gap: string
  readonly some: string
}

const spaced: Between = {
  before: '(?<![\\p{L}\\p{N}])',
  after: '(?![\\p{L}\\p{N}])',
  gap: '[^.!?\\n]{1,80}?',
  some: '[^.!?\\n]{0,80}?'
}

const unspaced: Between = {
  before: '',
  after: '',
  gap: '[^。！？!?\\n]{0,30}?',
  some: '[^。！？!?\\n]{0,30}?'
}

function rulesOf(language: Language, { before, after, gap, some }: Between): OrderRule[] {
  const word = (words: string) => `${before}(?:${words})${after}`
  const { ignore, earlier, orders, role, secrecy, agents, must, note } = language
  const { send, secrets, urgent, reveal, prompt, remember, sessions } = language
  const target =
    '(?:https?://|[\\w.-]{1,60}@[\\w-]|[\\w-]{2,40}\\.(?:com|net|org|io|dev|example|invalid|test)(?![\\w]))'
  const pipe = '(?:(?:curl|wget)[^\\n|]{1,160}\\|\\s{0,3}(?:sudo\\s)?(?:ba|z|da)?sh|bash <\\(curl)'
  const rule = (kind: string, pattern: string): OrderRule => ({
    kind,
    pattern: new RegExp(pattern, 'giu')
  })
  return [
    rule('ignore-instructions', `${word(ignore)}(?=${some}${word(earlier)})${gap}${word(orders)}`),
    rule('ignore-instructions', `${word(earlier)}${gap}${word(orders)}${gap}${word(ignore)}`),
    rule('new-role', `${before}(?:${role})`),
    rule('secrecy', `${before}(?:${secrecy})`),
    rule('to-the-model', `${word(agents)}${some}${word(must)}`),
    rule('to-the-model', `${word(note)}[^.\\n]{0,12}?${word(agents)}\\s{0,2}[:：,，、]`),
    rule('exfiltrate', `${word(send)}(?=${some}${word(secrets)})[^\\n]{0,160}?${target}`),
    rule('exfiltrate', `${word(secrets)}[^\\n]{0,80}?${target}[^\\n]{0,60}?${word(send)}`),
    rule('exfiltrate', `${word(secrets)}[^\\n]{0,40}?${word(send)}[^\\n]{0,60}?${target}`),
    rule('dangerous-command', `${word(urgent)}[^\\n]{0,80}?${pipe}`),
    rule('dangerous-command', `${pipe}[^\\n]{0,80}?${word(urgent)}`),
    rule('reveal-prompt', `${word(reveal)}${gap}${word(prompt)}`),
    rule('reveal-prompt', `${word(prompt)}${some}${word(reveal)}`),
    rule('for-all-sessions', `${word(remember)}${some}${word(sessions)}`),
    rule('for-all-sessions', `${word(sessions)}${some}${word(remember)}`)
  ]
}

const groups = [
  ...spacedLanguages.map((language) => groupOf(language, spaced)),
  ...unspacedLanguages.map((language) => groupOf(language, unspaced))
]

function groupOf(language: Language, between: Between): { cue: RegExp; rules: OrderRule[] } {
  const { before, after } = between
  return {
    cue: new RegExp(
      `${before}(?:${[language.cue, language.ignore, language.agents, language.reveal, language.send].join('|')})${after}`,
      'iu'
    ),
    rules: rulesOf(language, between)
  }
}

/** The rules of the languages that a text holds words of, English apart; it is read in its folded form. */
export function rulesInLanguages(text: string): OrderRule[] {
  return groups.flatMap(({ cue, rules }) => (cue.test(text) ? rules : []))
}
