import { CairnError } from '../errors.js'

/** How long a call may take, in milliseconds. */
export const longestCall = 30_000

/** The result of some work, or a failure once it has taken too long: whoever asks does not wait for ever. */
export async function withinTime<T>(work: Promise<T>, ms = longestCall): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new CairnError(
          'GRAPH_UNAVAILABLE',
          `Cairn did not answer within ${ms / 1000} s: it is busy, or the question is too large.`
        )
      )
    }, ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
