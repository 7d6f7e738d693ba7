/** A line of how something went, without axes: the figures stand beside it. Days of which nothing is known are gaps. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null)
  const most = Math.max(...known, 0)
  if (known.length < 2 || most === 0) return null
  const [width, height] = [96, 24]
  const at = (value: number, i: number) => {
    const x = (i / Math.max(1, values.length - 1)) * (width - 4) + 2
    return `${x.toFixed(1)},${(height - 3 - (value / most) * (height - 6)).toFixed(1)}`
  }
  const points = values.flatMap((value, i) => (value === null ? [] : [at(value, i)]))
  const [x = '0', y = '0'] = points.at(-1)?.split(',') ?? []
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <polyline points={points.join(' ')} />
      <circle cx={x} cy={y} r="2.5" />
    </svg>
  )
}
