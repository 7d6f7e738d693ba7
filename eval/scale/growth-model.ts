/** How a figure grows: `at * (nodes / from) ^ power`. */
export interface Growth {
  readonly power: number
  predict(nodes: number): number
}

/** The power law that fits best in logarithms (least squares); of fewer than two sizes none. */
export function fitGrowth(
  points: readonly { readonly nodes: number; readonly value: number }[]
): Growth | null {
  const logs = points
    .filter(({ nodes, value }) => nodes > 0 && value > 0)
    .map(({ nodes, value }) => ({ x: Math.log(nodes), y: Math.log(value) }))
  if (logs.length < 2) return null
  const mean = (of: (point: { x: number; y: number }) => number) =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)]
  const spread = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0)
  if (spread === 0) return null
  const power = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / spread
  return { power, predict: (nodes) => Math.exp(y + power * (Math.log(nodes) - x)) }
}
