/** What the index says of a page. */
export interface IndexEntry {
  readonly name: string
  readonly anchor: string
  readonly type: string
}

/** What a page of a dump is parsed with, besides its HTML. */
export interface DevdocsContext {
  readonly entries: readonly IndexEntry[]
}

/** The context of a raw page; a page without one is read as a page that the index does not name. */
export function readContext(context: unknown): DevdocsContext {
  const known = context as Partial<DevdocsContext> | null | undefined
  return { entries: known?.entries ?? [] }
}
