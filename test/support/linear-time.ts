/**
 * Reads a text and an eighth of it, and expects the whole to take about eight times as long, three times that at most:
 * measured on the processor and as a ratio, because machines are shared and differ. Each is the least of three readings:
 * collecting other suites' garbage, and compiling, are counted with whatever is read meanwhile. A reading that takes time
 * as the square of the length takes sixty-four times as long in each of the three.
 */
export function expectLinear(read: (text: string) => unknown, whole: string): void {
  const eighth = whole.slice(0, whole.length / 8)
  const least = Math.max(leastSpent(read, eighth), noise)
  expect(leastSpent(read, whole)).toBeLessThan(3 * 8 * least)
}

/** Below so many milliseconds a measurement says little. */
const noise = 10

function leastSpent(read: (text: string) => unknown, text: string): number {
  return Math.min(...[1, 2, 3].map(() => spent(read, text)))
}

function spent(read: (text: string) => unknown, text: string): number {
  const started = process.cpuUsage()
  read(text)
  return process.cpuUsage(started).user / 1_000
}
