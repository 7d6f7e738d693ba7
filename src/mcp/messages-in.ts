/** Why a body is not taken, as JSON-RPC and HTTP say it. */
export interface Refusal {
  readonly status: number
  readonly code: number
  readonly message: string
  /** Of the message that it answers, where one can be told. */
  readonly id?: string | number | null
}

/** Messages in one request at most: each may cost as much as a request of its own. */
const mostMessages = 10

/** The messages of a body; protocols before 2025-06-18 may send several at once. */
export function messagesIn(body: unknown): readonly unknown[] {
  return Array.isArray(body) ? body : [body]
}

/** Why a body is no MCP that can be answered, null where it is: said here, because the libraries tell of their own schemas. */
export function refusalOf(body: unknown): Refusal | null {
  if (body === undefined)
    return {
      status: 400,
      code: -32700,
      message: 'The request has no body; expected a JSON-RPC message.'
    }
  const messages = messagesIn(body)
  if (messages.length === 0)
    return { status: 400, code: -32600, message: 'The list of messages is empty.' }
  if (messages.length > mostMessages) {
    const message = `At most ${String(mostMessages)} messages are taken in one request.`
    return { status: 400, code: -32600, message }
  }
  for (const message of messages) {
    const refusal = refusalOfMessage(message)
    if (refusal !== null) return refusal
  }
  return null
}

function refusalOfMessage(message: unknown): Refusal | null {
  const wrong = (code: number, text: string): Refusal => ({
    status: 400,
    code,
    message: text,
    id: idOf(message)
  })
  if (!isRecord(message) || message['jsonrpc'] !== '2.0')
    return wrong(-32600, 'A message is an object with jsonrpc: "2.0".')
  if (isAnswer(message)) return null
  const { method, params } = message
  if (typeof method !== 'string') return wrong(-32600, 'A request names its method, a text.')
  if ('id' in message && idOf(message) === null)
    return wrong(-32600, 'The id of a request is a text or a whole number.')
  if (params === undefined) return null
  if (!isRecord(params)) return wrong(-32602, 'params is an object.')
  const field = wrongField(method, params)
  return field === null ? null : wrong(-32602, `${method}: ${field}.`)
}

function isAnswer(message: Record<string, unknown>): boolean {
  return !('method' in message) && ('result' in message || 'error' in message)
}

/** Texts that a method takes, and objects. */
const fieldsOf: Readonly<Record<string, { readonly text: string[]; readonly object: string[] }>> = {
  'tools/call': { text: ['name'], object: ['arguments'] },
  'prompts/get': { text: ['name'], object: ['arguments'] },
  'resources/read': { text: ['uri'], object: [] }
}

function wrongField(method: string, params: Record<string, unknown>): string | null {
  const { text = [], object = [] } = Object.hasOwn(fieldsOf, method) ? (fieldsOf[method] ?? {}) : {}
  const noText = text.find((field) => typeof params[field] !== 'string')
  if (noText !== undefined) return `${noText} is a text`
  const noObject = object.find((field) => params[field] !== undefined && !isRecord(params[field]))
  if (noObject !== undefined) return `${noObject} is an object`
  return wrongAnywhere(params)
}

/** What any method may be given. */
function wrongAnywhere({ _meta: meta, cursor }: Record<string, unknown>): string | null {
  if (meta !== undefined && !isRecord(meta)) return '_meta is an object'
  if (cursor !== undefined && typeof cursor !== 'string') return 'cursor is a text'
  return null
}

function idOf(message: unknown): string | number | null {
  const id = isRecord(message) ? message['id'] : undefined
  return typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id)) ? id : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
