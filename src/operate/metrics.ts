import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { Door, Watched } from '../domain/observer.js'

/** What Prometheus reads. Labels are of few values: doors, statuses, names of our own tables; nothing that a request says. */
export interface Metrics {
  worked(what: Watched, end: { readonly code: string; readonly ms: number }): void
  stages(ms: Readonly<Record<string, number>>): void
  answered(door: Door, status: number, ms: number): void
  /** All of it as text, in Prometheus' own form. */
  text(): Promise<string>
  readonly contentType: string
}

/** Upper bounds in seconds: statements take milliseconds, answers tens of them, and a minute is the most. */
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/** Every value is of this process; where several share a graph, each is asked. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const kinds = watchedKinds(registry)
  const http = httpMetrics(registry)
  const stage = histogram(registry, 'cairn_recommend_stage_seconds', {
    help: 'How long the stages of a recommendation took',
    labels: ['stage']
  })
  return {
    worked: (what, { code, ms }) => {
      kinds[what.kind](what, code, ms / 1000)
    },
    stages: (ms) => {
      for (const [name, took] of Object.entries(ms)) stage.observe({ stage: name }, took / 1000)
    },
    answered: (door, status, ms) => {
      http(door, status, ms / 1000)
    },
    text: () => registry.metrics(),
    contentType: registry.contentType
  }
}

type Note = (what: Watched, code: string, took: number) => void

function watchedKinds(registry: Registry): Record<Watched['kind'], Note> {
  const operations = histogram(registry, 'cairn_operation_seconds', {
    help: 'Root fields of GraphQL and tools of MCP, by how they ended: ok or the code of the failure',
    labels: ['door', 'operation', 'code']
  })
  const statements = histogram(registry, 'cairn_statement_seconds', {
    help: 'Statements to Neo4j by the name of their file',
    labels: ['query']
  })
  const failed = counter(registry, 'cairn_statement_failures_total', {
    help: 'Statements to Neo4j that failed',
    labels: ['query', 'code']
  })
  const embed = histogram(registry, 'cairn_embed_seconds', {
    help: 'Calls of what turns text into vectors',
    labels: ['code']
  })
  return {
    operation: (what, code, took) => {
      const door = what.kind === 'operation' ? what.door : ''
      operations.observe({ door, operation: what.name, code }, took)
    },
    statement: ({ name }, code, took) => {
      statements.observe({ query: name }, took)
      if (code !== 'ok') failed.inc({ query: name, code })
    },
    embed: (_, code, took) => {
      embed.observe({ code }, took)
    }
  }
}

function httpMetrics(registry: Registry): (door: Door, status: number, took: number) => void {
  const requests = counter(registry, 'cairn_http_requests_total', {
    help: 'Requests by door and status; 499 where whoever asked went away',
    labels: ['door', 'status']
  })
  const durations = histogram(registry, 'cairn_http_request_seconds', {
    help: 'How long requests took, by door',
    labels: ['door']
  })
  const limited = counter(registry, 'cairn_rate_limited_total', {
    help: 'Requests refused because there were too many in a minute',
    labels: ['door']
  })
  const strangers = counter(registry, 'cairn_unauthenticated_total', {
    help: 'Requests refused because they showed no key that opens',
    labels: ['door']
  })
  return (door, status, took) => {
    requests.inc({ door, status: String(status) })
    durations.observe({ door }, took)
    if (status === 429) limited.inc({ door })
    if (status === 401) strangers.inc({ door })
  }
}

interface Described {
  readonly help: string
  readonly labels: readonly string[]
}

function histogram(register: Registry, name: string, { help, labels }: Described): Histogram {
  const options = { name, help, labelNames: [...labels], buckets: seconds }
  return new Histogram({ ...options, registers: [register] })
}

function counter(register: Registry, name: string, { help, labels }: Described): Counter {
  return new Counter({ name, help, labelNames: [...labels], registers: [register] })
}
