import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cairn, Embedder } from '../../src/cairn.js'
import type { RankingWeights } from '../../src/retrieve/ranking-weights.js'
import { evalConfig, openCairn } from '../support/open-cairn.js'

/** Works on a copy of a graph whose Neo4j is stopped, and throws the copy away. */
export async function onCopy<T>(
  home: string,
  using: { readonly embedder: () => Promise<Embedder>; readonly weights?: RankingWeights },
  work: (cairn: Cairn) => Promise<T>
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-learning-'))
  try {
    cpSync(home, folder, { recursive: true })
    const made = await using.embedder()
    const cairn = await openCairn(evalConfig(folder), made, using.weights)
    try {
      return await work(cairn)
    } finally {
      await cairn.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}
