import type { Observer, Watched } from '../domain/observer.js'
import { publicFailure } from '../errors.js'
import type { Metrics } from './metrics.js'
import type { Tracing } from './tracing.js'

/** Tells the metrics of all that is done, and the traces where there are any. */
export function createObserver(metrics: Metrics, tracing: Tracing | null): Observer {
  const watch = async <T>(what: Watched, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    try {
      const done = await work()
      metrics.worked(what, { code: 'ok', ms: performance.now() - started })
      return done
    } catch (error) {
      metrics.worked(what, { code: codeOf(error), ms: performance.now() - started })
      throw error
    }
  }
  return {
    watch:
      tracing === null
        ? watch
        : (what, work) => tracing.span(what, () => watch(what, work), codeOf),
    stages: (ms) => {
      metrics.stages(ms)
    },
    answered: (...answer) => {
      metrics.answered(...answer)
    },
    entering: (request, next) => {
      if (tracing === null) next()
      else tracing.entering(request, next)
    }
  }
}

function codeOf(error: unknown): string {
  return publicFailure(error).code
}
