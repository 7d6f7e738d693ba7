import { contentHash } from './content-hash.js'

const hashed = /^project:[0-9a-f]{16}$/

/**
 * A project by a hash of its Git remote, else of its root: the same remote over SSH and HTTPS is one. What is
 * hashed already stays.
 */
export function projectHash(remoteOrRoot: string): string {
  const given = remoteOrRoot.trim()
  if (hashed.test(given)) return given
  const bare = given
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^@/\s]+@/, '')
    .replace(/:(?!\d+\/)/, '/')
    .replace(/(?:\.git)?\/*$/, '')
  return `project:${contentHash(bare.toLowerCase())}`
}
