/** A door through which requests come in. */
export const doors = ['graphql', 'stream', 'mcp', 'operate', 'health', 'pages'] as const
export type Door = (typeof doors)[number]

/** Work that somebody outside wants to know the duration and the end of. Names come from our own tables: there are few. */
export type Watched =
  | { readonly kind: 'statement'; readonly name: string }
  | { readonly kind: 'operation'; readonly door: Door; readonly name: string }
  | { readonly kind: 'embed'; readonly name: string }

/** Who watches how Cairn does; nothing that it does changes what is answered. */
export interface Observer {
  /** Does the work and notes how long it took and how it ended. */
  watch<T>(what: Watched, work: () => Promise<T>): Promise<T>
  /** Notes how long the stages of a recommendation took, milliseconds by name. */
  stages(ms: Readonly<Record<string, number>>): void
  /** Notes an answer at a door. */
  answered(door: Door, status: number, ms: number): void
  /** Lets a request in that was perhaps begun elsewhere, as its headers tell; ends with the answer. */
  entering(request: Entering, next: () => void): void
}

export interface Entering {
  readonly door: Door
  readonly id: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Called with what is to be done at the end. */
  onEnd(done: (status: number) => void): void
}

/** Nobody watches. */
export const unobserved: Observer = {
  watch: (_, work) => work(),
  stages: () => undefined,
  answered: () => undefined,
  entering: (_, next) => {
    next()
  }
}
