/** What a text is: something that is asked, or something that is kept and found. Some encoders read a question differently. */
export type TextRole = 'question' | 'document'

export interface EmbedOptions {
  readonly signal?: AbortSignal
  /** `document` unless told. */
  readonly as?: TextRole
}

/**
 * Turns texts into unit vectors. The same text always gives the same vector, alone or among others,
 * on the same machine. Texts longer than the model reads are read from the start.
 */
export interface Embedder {
  /** What the graph remembers: `local:bge-small-en-v1.5`, `openai:text-embedding-3-small`, `lexical:384`; never a path or URL. */
  readonly id: string
  readonly dimensions: number
  /** One L2-normalised vector a text, in order. @throws CairnError MODEL_UNAVAILABLE, CANCELLED */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>
  /** Loads what the first text would have to wait for; absent where there is nothing to load. */
  warm?(): Promise<void>
  close(): Promise<void>
}
