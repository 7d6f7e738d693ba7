import { createHash, randomBytes } from 'node:crypto'

/** What opens: a key of a principal, the session of a browser, a link for one use. */
export type SecretKind = 'key' | 'session' | 'link'

const prefixes = { key: 'cairn_', session: 'cairns_', link: 'cairnl_' } as const

/** 256 random bits as text that can be told apart in a log or a leaked file. */
export function newSecret(kind: SecretKind): string {
  return `${prefixes[kind]}${randomBytes(32).toString('base64url')}`
}

/** What is kept of a secret. It is random and long, so a plain SHA-256 gives nothing of it away. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function newKeyId(): string {
  return `key:${randomBytes(6).toString('hex')}`
}

const form = /^cairn[sl]?_[\w-]{20,100}$/

/** Whether a text can be a secret of ours at all; nothing else is looked up. */
export function isSecret(text: string): boolean {
  return form.test(text)
}
