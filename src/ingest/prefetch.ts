/**
 * Pulls up to `ahead` items before they are asked for, so that producing and consuming overlap.
 * Errors arrive in their turn; leaving the loop early ends the source.
 */
export async function* prefetch<T>(source: AsyncIterable<T>, ahead: number): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const queue: Promise<IteratorResult<T>>[] = []
  const pull = () => {
    const next = iterator.next()
    next.catch(() => undefined)
    queue.push(next)
  }
  try {
    for (let i = 0; i < ahead; i += 1) pull()
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const result = await next
      if (result.done === true) return
      pull()
      yield result.value
    }
  } finally {
    await iterator.return?.()
  }
}
