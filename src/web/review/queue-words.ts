import type { QueuedInsight } from './review-types.js'

const flags: Readonly<Record<string, string>> = {
  contradiction: 'disputed',
  'measured-harm': 'hurts',
  'self-judged': 'own word only',
  'single-witness': 'one witness',
  'api-changed': 'API changed',
  'sources-deleted': 'sources deleted',
  reported: 'reported wrong',
  tainted: 'may instruct',
  observed: 'too few saw it',
  supported: 'too few attempts',
  generalises: 'one problem only',
  effective: 'did not help',
  'not-duplicate': 'in force already',
  'not-anti-pattern': 'advised against',
  'not-contradiction': 'disputed'
}

/** What was noticed about an insight, or where a gate failed, in a word or two. */
export function flagWords(flag: string): string {
  return flags[flag] ?? flag.replaceAll('-', ' ')
}

/** What documentation says of a claim: the same, otherwise, or nothing. */
export function docsSay({ quote, gates }: Pick<QueuedInsight, 'quote' | 'gates'>): {
  readonly stand: 'agree' | 'oppose' | 'silent'
  readonly short: string
} {
  if (quote !== null) return { stand: 'agree', short: 'documented' }
  if (gates.some(({ reason }) => reason.includes('documentation says otherwise')))
    return { stand: 'oppose', short: 'docs say otherwise' }
  return { stand: 'silent', short: 'not in the docs' }
}
