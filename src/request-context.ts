import { AsyncLocalStorage } from 'node:async_hooks'

/** The request on whose behalf something is done, from the door to the database's log. */
export interface RequestContext {
  readonly id: string
  /** Whether its answer was sent or given up; what goes on then goes on by itself. */
  over: boolean
}

const requests = new AsyncLocalStorage<RequestContext>()

/** Does something on behalf of a request, with all that follows from it. */
export function onBehalfOf<T>(request: RequestContext, work: () => T): T {
  return requests.run(request, work)
}

/** The request that this is done for, undefined where it is done by itself. */
export function currentRequest(): RequestContext | undefined {
  return requests.getStore()
}
