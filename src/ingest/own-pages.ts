import { CairnError } from '../errors.js'
import type { PlacedSource } from './placed-source.js'

/** A page that the graph holds of a library, and which source it is from. */
export interface StoredPage {
  readonly path: string
  readonly hash: string
  readonly source: string | null
}

/** The pages of a library as one of its sources sees them. */
export interface OwnPages {
  readonly own: readonly StoredPage[]
  /** Whether pages are among them that an earlier version wrote with the kind of their source alone. */
  readonly adopts: boolean
}

/**
 * Which of a library's pages are this source's: those that it brought, and those whose source is only known by its
 * kind where it has most of them.
 * @throws CairnError CONFLICT where it has a page of the same path as another source: neither replaces the other
 */
export function ownPages(
  source: PlacedSource,
  key: string,
  stored: readonly StoredPage[]
): OwnPages {
  const unnamed = stored.filter((page) => page.source === null || page.source === source.kind)
  // Pages that stand below a path now once had their own; by that alone another folder's may be meant.
  const has = unnamed.filter(
    ({ path, hash }) =>
      source.manifest.has(path) || source.manifest.get(`${source.below}/${path}`) === hash
  ).length
  const adopts = unnamed.length > 0 && has * 2 >= unnamed.length
  const isOwn = (page: StoredPage) =>
    page.source === source.id || (adopts && unnamed.includes(page))
  const own = stored.filter(isOwn)
  const clash = stored.find((page) => !isOwn(page) && source.manifest.has(page.path))
  if (clash !== undefined) throw samePath(source, key, clash)
  return { own, adopts }
}

function samePath(
  source: PlacedSource,
  key: string,
  { path, source: from }: StoredPage
): CairnError {
  return new CairnError(
    'CONFLICT',
    `The page '${path}' of ${key} is there from another source, ${from ?? 'an earlier version'}; nothing of ${source.id} was written. Give it a name of its own with --source <name>, and its pages stand below that; or take the other out first: cairn library remove ${key} --source ${from ?? ''}`,
    { details: { field: 'source', value: source.id, page: path, other: from } }
  )
}
