import {
  notesToRelink,
  relinkNotes as relinkNoteRows,
  removeProvisional
} from '../../graph/queries.js'
import type { GraphMap } from '../../graph/query.js'
import { createCatalogue, type GrowingCatalogue } from '../api-catalogue.js'
import { settleChanged } from '../derive-notes.js'
import type { RecordDeps } from '../record-traces.js'
import { usesFromTexts } from '../uses-of.js'
import { settleNotes } from './settle-notes.js'
import { namesToLearn, subjectOf } from './subject-of.js'

const atOnce = 200

/**
 * After documentation came, has the notes about things of its names hang on it, as if it had been there first; what
 * stood in for it goes. Notes that are linked right already stay as they are.
 */
export async function relinkNotes(
  deps: Pick<RecordDeps, 'db' | 'embedder'>,
  { space, names }: { readonly space: string; readonly names: ReadonlySet<string> },
  signal: AbortSignal
): Promise<void> {
  const keys = [...new Set([...names].map((name) => name.toLowerCase()))]
  const catalogue = createCatalogue(deps.db, space)
  for (let after = ''; ;) {
    signal.throwIfAborted()
    const notes = await deps.db.run(notesToRelink, { space, keys, after, limit: atOnce })
    const last = notes.at(-1)
    if (last === undefined) return
    after = last.id
    await catalogue.learn(notes.flatMap(({ about }) => namesToLearn(about)))
    const rows = notes
      .map((note) => rowOf(note, { space, catalogue }))
      .filter(({ said }) => said.length > 0)
    if (rows.length === 0) continue
    const touched = await deps.db.write(async (tx) => {
      await tx.run(relinkNoteRows, { rows })
      const changed = await settleChanged(
        tx,
        rows.map(({ id }) => id),
        space
      )
      await tx.run(removeProvisional, { names: [...names], space })
      return changed
    })
    await settleNotes(deps, space, touched)
  }
}

interface Relinked extends GraphMap {
  readonly id: string
  readonly nodes: readonly string[]
  readonly said: readonly GraphMap[]
}

function rowOf(
  {
    id,
    about,
    traces
  }: {
    readonly id: string
    readonly about: readonly string[]
    readonly traces: readonly GraphMap[]
  },
  { space, catalogue }: { readonly space: string; readonly catalogue: GrowingCatalogue }
): Relinked {
  const nodes = new Set<string>()
  const said = traces.map((trace) => {
    const strings = (value: unknown) =>
      Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    const candidates = trace['candidates']
    const subjects = about.map((one) =>
      subjectOf(one, {
        space,
        catalogue,
        project: null,
        code: typeof trace['code'] === 'string' ? trace['code'] : '',
        libraries: strings(trace['libraries']),
        uses: usesFromTexts(
          strings(trace['uses']),
          typeof candidates === 'string' ? candidates : null
        )
      })
    )
    for (const { nodes: known, provisional } of subjects) {
      for (const node of known) nodes.add(node)
      if (provisional !== null) nodes.add(provisional.id)
    }
    return {
      trace: trace['id'] ?? '',
      subject: subjects[0]?.name ?? 'topic:',
      subjects: subjects.map(({ name }) => name),
      about: subjects.map(({ shown }) => shown)
    }
  })
  return { id, nodes: [...nodes], said }
}
