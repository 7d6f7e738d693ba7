/** What a field of a tool's data is; with a question mark it may be null. */
export type OutputKind = 'string' | 'string?' | 'integer' | 'integer?' | 'number'

/** The fields of a tool's data, each always there; the schema says so of none, which would cost every agent more. */
export type Output = Readonly<Record<string, OutputKind>>

interface ValueOf {
  readonly string: string
  readonly 'string?': string | null
  readonly integer: number
  readonly 'integer?': number | null
  readonly number: number
}

/** Data with these fields. */
export type DataOf<Out extends Output> = { readonly [K in keyof Out]: ValueOf[Out[K]] }

/** A JSON Schema of an object that keeps to what every host understands. */
export interface OutputSchema {
  readonly type: 'object'
  readonly properties: Record<string, { type: string | string[] }>
  readonly [key: string]: unknown
}

/**
 * The schema of what a tool gives as structured content: its data, and the text too. Hosts that find structured content
 * give the model that alone (Claude Code, Codex and OpenCode do), and the advice stands in the text.
 */
export function outputSchemaOf(output: Output): OutputSchema {
  const fields: Output = { text: 'string', ...output }
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(fields).map(([name, kind]) => [name, { type: typeOf(kind) }])
    )
  }
}

function typeOf(kind: OutputKind): string | string[] {
  return kind.endsWith('?') ? [kind.slice(0, -1), 'null'] : kind
}
