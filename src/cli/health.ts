export interface Health {
  /** up, down, or starting. */
  readonly graph: string
  /** Process of the server; null while it starts. */
  readonly pid: number | null
}

/** A server that computes may need this long to answer, in milliseconds. */
const patienceMs = 3_000

/** How a Cairn at this address stands: absent where none listens, slow where one listens but says nothing yet. */
export async function askHealth(url: string): Promise<Health | 'absent' | 'slow'> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(patienceMs) })
    const { graph, pid } = (await response.json()) as { graph?: unknown; pid?: unknown }
    if (typeof graph !== 'string') return 'absent'
    return { graph, pid: typeof pid === 'number' ? pid : null }
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError' ? 'slow' : 'absent'
  }
}
