import { CairnError } from '../errors.js'

/** What every model throws once its caller's signal fired. */
export function cancelled(signal: AbortSignal): CairnError {
  return new CairnError('CANCELLED', 'The work was cancelled before the model was done with it.', {
    cause: signal.reason
  })
}

/** @throws CairnError CANCELLED */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw cancelled(signal)
}
