import { startWords } from './stretch-words.js'
import type { Range, Stretch } from './overview-documents.js'

/** One layer of the columns. */
export interface Layer {
  readonly name: string
  /** Its class, which has its colour. */
  readonly look: string
  readonly of: (stretch: Stretch) => number
}

interface Chart {
  readonly title: string
  /** What is counted, as in `12 questions`. */
  readonly unit: string
  readonly range: Range
  readonly stretches: readonly Stretch[]
  readonly layers: readonly Layer[]
}

const wide = 10
const high = 100
const number = new Intl.NumberFormat('en')

/** Columns over time, one upon the other, with their greatest beside them; the same as a table for who does not see them. */
export function Columns(props: Chart) {
  const { title, unit, range, stretches, layers } = props
  const most = mostOf(stretches, layers)
  const last = stretches.at(-1)
  return (
    <figure className="columns">
      <figcaption className="row small">
        {layers.map(({ name, look }) => (
          <span key={name} className={`legend ${look}`}>
            {name}
          </span>
        ))}
        <span className="push muted tiny numbers">
          {most === 0 ? 'none' : `highest column ${number.format(most)} ${unit}`}
        </span>
      </figcaption>
      <Bars {...props} most={most} />
      <div className="columns-axis tiny muted numbers" aria-hidden="true">
        <span>{startWords(range, stretches[0]?.from ?? '')}</span>
        <span>{startWords(range, last?.from ?? '')}</span>
      </div>
      {most > 0 && (
        <details className="small">
          <summary aria-label={`${title} as a table`}>As a table</summary>
          <Table {...props} />
        </details>
      )}
    </figure>
  )
}

function Bars({ title, unit, range, stretches, layers, most }: Chart & { most: number }) {
  const all = stretches.reduce((sum, one) => sum + totalOf(one, layers), 0)
  const said = `${title}: ${number.format(all)} ${unit}, ${layers.map(({ name, of }) => `${name} ${number.format(stretches.reduce((sum, one) => sum + of(one), 0))}`).join(', ')}.`
  return (
    <svg
      className="columns-bars"
      viewBox={`0 0 ${String(wide * stretches.length)} ${String(high)}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={said}
    >
      {stretches.map((stretch, i) => (
        <g key={stretch.from}>
          <title>{`${startWords(range, stretch.from)}: ${layers.map(({ name, of }) => `${name} ${number.format(of(stretch))}`).join(', ')}`}</title>
          <rect className="reach" x={i * wide} y={0} width={wide} height={high} />
          <Stack stretch={stretch} layers={layers} at={i} most={most} />
        </g>
      ))}
    </svg>
  )
}

function Stack(props: { stretch: Stretch; layers: readonly Layer[]; at: number; most: number }) {
  const { stretch, layers, at, most } = props
  const heights = layers.map(({ of }) => (most === 0 ? 0 : (of(stretch) / most) * high))
  return layers.map(({ name, look }, i) => {
    const height = heights[i] ?? 0
    const below = heights.slice(0, i).reduce((sum, one) => sum + one, 0)
    return height === 0 ? null : (
      <rect
        key={name}
        className={look}
        x={at * wide + 1}
        y={high - below - height}
        width={wide - 2}
        height={height}
      />
    )
  })
}

function Table({ title, range, stretches, layers }: Chart) {
  const some = stretches.filter((one) => totalOf(one, layers) > 0)
  return (
    <table className="overview-table numbers">
      <caption className="hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          {layers.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {some.map((stretch) => (
          <tr key={stretch.from}>
            <th scope="row">{startWords(range, stretch.from)}</th>
            {layers.map(({ name, of }) => (
              <td key={name}>{number.format(of(stretch))}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The same small and without words, where a number stands beside it. */
export function Spark(props: { stretches: readonly Stretch[]; of: Layer['of'] }) {
  const { stretches, of } = props
  const layers = [{ name: 'all', look: 'one', of }]
  const most = mostOf(stretches, layers)
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${String(wide * stretches.length)} ${String(high)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <line x1={0} x2={wide * stretches.length} y1={high} y2={high} />
      {stretches.map((stretch, i) => (
        <Stack key={stretch.from} stretch={stretch} layers={layers} at={i} most={most} />
      ))}
    </svg>
  )
}

function totalOf(stretch: Stretch, layers: readonly Layer[]): number {
  return layers.reduce((sum, { of }) => sum + of(stretch), 0)
}

function mostOf(stretches: readonly Stretch[], layers: readonly Layer[]): number {
  return Math.max(0, ...stretches.map((stretch) => totalOf(stretch, layers)))
}
