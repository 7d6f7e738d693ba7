import { serveThread } from '../thread-pool.js'
import { findingsOf, prepareTrace } from './prepare-trace.js'
import type { TraceWork, TraceWorkDone } from './trace-reading.js'

/** Body of a thread that reads traces. */
serveThread((work: TraceWork): TraceWorkDone =>
  work.kind === 'check'
    ? { kind: 'check', prepared: work.values.map((value) => prepareTrace(value, work.options)) }
    : { kind: 'look', findings: work.traces.map(findingsOf) }
)
