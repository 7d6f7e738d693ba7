import { request } from 'node:http'
import { adminKey } from '../support/build-cairn.js'

export interface Reply {
  readonly status: number
  readonly text: string
  readonly data: Record<string, never>
  readonly errors: readonly {
    readonly message: string
    readonly extensions: {
      readonly code: string
      readonly details?: Readonly<Record<string, unknown>>
    }
  }[]
}

/** What a client sends along: JSON, and the key of who asks. */
export function headersOf(key: string = adminKey): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` }
}

/** Asks GraphQL as any client would, with every right unless told. */
export function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  key: string = adminKey
): Promise<Reply> {
  return post(url, JSON.stringify({ query, variables }), headersOf(key))
}

/** Sends any body with any headers, forged ones too, which fetch would not send. */
export function post(
  url: string,
  body: string,
  headers: Record<string, string> = headersOf(),
  at: { path?: string; method?: string } = {}
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { path = '/graphql', method = 'POST' } = at
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const isJson = /json/.test(response.headers['content-type'] ?? '')
        const { data = {}, errors = [] } = (isJson ? JSON.parse(text) : {}) as Partial<Reply>
        resolve({ status: response.statusCode ?? 0, text, data, errors })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
