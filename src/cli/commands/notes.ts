import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

interface FieldNote {
  readonly id: string
  readonly text: string
  readonly trust: string
  readonly witnesses: number
  readonly principals: number
  readonly disputed: boolean
}

const notesDocument = `query ($of: String!, $limit: Int!) {
  fieldNotes(of: $of, limit: $limit) { id text subjects shownBy trust witnesses principals weight disputed }
}`

/** Lists what agents learned about an API or a library. */
export async function listNotes(
  context: CommandContext,
  of: string,
  flags: { readonly limit: number }
): Promise<void> {
  const ask = await connect(context)
  const { limit } = flags
  const { fieldNotes } = await ask<{ fieldNotes: FieldNote[] }>(notesDocument, { of, limit })
  const lines = fieldNotes.flatMap((note) => [printable(note.text), `  ${standing(note)}`])
  context.terminal.answer(
    lines.length === 0 ? `No field note here is about '${printable(of)}'.` : lines.join('\n'),
    fieldNotes
  )
}

function standing({ id, trust, witnesses, principals, disputed }: FieldNote): string {
  const seen = `seen in ${String(witnesses)} ${witnesses === 1 ? 'task' : 'tasks'} by ${String(principals)}`
  return `${seen}, ${printable(trust)}${disputed ? ', another says the opposite' : ''}  ${printable(id)}`
}

const reportDocument = `mutation ($note: ID!, $happened: String!, $version: String) {
  reportNote(note: $note, happened: $happened, version: $version) { note weight flagged }
}`

/** Says that a field note is wrong or out of date. */
export async function reportNote(
  context: CommandContext,
  note: string,
  flags: { readonly happened: string; readonly version?: string }
): Promise<void> {
  const ask = await connect(context)
  const { happened, version = null } = flags
  const { reportNote: now } = await ask<{
    reportNote: { weight: number; flagged: readonly string[] }
  }>(reportDocument, { note, happened, version })
  const shown =
    now.weight > 0 ? `It counts ${String(now.weight)} now.` : 'It is not shown any more.'
  context.terminal.answer(`Recorded. ${shown} A curator looks at it: cairn review list`, now)
}
