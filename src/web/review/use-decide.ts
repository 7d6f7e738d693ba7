import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, asFailure } from '../data/ask.js'
import {
  approveDocument,
  editDocument,
  mergeDocument,
  splitDocument,
  verdictDocument,
  type Verdict
} from './review-documents.js'
import type { Decided, InsightInFull, Words } from './review-types.js'
import { insightKey, queueKey } from './use-queue.js'

export interface Seen {
  readonly insight: string
  readonly version: number
}

type ActOnOne =
  | { readonly kind: 'approve'; readonly seen: Seen; readonly acknowledge: readonly string[] }
  | {
      readonly kind: Verdict
      readonly seen: Seen
      readonly reason?: string
      /** Of undo: what it takes back is an undo, so that something is done again. */
      readonly again?: boolean
    }

/** What a curator decides, on the version that was seen. */
export type Act =
  | ActOnOne
  | { readonly kind: 'edit'; readonly seen: Seen; readonly into: Words }
  | { readonly kind: 'split'; readonly seen: Seen; readonly into: readonly Words[] }
  | { readonly kind: 'merge'; readonly sources: readonly Seen[]; readonly into: Words }
  | { readonly kind: 'many'; readonly of: ActOnOne['kind']; readonly acts: readonly ActOnOne[] }

/** A decision that was taken here and can be taken back; of several insights, all of them. */
export interface Taken {
  readonly kind: string
  readonly seen: readonly Seen[]
  readonly title: string
}

/** What came of it: of a decision on several, also those on which it could not be taken. */
export interface Outcome extends Decided {
  readonly refused: readonly string[]
}

/** Speaks decisions, remembers them for undo, and has what they changed read again. */
export function useDecide(done: (decided: Decided, act: Act) => void) {
  const client = useQueryClient()
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const decide = useMutation({
    mutationFn: ({ act }: { act: Act; title: string }) => speak(act),
    onSuccess: (decided, { act, title }) => {
      setTaken((before) => remembered(before, decided, { act, title }))
      moveOn(client, decided)
      done(decided, act)
    },
    onSettled: (decided, _error, { act }) => {
      const changed = decided?.changes.map(({ insight }) => insight) ?? seenIn(act)
      const read = Promise.all([
        ...changed.map((id) => client.invalidateQueries({ queryKey: insightKey(id) })),
        client.invalidateQueries({ queryKey: queueKey })
      ])
      // The next undo needs the version that this one made; whoever decides need not wait.
      return act.kind === 'undo' ? read : undefined
    }
  })
  return { decide, last: taken.at(-1) }
}

/** What was read before stands at the new version until it is read again: who decides twice is quicker than that. */
function moveOn(client: QueryClient, { changes }: Decided): void {
  for (const { insight, after } of changes)
    client.setQueryData<InsightInFull>(
      insightKey(insight),
      (full) => full && { ...full, insight: { ...full.insight, ...after } }
    )
}

function seenIn(act: Act): string[] {
  if (act.kind === 'many') return act.acts.map(({ seen }) => seen.insight)
  return act.kind === 'merge' ? act.sources.map(({ insight }) => insight) : [act.seen.insight]
}

function remembered(
  before: readonly Taken[],
  decided: Decided,
  { act, title }: { act: Act; title: string }
): readonly Taken[] {
  const kind = act.kind === 'many' ? act.of : act.kind
  if (kind === 'undo') {
    // An insight is taken back by one step: after that its last decision is the undo itself.
    const moved = new Set(decided.changes.map(({ insight }) => insight))
    return before.flatMap((one) => {
      const seen = one.seen.filter(({ insight }) => !moved.has(insight))
      return seen.length === 0 ? [] : [{ ...one, seen }]
    })
  }
  if (kind === 'claim' || kind === 'release') return before
  const now = decided.changes.map(({ insight, after }) => ({ insight, version: after.version }))
  const seen = act.kind === 'many' ? now : now.slice(0, 1)
  return seen.length === 0 ? before : [...before, { kind, seen, title }].slice(-50)
}

async function speak(act: Act): Promise<Outcome> {
  if (act.kind === 'many') return speakAll(act.acts)
  const [document, variables] = said(act)
  const { decision } = await ask<{ decision: Decided }>(document, variables)
  return { ...decision, refused: [] }
}

/** One after the other; what is refused stays as it is and is told. @throws AskError where every one is refused */
async function speakAll(acts: readonly ActOnOne[]): Promise<Outcome> {
  const done: Outcome[] = []
  const refused: unknown[] = []
  for (const act of acts)
    await speak(act).then(
      (one) => done.push(one),
      (error: unknown) => refused.push(error)
    )
  const [first] = done
  if (first === undefined) throw refused[0]
  return {
    ...first,
    changes: done.flatMap(({ changes }) => changes),
    refused: refused.map((error) => asFailure(error).message)
  }
}

function said(act: Exclude<Act, { kind: 'many' }>): [document: string, variables: object] {
  if (act.kind === 'merge') return [mergeDocument, { sources: act.sources, into: act.into }]
  const decision = act.seen
  if (act.kind === 'approve') return [approveDocument, { decision, acknowledge: act.acknowledge }]
  if (act.kind === 'edit') return [editDocument, { decision, into: act.into }]
  if (act.kind === 'split') return [splitDocument, { decision, into: act.into }]
  const reason = act.reason === undefined ? {} : { reason: act.reason }
  return [verdictDocument(act.kind), { decision: { ...decision, ...reason } }]
}
