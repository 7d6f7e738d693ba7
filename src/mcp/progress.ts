/** Told how far work has come, in seconds. */
export type Tell = (seconds: number) => void

/** Milliseconds between two words on how far a call has come; shorter calls say nothing. */
const every = 1_000

/** Waits for some work, and says each second that it goes on: a host that hears of it does not give up. */
export async function withProgress<T>(
  work: Promise<T>,
  tell: Tell | undefined,
  everyMs = every
): Promise<T> {
  if (tell === undefined) return work
  const started = performance.now()
  const timer = setInterval(() => {
    tell(Math.round(performance.now() - started) / 1_000)
  }, everyMs)
  try {
    return await work
  } finally {
    clearInterval(timer)
  }
}
