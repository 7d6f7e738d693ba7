import { request } from 'node:http'

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

/** Asks GraphQL as any client would. */
export function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {}
): Promise<Reply> {
  return post(url, JSON.stringify({ query, variables }))
}

/** Sends any body with any headers, forged ones too, which fetch would not send. */
export function post(
  url: string,
  body: string,
  headers: Record<string, string> = { 'content-type': 'application/json' },
  at: { path?: string; method?: string } = {}
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { path = '/graphql', method = 'POST' } = at
    const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const { data = {}, errors = [] } = JSON.parse(text) as Partial<Reply>
        resolve({ status: response.statusCode ?? 0, text, data, errors })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
