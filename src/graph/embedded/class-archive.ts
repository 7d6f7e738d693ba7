import { createHash } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface ClassArchiveOf {
  readonly cache: string
  /** What it was made by and of: `neo4j-2026.08.1-java-25.0.3`. */
  readonly versions: string
  readonly classPath: readonly string[]
}

/**
 * Where the class-data archive of these jars is, or will be after the first stop. Java passes over an
 * archive whose jars have another time or place than when it was made, and never makes it anew: a cache
 * that was copied or restored would start slowly for good. So the name holds both, and archives of
 * the same versions that this cache has no more use for are removed.
 */
export async function classArchive({
  cache,
  versions,
  classPath
}: ClassArchiveOf): Promise<string> {
  const name = `${versions}-${await fingerprint(classPath)}.jsa`
  const ours = (file: string) => file === `${versions}.jsa` || file.startsWith(`${versions}-`)
  const stale = (await readdir(cache)).filter(
    (file) => ours(file) && file.endsWith('.jsa') && file !== name
  )
  // Where a server still has one open, some systems refuse, and the next start tries again.
  await Promise.all(stale.map((file) => rm(join(cache, file)).catch(() => undefined)))
  return join(cache, name)
}

async function fingerprint(classPath: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const jars = await Promise.all(classPath.map(async (jar) => [jar, await stat(jar)] as const))
  for (const [jar, { size, mtime }] of jars)
    hash.update(`${jar}\n${String(size)}\n${String(Math.floor(mtime.getTime() / 1000))}\n`)
  return hash.digest('hex').slice(0, 12)
}
