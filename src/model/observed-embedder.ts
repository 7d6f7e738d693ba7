import { unobserved, type Observer } from '../domain/observer.js'
import type { Embedder } from './embedder.js'

/** The embedder, each of whose calls is told to the observer. */
export function observedEmbedder(embedder: Embedder, observer: Observer): Embedder {
  if (observer === unobserved) return embedder
  const embed: Embedder['embed'] = (...asked) =>
    observer.watch({ kind: 'embed', name: 'embed' }, () => embedder.embed(...asked))
  return { ...embedder, embed }
}
