import { CairnError } from '../../errors.js'
import { badSource } from '../readers/bad-source.js'

/** How long a registry is waited for, in milliseconds: its largest archives take minutes on slow lines. */
const patienceMs = 300_000

interface Fetching {
  /** Bytes above which it is given up. */
  readonly most: number
  /** Who is asked, at the beginning of a sentence. */
  readonly what: string
  readonly signal?: AbortSignal | undefined
}

/**
 * What stands at an address, no more than a bound; null where nothing does.
 * @throws CairnError BAD_SOURCE where nobody answers, TOO_LARGE, CANCELLED
 */
export async function fetchBounded(url: string, fetching: Fetching): Promise<Buffer | null> {
  const { what, signal } = fetching
  requireWebAddress(url, what)
  const signals = [AbortSignal.timeout(patienceMs), ...(signal === undefined ? [] : [signal])]
  try {
    const response = await fetch(url, { signal: AbortSignal.any(signals) })
    if (response.status === 404 || response.status === 405) return null
    if (!response.ok)
      throw badSource(what, `answers with status ${String(response.status)}`, 'Try again later')
    return await bodyOf(response, fetching)
  } catch (error) {
    if (error instanceof CairnError) throw error
    if (signal?.aborted === true) throw new CairnError('CANCELLED', 'Fetching was cancelled.')
    throw badSource(
      what,
      `does not answer (${reasonOf(error)})`,
      'Upload the package, or name its folder'
    )
  }
}

function requireWebAddress(url: string, what: string): void {
  if (URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)) return
  throw badSource(
    what,
    `names ${url.slice(0, 100)}, which is no web address`,
    'Name another version'
  )
}

async function bodyOf(response: Response, { most, what }: Fetching): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > most)
      throw new CairnError(
        'TOO_LARGE',
        `${what} sends more than ${String(most)} bytes, the most that is fetched; name its folder instead.`,
        { details: { limit: most } }
      )
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The code of what lies beneath: fetch itself only says that it failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error as {
    readonly cause?: { readonly code?: string; readonly message?: string }
  }
  return cause?.code ?? cause?.message ?? error.name
}
