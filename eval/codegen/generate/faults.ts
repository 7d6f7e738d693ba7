import { CairnError } from '../../../src/errors.js'

/** What can go wrong with one try of a call. The last four are what a model says; the others are the endpoint's. */
export const faultKinds = [
  'rate-limit',
  'server-error',
  'time-out',
  'cut-off',
  'not-json-body',
  'refused-request',
  'refusal',
  'too-long',
  'empty',
  'not-json'
] as const
export type FaultKind = (typeof faultKinds)[number]

const ofReply: Readonly<Record<string, FaultKind>> = {
  refusal: 'refusal',
  length: 'too-long',
  empty: 'empty',
  not_json: 'not-json'
}

/** Which fault an error is; null where it is none that another try, or another call, could survive, such as a wrong key. */
export function faultOf(error: unknown): FaultKind | null {
  if (!(error instanceof CairnError) || error.code !== 'MODEL_UNAVAILABLE') return null
  const { reason, status } = error.details
  const said = typeof reason === 'string' ? ofReply[reason] : undefined
  if (said !== undefined) return said
  if (typeof status === 'number') return faultOfStatus(status)
  if (error.message.includes('did not answer in time')) return 'time-out'
  return error.message.includes('was not JSON') ? 'not-json-body' : 'cut-off'
}

function faultOfStatus(status: number): FaultKind {
  if (status === 429) return 'rate-limit'
  return status >= 500 || status === 408 || status === 409 ? 'server-error' : 'refused-request'
}

/** Whether the model itself answered so: asked often enough, that is its answer. */
export function isModelsOwn(fault: FaultKind): boolean {
  return Object.values(ofReply).includes(fault) || fault === 'refused-request'
}
