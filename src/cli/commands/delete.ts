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
  const done = await deleted(ask, id, !yes)
  const shown = done.deleted.slice(0, 20).map((one) => `  ${one}`)
  const more =
    done.deleted.length > shown.length ? [`  and ${done.deleted.length - shown.length} more`] : []
  const kept =
    done.marked.length === 0
      ? []
      : [`Insights that stay, counted anew and marked: ${done.marked.join(', ')}`]
  const counted = `${done.deleted.length} nodes, and ${done.orphans} states, errors, problems and gaps that rest on them alone`
  const lines = yes
    ? [`Deleted: ${counted}.`, ...shown, ...more, ...kept]
    : [`Would delete ${counted}:`, ...shown, ...more, ...kept, 'With --yes they go, for good.']
  context.terminal.answer(lines.join('\n'), { ...done, dryRun: !yes })
}

/** By which names the server may know it: a project that is a folder here goes by its Git remote and its root. */
function namesOf(id: string): string[] {
  if (!id.startsWith('project:')) return [id]
  const folder = resolve(id.slice('project:'.length))
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
    ? projectsAt(folder)
    : [id]
}

/** @throws CairnError NOT_FOUND where nothing goes by any of its names */
async function deleted(ask: Ask, what: string, dryRun: boolean): Promise<Deletion> {
  const all: Deletion[] = []
  const names = namesOf(what)
  for (const id of names)
    try {
      const { deleteContribution: one } = await ask<{ deleteContribution: Deletion }>(
        'mutation ($id: ID!, $dryRun: Boolean!) { deleteContribution(id: $id, dryRun: $dryRun) { deleted orphans marked } }',
        { id, dryRun }
      )
      all.push(one)
    } catch (error) {
      const missing = error instanceof CairnError && error.code === 'NOT_FOUND'
      if (!missing || names[0] === what) throw error
    }
  if (all.length === 0)
    throw new CairnError(
      'NOT_FOUND',
      `Nothing in your spaces came of the project in ${resolve(what.slice('project:'.length))}, by its Git remote or by its path.`,
      { details: { field: 'id', value: what } }
    )
  return {
    deleted: all.flatMap((one) => one.deleted),
    orphans: all.reduce((sum, one) => sum + one.orphans, 0),
    marked: [...new Set(all.flatMap((one) => one.marked))]
  }
}
