/** A request holds at most 4 MB. */
export const mostBytes = 3_500_000

/** Lengths to which long texts of a step are cut, one after the other, until the trace fits. */
const lengths = [20_000, 5_000, 1_000, 200]

interface Sized {
  readonly steps?: readonly object[]
  readonly cut?: { readonly texts?: number }
}

/** A trace that fits into one request: of one that is too long the long texts of its steps are cut, and that is said. */
export function sendable(trace: unknown): unknown {
  if (bytesOf(trace) <= mostBytes || !hasSteps(trace)) return trace
  let shorter: unknown = trace
  for (const length of lengths) {
    shorter = cutTo(trace, length)
    if (bytesOf(shorter) <= mostBytes) break
  }
  return shorter
}

export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function hasSteps(trace: unknown): trace is Sized {
  return typeof trace === 'object' && trace !== null && Array.isArray((trace as Sized).steps)
}

function cutTo(trace: Sized, length: number): Sized {
  let texts = 0
  const cut = (value: unknown): unknown => {
    if (typeof value === 'string') {
      if (value.length <= length) return value
      texts += 1
      const half = Math.floor(length / 2)
      return `${value.slice(0, half)}\n[…]\n${value.slice(-half)}`
    }
    if (Array.isArray(value)) return value.map(cut)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, cut(field)]))
  }
  const steps = (trace.steps ?? []).map((step) => cut(step) as object)
  return { ...trace, steps, cut: { ...trace.cut, texts: (trace.cut?.texts ?? 0) + texts } }
}
