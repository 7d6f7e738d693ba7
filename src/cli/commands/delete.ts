import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CairnError } from '../../errors.js'
import type { Ask } from '../client.js'
import { projectsAt } from '../../capture/projects-at.js'
import { connect, type CommandContext } from '../run.js'

interface Deletion {
  readonly deleted: readonly string[]
  readonly orphans: number
  readonly marked: readonly string[]
}

/** Deletes a contribution, or all of a principal, space or project; without `--yes` it only says what would go. */
export async function deleteContribution(
  context: CommandContext,
  id: string,
  { yes = false }: { yes?: boolean }
): Promise<void> {
  const ask = await connect(context)
  const folder = folderOf(id)
  const done =
    folder === null ? await deleted(ask, id, !yes) : await deletedIn(ask, { id, folder }, !yes)
  const { deleted: gone, orphans, marked } = done
  const shown = gone.slice(0, 20).map((one) => `  ${one}`)
  const more = gone.length > shown.length ? [`  and ${gone.length - shown.length} more`] : []
  const kept =
    marked.length === 0 ? [] : [`Insights that stay, counted anew and marked: ${marked.join(', ')}`]
  const counted = `${gone.length} nodes, and ${orphans} states, errors, problems and gaps that rest on them alone`
  const lines = yes
    ? [`Deleted: ${counted}.`, ...shown, ...more, ...kept]
    : [`Would delete ${counted}:`, ...shown, ...more, ...kept, 'With --yes they go, for good.']
  context.terminal.answer(lines.join('\n'), { ...done, dryRun: !yes })
}

/** The folder on this machine that `project:<folder>` names; null where it names none. */
function folderOf(id: string): string | null {
  const named = /^project:(.+)$/.exec(id)?.[1]?.trim() ?? ''
  if (named === '') return null
  const folder = resolve(named)
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? folder : null
}

async function deleted(ask: Ask, id: string, dryRun: boolean): Promise<Deletion> {
  const { deleteContribution: done } = await ask<{ deleteContribution: Deletion }>(
    'mutation ($id: ID!, $dryRun: Boolean!) { deleteContribution(id: $id, dryRun: $dryRun) { deleted orphans marked } }',
    { id, dryRun }
  )
  return done
}

/** What came of the project in a folder, by each of its names. @throws CairnError NOT_FOUND where nothing did */
async function deletedIn(
  ask: Ask,
  { id, folder }: { readonly id: string; readonly folder: string },
  dryRun: boolean
): Promise<Deletion> {
  const all: Deletion[] = []
  for (const name of projectsAt(folder))
    try {
      all.push(await deleted(ask, name, dryRun))
    } catch (error) {
      if (!(error instanceof CairnError) || error.code !== 'NOT_FOUND') throw error
    }
  if (all.length === 0)
    throw new CairnError(
      'NOT_FOUND',
      `Nothing in your spaces came of the project in ${folder}, by its Git remote or by its path.`,
      { details: { field: 'id', value: id } }
    )
  return {
    deleted: all.flatMap((one) => one.deleted),
    orphans: all.reduce((sum, one) => sum + one.orphans, 0),
    marked: [...new Set(all.flatMap((one) => one.marked))]
  }
}
