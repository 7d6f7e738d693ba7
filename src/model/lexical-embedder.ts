import { inTurns } from '../in-turns.js'
import { throwIfCancelled } from './cancelled.js'
import type { Embedder } from './embedder.js'
import { lexicalFeatures } from './lexical-features.js'
import { unitVector } from './unit-vector.js'

/** As many as the default local model has, so that a vector index fits both. */
const defaultDimensions = 384

/**
 * Finds by words, parts of identifiers and spelling, not by meaning; needs no model, network or
 * key, and gives the same vectors on every platform.
 */
export function createLexicalEmbedder(options: { dimensions?: number } = {}): Embedder {
  const dimensions = options.dimensions ?? defaultDimensions
  return {
    id: `lexical:${dimensions}`,
    dimensions,
    embed: async (texts, { signal } = {}) => {
      throwIfCancelled(signal)
      const vectors = await inTurns(texts, (text) => {
        throwIfCancelled(signal)
        return hashedVector(text, dimensions)
      })
      throwIfCancelled(signal)
      return vectors
    },
    close: () => Promise.resolve()
  }
}

/** Signed feature hashing: collisions cancel out on average instead of adding up. */
function hashedVector(text: string, dimensions: number): Float32Array {
  const sums = new Float64Array(dimensions)
  for (const [feature, weight] of lexicalFeatures(text)) {
    const hash = hashOf(feature)
    const place = hash % dimensions
    const sign = mixed(hash ^ 0x9e3779b9) & 1 ? 1 : -1
    sums[place] = (sums[place] ?? 0) + sign * weight
  }
  const vector = unitVector(sums)
  if (vector === null) throw new Error('Feature weights are finite')
  return vector
}

/** FNV-1a over UTF-16 units, then murmur's finaliser: FNV alone is uneven in its low bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return mixed(hash)
}

function mixed(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
