import type { LibraryCount, LibraryRemoval, LibrarySource, OldVersion } from '../../cairn.js'
import { CairnError } from '../../errors.js'
import type { Ask } from '../client.js'
import { followJob } from '../follow-job.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

export interface RemoveFlags {
  readonly source?: string
  readonly yes?: boolean
}

export interface PruneFlags {
  readonly keep: number
  readonly name?: string
  readonly yes?: boolean
}

type Library = LibraryCount & { readonly sources: readonly Omit<LibrarySource, 'library'>[] }

const removal = 'library source pages docs apis cited'

async function librariesOf(ask: Ask): Promise<Library[]> {
  const { libraries } = await ask<{ libraries: Library[] }>(
    '{ libraries { id key ecosystem name version title state ingestedAt docs apis sources { source pages waiting } } }'
  )
  return libraries
}

/** Lists the libraries, each with what it came from. */
export async function listLibraries(context: CommandContext): Promise<void> {
  const libraries = await librariesOf(await connect(context))
  const { color } = context.terminal
  const lines = libraries.flatMap((library) => [
    `${color.bold(printable(library.key))}  ${holds(library)}${library.state === 'complete' ? '' : `  ${library.state}`}`,
    ...library.sources.map((source) => color.dim(`  ${sourceLine(source)}`))
  ])
  const text = lines.length === 0 ? 'No documentation yet: `cairn help ingest`' : lines.join('\n')
  context.terminal.answer(text, libraries)
}

/** Shows one library. */
export async function showLibrary(context: CommandContext, said: string): Promise<void> {
  const libraries = await librariesOf(await connect(context))
  const library = oneOf(libraries, said)
  const { color } = context.terminal
  const others = libraries.filter(
    ({ ecosystem, name, key }) =>
      ecosystem === library.ecosystem && name === library.name && key !== library.key
  )
  const lines = [
    `${color.bold(printable(library.title))}  ${color.dim(printable(library.key))}`,
    `  ${holds(library)}; ${library.state}${library.ingestedAt === null ? '' : `, last taken in ${library.ingestedAt.slice(0, 16).replace('T', ' ')} UTC`}`,
    ...library.sources.map((source) => `  ${sourceLine(source)}`),
    ...(others.length === 0
      ? []
      : [`  Other versions: ${others.map(({ key }) => printable(key)).join(', ')}`]),
    color.dim(
      `  \`cairn library remove ${printable(library.key)}\` removes it; with --source one of its sources`
    )
  ]
  context.terminal.answer(lines.join('\n'), library)
}

/** Removes a library or a source of it; without `--yes` it only says what would go. */
export async function removeLibrary(
  context: CommandContext,
  library: string,
  { source = null, yes = false }: { source?: string | null; yes?: boolean }
): Promise<void> {
  const ask = await connect(context)
  const what = { library, source }
  if (!yes) {
    const { libraryRemoval: planned } = await ask<{ libraryRemoval: LibraryRemoval }>(
      `query ($library: String!, $source: String) { libraryRemoval(library: $library, source: $source) { ${removal} } }`,
      what
    )
    const text = `Would remove ${removalText(planned)}\nWith --yes it goes.`
    context.terminal.answer(text, { ...planned, dryRun: true })
    return
  }
  const started = ask<{ removeLibrary: { id: string } }>(
    'mutation ($library: String!, $source: String) { removeLibrary(library: $library, source: $source) { id } }',
    what
  ).then(({ removeLibrary: job }) => job)
  const removed = await followJob<LibraryRemoval>(ask, context.terminal, { started, unit: 'pages' })
  if (removed === null) throw new CairnError('BUG', 'the removal did not say what it removed')
  context.terminal.answer(`Removed ${removalText(removed)}`, { ...removed, dryRun: false })
}

/** Removes old versions that nothing uses; without `--yes` it only says which. */
export async function pruneLibraries(
  context: CommandContext,
  { keep, name, yes = false }: PruneFlags
): Promise<void> {
  const ask = await connect(context)
  const what = { keep, name: name ?? null }
  const { oldVersions } = await ask<{ oldVersions: OldVersion[] }>(
    'query ($keep: Int!, $name: String) { oldVersions(keep: $keep, name: $name) { library docs apis used } }',
    what
  )
  const stay = oldVersions
    .filter(({ used }) => used)
    .map(({ library }) => `  ${printable(library)} stays: it is cited or used`)
  const go = oldVersions.filter(({ used }) => !used)
  if (!yes || go.length === 0) {
    const lines =
      go.length === 0
        ? ['No old version that nothing uses.']
        : ['Would remove:', ...go.map((one) => `  ${printable(one.library)}  ${holds(one)}`)]
    const last = go.length === 0 ? [] : ['With --yes they go.']
    const answer = { oldVersions, dryRun: !yes }
    context.terminal.answer([...lines, ...stay, ...last].join('\n'), answer)
    return
  }
  const started = ask<{ pruneLibraries: { id: string } }>(
    'mutation ($keep: Int!, $name: String) { pruneLibraries(keep: $keep, name: $name) { id } }',
    what
  ).then(({ pruneLibraries: job }) => job)
  const follow = { started, unit: 'pages' }
  const removed = (await followJob<LibraryRemoval[]>(ask, context.terminal, follow)) ?? []
  const lines = removed.map((one) => `Removed ${removalText(one)}`)
  context.terminal.answer([...lines, ...stay].join('\n'), { removed, dryRun: false })
}

/** @throws CairnError NOT_FOUND; BAD_INPUT where several are called so */
function oneOf(libraries: readonly Library[], said: string): Library {
  const fits = ({ key, id, name, version }: Library) =>
    [key, id, name, `${name}@${version}`].includes(said)
  const found = libraries.filter(fits)
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  const details = {
    field: 'library',
    value: said,
    expected: 'its key, as `cairn library list` shows it'
  }
  if (first === undefined)
    throw new CairnError(
      'NOT_FOUND',
      `There is no library '${said}'; \`cairn library list\` shows those that are here.`,
      { details }
    )
  const keys = found.map(({ key }) => key).join(', ')
  throw new CairnError(
    'BAD_INPUT',
    `Several libraries are called '${said}'; expected one of ${keys}.`,
    { details }
  )
}

function holds({ docs, apis }: { readonly docs: number; readonly apis: number }): string {
  const parts = [
    ...(docs === 0 ? [] : [counted(docs, 'section')]),
    ...(apis === 0 ? [] : [counted(apis, 'API')])
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}

function sourceLine({ source, pages, waiting }: Omit<LibrarySource, 'library'>): string {
  const again = waiting === 0 ? '' : `, ${counted(waiting, 'page')} to be read again`
  return `${printable(source)}  ${counted(pages, 'page')}${again}`
}

function removalText({ library, source, pages, docs, apis, cited }: LibraryRemoval): string {
  const what =
    source === null ? printable(library) : `${printable(source)} of ${printable(library)}`
  const kept =
    cited === 0
      ? ''
      : ` ${counted(cited, 'cited node')} ${cited === 1 ? 'stays' : 'stay'} as history.`
  return `${what}: ${counted(pages, 'page')}, ${holds({ docs, apis })}.${kept}`
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`
}
