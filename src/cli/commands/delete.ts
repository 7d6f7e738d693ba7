import { connect, type CommandContext } from '../run.js'

interface Deletion {
  readonly deleted: readonly string[]
  readonly orphans: number
  readonly marked: readonly string[]
}

/** Deletes a contribution, or all of a principal or space; without `--yes` it only says what would go. */
export async function deleteContribution(
  context: CommandContext,
  id: string,
  { yes = false }: { yes?: boolean }
): Promise<void> {
  const ask = await connect(context)
  const { deleteContribution: done } = await ask<{ deleteContribution: Deletion }>(
    'mutation ($id: ID!, $dryRun: Boolean!) { deleteContribution(id: $id, dryRun: $dryRun) { deleted orphans marked } }',
    { id, dryRun: !yes }
  )
  const { deleted, orphans, marked } = done
  const shown = deleted.slice(0, 20).map((one) => `  ${one}`)
  const more = deleted.length > shown.length ? [`  and ${deleted.length - shown.length} more`] : []
  const kept =
    marked.length === 0 ? [] : [`Insights that stay, counted anew and marked: ${marked.join(', ')}`]
  const counted = `${deleted.length} nodes, and ${orphans} states, errors, problems and gaps that rest on them alone`
  const lines = yes
    ? [`Deleted: ${counted}.`, ...shown, ...more, ...kept]
    : [`Would delete ${counted}:`, ...shown, ...more, ...kept, 'With --yes they go, for good.']
  context.terminal.answer(lines.join('\n'), { ...done, dryRun: !yes })
}
