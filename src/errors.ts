/**
 * Every way Cairn can fail, on one screen. A row says who must act, how loud the log is, what a
 * program sees (HTTP status, exit code) and whether the text may be shown outside the operator's
 * own log. Doors translate through this table and nowhere else.
 */
export const failures = {
  BAD_INPUT: { act: 'caller', level: 'info', status: 400, exit: 2, show: true },
  UNAUTHENTICATED: { act: 'caller', level: 'info', status: 401, exit: 7, show: true },
  FORBIDDEN: { act: 'caller', level: 'info', status: 403, exit: 8, show: true },
  TOO_MANY: { act: 'wait', level: 'info', status: 429, exit: 9, show: true },
  NOT_FOUND: { act: 'caller', level: 'info', status: 404, exit: 3, show: true },
  BAD_SOURCE: { act: 'caller', level: 'info', status: 422, exit: 4, show: true },
  TOO_LARGE: { act: 'caller', level: 'info', status: 413, exit: 5, show: true },
  CONFLICT: { act: 'caller', level: 'info', status: 409, exit: 6, show: true },
  NOT_CONFIGURED: { act: 'operator', level: 'error', status: 500, exit: 10, show: true },
  JAVA_MISSING: { act: 'operator', level: 'error', status: 500, exit: 11, show: true },
  GRAPH_REFUSED: { act: 'operator', level: 'error', status: 500, exit: 12, show: true },
  PORT_IN_USE: { act: 'operator', level: 'error', status: 500, exit: 13, show: true },
  GRAPH_TOO_NEW: { act: 'operator', level: 'error', status: 500, exit: 14, show: true },
  EMBEDDER_MISMATCH: { act: 'operator', level: 'error', status: 500, exit: 15, show: true },
  ALREADY_RUNNING: { act: 'operator', level: 'error', status: 409, exit: 16, show: true },
  DISK_FULL: { act: 'operator', level: 'error', status: 507, exit: 17, show: true },
  GRAPH_UNAVAILABLE: { act: 'wait', level: 'warn', status: 503, exit: 20, show: true },
  MODEL_UNAVAILABLE: { act: 'wait', level: 'warn', status: 503, exit: 21, show: true },
  BUG: { act: 'us', level: 'error', status: 500, exit: 70, show: false },
  CANCELLED: { act: 'caller', level: 'info', status: 499, exit: 130, show: true }
} as const

export type FailureCode = keyof typeof failures

/** Machine-readable facts about a failure: the field at fault, the value met, what was expected. */
export type FailureDetails = Readonly<Record<string, string | number | boolean | null>>

export class CairnError extends Error {
  readonly code: FailureCode
  readonly details: FailureDetails

  constructor(
    code: FailureCode,
    message: string,
    options: { cause?: unknown; details?: FailureDetails } = {}
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'CairnError'
    this.code = code
    this.details = options.details ?? {}
  }
}

/** What a caller sees of any failure: never database or provider text that we did not write. */
export interface PublicFailure {
  readonly code: FailureCode
  readonly message: string
  readonly status: number
  readonly exit: number
  readonly details: FailureDetails
}

/** Translates anything thrown into what may be shown; unknown errors become BUG without their text. */
export function publicFailure(error: unknown): PublicFailure {
  const known = error instanceof CairnError ? error : undefined
  const code = known?.code ?? 'BUG'
  const row = failures[code]
  const hidden = 'Cairn met an error of its own; its log has the details. Please report it.'
  return {
    code,
    message: known && row.show ? known.message : hidden,
    status: row.status,
    exit: row.exit,
    details: known && row.show ? known.details : {}
  }
}

/** BAD_INPUT that names the field, the value met (cut to 100 characters) and what was expected. */
export function badInput(field: string, value: string, expected: string): CairnError {
  const said = value.slice(0, 100)
  return new CairnError('BAD_INPUT', `${field} is '${said}'; expected ${expected}.`, {
    details: { field, value: said, expected }
  })
}
