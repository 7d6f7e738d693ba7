import { colourOf, frame, label, margin, round, width, yOf, height } from './frame.js'

export interface BarSeries {
  readonly name: string
  /** One share from 0 to 1 a group. */
  readonly shares: readonly number[]
  /** Intervals of the same, where there are any. */
  readonly intervals?: readonly (readonly [low: number, high: number])[]
}

/** Bars side by side in groups, with whiskers where intervals are known. */
export function barChart(input: {
  readonly title: string
  readonly groups: readonly string[]
  readonly series: readonly BarSeries[]
  readonly yTitle: string
}): string {
  const { groups, series, title, yTitle } = input
  const wide = (width - margin.left - margin.right) / Math.max(1, groups.length)
  const bar = (wide * 0.84) / Math.max(1, series.length)
  const parts = groups.flatMap((group, g) => {
    const left = margin.left + g * wide + wide * 0.08
    const bars = series.map((one, s) =>
      barOf(one, g, { x: left + s * bar, width: bar, colour: colourOf(s) })
    )
    return [
      ...bars,
      label({ x: margin.left + (g + 0.5) * wide, y: height - margin.bottom + 18 }, group)
    ]
  })
  return frame(parts, { title, yTitle, series: series.map(({ name }) => name) })
}

function barOf(
  { name, shares, intervals }: BarSeries,
  group: number,
  at: { readonly x: number; readonly width: number; readonly colour: string }
): string {
  const share = shares[group] ?? NaN
  if (Number.isNaN(share)) return ''
  const y = yOf(share)
  const shown = `${round(share * 100)} %`
  const rect = `<rect x="${round(at.x)}" y="${round(y)}" width="${round(at.width * 0.9)}" height="${round(yOf(0) - y)}" fill="${at.colour}"><title>${name.replace(/[<>&]/g, '')}: ${shown}</title></rect>`
  const [low, high] = intervals?.[group] ?? [NaN, NaN]
  if (Number.isNaN(low)) return rect
  const x = round(at.x + at.width * 0.45)
  return `${rect}<line x1="${x}" x2="${x}" y1="${round(yOf(low))}" y2="${round(yOf(high))}" stroke="#1c2128"/>`
}
