import { colourOf, frame, height, label, margin, round, width, yOf } from './frame.js'

export interface Curve {
  readonly name: string
  /** y is a share from 0 to 1. */
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** Lines over a common x axis. */
export function curveChart(input: {
  readonly title: string
  readonly xTitle: string
  readonly yTitle: string
  readonly curves: readonly Curve[]
}): string {
  const { title, xTitle, yTitle, curves } = input
  const xs = [...new Set(curves.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (a, b) => a - b
  )
  const [least = 0] = xs
  const most = xs.at(-1) ?? 1
  const xOf = (x: number) =>
    margin.left +
    ((x - least) / Math.max(1e-9, most - least)) * (width - margin.left - margin.right)
  const lines = curves.map(({ points }, at) => {
    const shown = points.filter(({ y }) => !Number.isNaN(y))
    const path = shown.map(({ x, y }) => `${round(xOf(x))},${round(yOf(y))}`).join(' ')
    const dots = shown.map(
      ({ x, y }) =>
        `<circle cx="${round(xOf(x))}" cy="${round(yOf(y))}" r="3" fill="${colourOf(at)}"/>`
    )
    return `<polyline points="${path}" fill="none" stroke="${colourOf(at)}" stroke-width="2"/>${dots.join('')}`
  })
  const every = Math.max(1, Math.ceil(xs.length / 10))
  const ticks = xs
    .filter((_, at) => at % every === 0)
    .map((x) => label({ x: xOf(x), y: height - margin.bottom + 16 }, String(x)))
  const below = label({ x: width / 2, y: height - margin.bottom + 34 }, xTitle)
  return frame([...lines, ...ticks, below], {
    title,
    yTitle,
    series: curves.map(({ name }) => name)
  })
}
