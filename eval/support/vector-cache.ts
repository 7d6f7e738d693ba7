import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Embedder } from '../../src/cairn.js'

const keyBytes = 16

/**
 * Wraps an embedder so that every vector is kept in a file by the hash of its text: a second run
 * of a measurement pays for no embedding. The file belongs to one embedder.
 * @param held whether known vectors are read into memory and used; otherwise they are only written
 */
export function cachedEmbedder(
  inner: Embedder,
  file: string,
  held: boolean
): Embedder & { readonly misses: () => number } {
  const known =
    held && existsSync(file) ? readVectors(file, inner.dimensions) : new Map<string, Float32Array>()
  const out = openSync(file, 'a')
  let misses = 0
  return {
    id: inner.id,
    dimensions: inner.dimensions,
    misses: () => misses,
    embed: async (texts, options) => {
      const role = options?.as === 'question' ? 'question\n' : ''
      const keys = texts.map((text) => keyOf(role + text))
      const missing = [...new Set(keys.flatMap((key, i) => (known.has(key) ? [] : [i])))]
      misses += missing.length
      const fresh =
        missing.length === 0
          ? []
          : await inner.embed(
              missing.map((i) => texts[i] ?? ''),
              options
            )
      const made = new Map<string, Float32Array>()
      fresh.forEach((vector, at) => {
        const key = keys[missing[at] ?? -1] ?? ''
        made.set(key, vector)
        writeSync(
          out,
          Buffer.concat([
            Buffer.from(key, 'hex'),
            Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
          ])
        )
      })
      return keys.map(
        (key) => known.get(key) ?? made.get(key) ?? new Float32Array(inner.dimensions)
      )
    },
    close: async () => {
      closeSync(out)
      await inner.close()
    }
  }
}

function keyOf(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, keyBytes * 2)
}

function readVectors(file: string, dimensions: number): Map<string, Float32Array> {
  const bytes = readFileSync(file)
  const size = keyBytes + dimensions * 4
  const known = new Map<string, Float32Array>()
  for (let at = 0; at + size <= bytes.length; at += size) {
    const body = bytes.subarray(at + keyBytes, at + size)
    known.set(
      bytes.toString('hex', at, at + keyBytes),
      new Float32Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length))
    )
  }
  return known
}
