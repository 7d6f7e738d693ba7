/**
 * Reads a text and an eighth of it, and expects the whole to take about eight times as long, three times that at most:
 * measured on the processor and as a ratio, because machines are shared and differ.
 */
export function expectLinear(read: (text: string) => unknown, whole: string): void {
  const eighth = whole.slice(0, whole.length / 8)
  // What is compiled at the first reading is not measured.
  read(eighth)
  const least = Math.max(spent(read, eighth), noise)
  expect(spent(read, whole)).toBeLessThan(3 * 8 * least)
}

/** Below so many milliseconds a measurement says little. */
const noise = 10

function spent(read: (text: string) => unknown, text: string): number {
  const started = process.cpuUsage()
  read(text)
  return process.cpuUsage(started).user / 1_000
}
