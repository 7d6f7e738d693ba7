import { print } from '../support/print.js'
import { table } from '../support/table.js'
import { fitGrowth } from './growth-model.js'
import type { SizeFigures } from './measure-size.js'
import type { MixedFigures } from './mixed.js'

/** What was found at a size. */
export interface SizeResult extends SizeFigures {
  /** Sections and APIs. */
  readonly nodes: number
  readonly attempts: number
  /** Seconds from the start of the processes to the first answer. */
  readonly firstAnswer: number
  readonly cairnMb: number
  readonly neo4jMb: number
  readonly diskMb: number
}

export function reportSize(result: SizeResult): void {
  const { nodes, attempts, doors, recording, load } = result
  print(
    `\n${nodes.toLocaleString('en')} nodes of documentation, ${attempts.toLocaleString('en')} attempts; load of the machine ${load.map((one) => one.toFixed(1)).join(' to ')}`
  )
  print(
    table(
      ['over HTTP, ms', 'asked', 'errors', 'p50', 'p95', 'p99', 'floor p50', 'p50 / floor'],
      doors.map((d) => [d.name, d.asked, d.errors, d.p50, d.p95, d.p99, d.floor, d.p50 / d.floor])
    )
  )
  print(
    table(
      ['recording agents', 'acknowledged', 'errors', 'a second', 'p50 ms', 'p95 ms'],
      recording.map((r) => [String(r.agents), r.acknowledged, r.errors, r.perSecond, r.p50, r.p95])
    )
  )
  print(
    table(
      ['', ''],
      [
        ['start to first answer, s', result.firstAnswer],
        ['memory of Cairn, MiB', Math.round(result.cairnMb)],
        ['memory of Neo4j, MiB', Math.round(result.neo4jMb)],
        ['disk, MiB', Math.round(result.diskMb)],
        [`curation of what is new (${result.curation.state}), s`, result.curation.seconds],
        [`ingestion of one library (${result.ingestion.state}), s`, result.ingestion.seconds]
      ]
    )
  )
  for (const { name, error } of doors) if (error !== null) print(`  ${name}: ${error}`)
  for (const { agents, error } of recording)
    if (error !== null) print(`  ${agents} recording agents: ${error}`)
}

/** How figures grew from size to size, and what the sizes below the largest had predicted of it. */
export function reportGrowth(results: readonly SizeResult[]): void {
  const sizes = results.toSorted((a, b) => a.nodes - b.nodes)
  const [largest, ...rest] = sizes.toReversed()
  const [smallest] = sizes
  if (largest === undefined || smallest === undefined || rest.length === 0) return
  const names = largest.doors.map(({ name }) => name)
  const p50 = (result: SizeResult, name: string) =>
    result.doors.find((door) => door.name === name)?.p50 ?? NaN
  print(
    `\nFrom ${smallest.nodes.toLocaleString('en')} to ${largest.nodes.toLocaleString('en')} nodes`
  )
  print(
    table(
      ['p50', 'grew by', 'power', 'predicted / measured'],
      names.map((name) => {
        const points = sizes.map((one) => ({ nodes: one.nodes, value: p50(one, name) }))
        const below = fitGrowth(points.slice(0, -1))
        const said =
          below === null ? 'needs three sizes' : below.predict(largest.nodes) / p50(largest, name)
        const grew = p50(largest, name) / p50(smallest, name)
        return [name, grew, fitGrowth(points)?.power ?? NaN, said]
      })
    )
  )
}

export function reportMixed(figures: MixedFigures, lost: readonly string[]): void {
  print(
    table(
      ['mixed, ms', 'done', 'errors', 'p50', 'p95', 'p99'],
      figures.kinds.map((one) => [one.kind, one.done, one.errors, one.p50, one.p95, one.p99])
    )
  )
  print(
    `${figures.perSecond.toFixed(1)} requests a second; ${figures.acknowledged.size} writes acknowledged, ${lost.length} of them lost`
  )
  for (const line of figures.errors) print(`  ${line}`)
  for (const id of lost.slice(0, 5)) print(`  lost: ${id}`)
  const { watched } = figures
  const every = Math.max(1, Math.floor(watched.length / 12))
  const shown = watched.filter((_, i) => i % every === 0 || i === watched.length - 1)
  const head = Object.keys(shown[0] ?? {})
  print(
    table(
      head,
      shown.map((row) => head.map((name) => row[name] ?? NaN))
    )
  )
}
