import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { principalByHash, writeKeyOnce, writePrincipal } from '../graph/queries.js'
import { hashOf, isSecret, newKeyId, newSecret } from './secrets.js'

const localAdmin = 'principal:local'

export interface LocalKey {
  readonly key: string
  /** Resolves when it opens something; a fresh server takes a moment to plan that. */
  readonly kept: Promise<void>
}

export function localKeyFile(home: string): string {
  return join(home, 'admin.key')
}

/**
 * Makes sure that who has this machine's home folder, and by that the database's password, may do
 * everything: a key of the principal `local` in a file that only its owner reads. A key that was
 * revoked stays so. For where no file can be kept the key may be given.
 * @returns the key at once, and when the graph knows it
 * @throws CairnError NOT_CONFIGURED where the file holds something else or cannot be written
 */
export function ensureLocalKey(
  db: Database,
  { home, adminKey }: { readonly home: string; readonly adminKey: string | null },
  now: number
): LocalKey {
  const found = adminKey === null ? readLocalKey(home) : checkAdminKey(adminKey)
  const key = found ?? writeLocalKey(home)
  return { key, kept: keep(db, hashOf(key), now) }
}

/** Looked up first: after the first start it is there, and the first question need not wait for a write. */
async function keep(db: Database, hash: string, now: number): Promise<void> {
  const [known] = await db.run(principalByHash, { hash, now })
  if (known !== undefined) return
  await db.write(async (tx) => {
    const local = { id: localAdmin, name: 'local', role: 'admin', home: 'public', now }
    await tx.run(writePrincipal, local)
    await tx.run(writeKeyOnce, { principal: localAdmin, id: newKeyId(), hash, now })
  })
}

function checkAdminKey(key: string): string {
  if (/^cairn_[\w-]{43,}$/.test(key)) return key
  throw new CairnError(
    'NOT_CONFIGURED',
    'CAIRN_ADMIN_KEY is no key; expected cairn_ and at least 43 random letters and digits.',
    {
      details: {
        field: 'CAIRN_ADMIN_KEY',
        value: null,
        expected: 'cairn_ and 43 random characters'
      }
    }
  )
}

/** The local key, null where there is none. @throws CairnError NOT_CONFIGURED where the file holds something else */
export function readLocalKey(home: string): string | null {
  const file = localKeyFile(home)
  try {
    const text = readFileSync(file, 'utf8').trim()
    if (isSecret(text)) return text
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CairnError(
      'NOT_CONFIGURED',
      `${file} cannot be read; expected the local admin key.`,
      {
        cause: error,
        details: { field: 'CAIRN_HOME', value: home }
      }
    )
  }
  throw new CairnError(
    'NOT_CONFIGURED',
    `${file} holds no key of Cairn. Remove it; the next start makes another.`,
    { details: { field: 'CAIRN_HOME', value: home } }
  )
}

/**
 * Replaces the local admin key, where it was lost or revoked: with the next start of the server the new one
 * is in force. The file is all that is written, so whoever may do this has the home folder anyway.
 * @returns the new key
 * @throws CairnError NOT_CONFIGURED where the file cannot be written
 */
export function replaceLocalKey(home: string): string {
  const file = localKeyFile(home)
  const draft = `${file}.new`
  const key = newSecret('key')
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    writeFileSync(draft, `${key}\n`, { mode: 0o600 })
    chmodSync(draft, 0o600)
    renameSync(draft, file)
    return key
  } catch (error) {
    throw new CairnError('NOT_CONFIGURED', `${file} cannot be written.`, {
      cause: error,
      details: { field: 'CAIRN_HOME', value: home }
    })
  }
}

/** Whoever writes first wins: two processes of one home have one key. */
function writeLocalKey(home: string): string {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const file = localKeyFile(home)
  const key = newSecret('key')
  try {
    writeFileSync(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
    chmodSync(file, 0o600)
    return key
  } catch (error) {
    const other = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readLocalKey(home) : null
    if (other !== null) return other
    throw new CairnError('NOT_CONFIGURED', `${file} cannot be written.`, {
      cause: error,
      details: { field: 'CAIRN_HOME', value: home }
    })
  }
}
