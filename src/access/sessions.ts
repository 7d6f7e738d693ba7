import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { forgetKeys, revokeKey, useLink, writeKey } from '../graph/queries.js'
import { hashOf, isSecret, newKeyId, newSecret, type SecretKind } from './secrets.js'

/** How long a browser stays logged in, and a link waits to be opened, in milliseconds. */
const lastsMs = { session: 12 * 3_600_000, link: 10 * 60_000 } as const

/** Whose session it is, and by which key it was opened: with that it ends. */
export interface Opener {
  readonly principal: string
  readonly root: string | null
}

async function make(
  db: Database,
  of: { kind: Exclude<SecretKind, 'key'>; opener: Opener; now: number }
): Promise<{ secret: string; expiresAt: number }> {
  const { kind, opener, now } = of
  const secret = newSecret(kind)
  const expiresAt = now + lastsMs[kind]
  const { principal, root } = opener
  const written = { principal, root, id: newKeyId(), hash: hashOf(secret), kind, now, expiresAt }
  const [row] = await db.run(writeKey, written)
  if (row === undefined)
    throw new CairnError('UNAUTHENTICATED', 'The key or session that asked was revoked meanwhile.')
  return { secret, expiresAt: row.expiresAt ?? expiresAt }
}

/** A session for a browser of this principal; old ones are cleared away meanwhile. */
export async function startSession(
  db: Database,
  opener: Opener,
  now: number
): Promise<{ secret: string; expiresAt: number }> {
  await db.run(forgetKeys, { now })
  return make(db, { kind: 'session', opener, now })
}

/** A code that logs one browser in, once, within ten minutes. */
export async function makeLink(
  db: Database,
  opener: Opener,
  now: number
): Promise<{ secret: string; expiresAt: number }> {
  return make(db, { kind: 'link', opener, now })
}

/** Uses up a link and starts the session that it is for; null where it opens nothing any more. */
export async function openLink(
  db: Database,
  code: string,
  now: number
): Promise<{ secret: string; expiresAt: number } | null> {
  if (!isSecret(code)) return null
  const [row] = await db.run(useLink, { hash: hashOf(code), now })
  return row === undefined ? null : startSession(db, row, now)
}

/** Ends the session or key of this id. */
export async function endSession(db: Database, id: string, now: number): Promise<void> {
  await db.run(revokeKey, { id, now })
}
