import type { Context, Span, TextMapGetter } from '@opentelemetry/api'
import type { Entering, Watched } from '../domain/observer.js'

/** Spans of what is done, sent to a collector. */
export interface Tracing {
  span<T>(what: Watched, work: () => Promise<T>, codeOf: (error: unknown) => string): Promise<T>
  entering(request: Entering, next: () => void): void
  /** Sends what is left. */
  close(): Promise<void>
}

/**
 * OpenTelemetry to an OTLP collector over HTTP, such as http://localhost:4318. The libraries are loaded
 * here and nowhere else, so who has no collector pays nothing.
 */
export async function createTracing(url: string): Promise<Tracing> {
  const { trace, context, propagation, SpanKind, SpanStatusCode } =
    await import('@opentelemetry/api')
  const { NodeTracerProvider, BatchSpanProcessor } = await import('@opentelemetry/sdk-trace-node')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const exporter = new OTLPTraceExporter({ url: new URL('/v1/traces', url).href })
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'cairn' }),
    spanProcessors: [new BatchSpanProcessor(exporter)]
  })
  provider.register()
  const tracer = provider.getTracer('cairn')
  const failed = (span: Span, code: string) => {
    span.setStatus({ code: SpanStatusCode.ERROR, message: code })
  }
  return {
    span: (what, work, codeOf) =>
      tracer.startActiveSpan(nameOf(what), { attributes: attributesOf(what) }, async (span) => {
        try {
          return await work()
        } catch (error) {
          failed(span, codeOf(error))
          throw error
        } finally {
          span.end()
        }
      }),
    entering: (request, next) => {
      const { door, id, headers } = request
      const parent: Context = propagation.extract(context.active(), headers, headerGetter)
      const attributes = { 'cairn.door': door, 'cairn.request': id }
      const span = tracer.startSpan(door, { kind: SpanKind.SERVER, attributes }, parent)
      request.onEnd((status) => {
        span.setAttribute('http.response.status_code', status)
        if (status >= 500) failed(span, String(status))
        span.end()
      })
      context.with(trace.setSpan(parent, span), next)
    },
    close: () => provider.shutdown()
  }
}

const headerGetter: TextMapGetter<Entering['headers']> = {
  keys: (headers) => Object.keys(headers),
  get: (headers, name) => {
    const value = headers[name]
    return typeof value === 'string' ? value : value?.[0]
  }
}

function nameOf(what: Watched): string {
  return what.kind === 'operation' ? what.name : `${what.kind} ${what.name}`
}

function attributesOf(what: Watched): Record<string, string> {
  if (what.kind === 'statement') return { 'db.system.name': 'neo4j', 'db.query.summary': what.name }
  return what.kind === 'operation' ? { 'cairn.door': what.door } : {}
}
