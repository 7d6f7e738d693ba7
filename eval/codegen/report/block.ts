/** A piece of a report, the same for Markdown and HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  /** `name` becomes the name of a file. */
  | {
      readonly kind: 'figure'
      readonly name: string
      readonly title: string
      readonly svg: string
    }
  /** What another run of the same would say otherwise: times, dates, the machine. */
  | { readonly kind: 'times'; readonly blocks: readonly Block[] }

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text }
}

export function text(words: string): Block {
  return { kind: 'text', text: words }
}

export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[]
): Block {
  return { kind: 'table', head, rows: rows.map((row) => row.map(String)) }
}
