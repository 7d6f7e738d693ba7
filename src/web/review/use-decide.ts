import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import {
  approveDocument,
  editDocument,
  mergeDocument,
  splitDocument,
  verdictDocument,
  type Decided,
  type InsightInFull,
  type Verdict,
  type Words
} from './review-documents.js'
import { insightKey, queueKey } from './use-queue.js'

export interface Seen {
  readonly insight: string
  readonly version: number
}

/** What a curator decides, on the version that was seen. */
export type Act =
  | { readonly kind: 'approve'; readonly seen: Seen; readonly acknowledge: readonly string[] }
  | {
      readonly kind: Verdict
      readonly seen: Seen
      readonly reason?: string
      /** Of undo: what it takes back is an undo, so that something is done again. */
      readonly again?: boolean
    }
  | { readonly kind: 'edit'; readonly seen: Seen; readonly into: Words }
  | { readonly kind: 'split'; readonly seen: Seen; readonly into: readonly Words[] }
  | { readonly kind: 'merge'; readonly sources: readonly Seen[]; readonly into: Words }

/** A decision that was taken here and can be taken back. */
export interface Taken {
  readonly kind: string
  readonly seen: Seen
  readonly title: string
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
  return act.kind === 'merge' ? act.sources.map(({ insight }) => insight) : [act.seen.insight]
}

function remembered(
  before: readonly Taken[],
  decided: Decided,
  { act, title }: { act: Act; title: string }
): readonly Taken[] {
  if (act.kind === 'undo') {
    // An insight is taken back by one step: after that its last decision is the undo itself.
    const moved = new Set(decided.changes.map(({ insight }) => insight))
    return before.filter(({ seen }) => !moved.has(seen.insight))
  }
  const [first] = decided.changes
  if (first === undefined || act.kind === 'claim' || act.kind === 'release') return before
  const seen = { insight: first.insight, version: first.after.version }
  return [...before, { kind: decided.kind, seen, title }].slice(-50)
}

async function speak(act: Act): Promise<Decided> {
  const [document, variables] = said(act)
  return (await ask<{ decision: Decided }>(document, variables)).decision
}

function said(act: Act): [document: string, variables: object] {
  if (act.kind === 'merge') return [mergeDocument, { sources: act.sources, into: act.into }]
  const decision = act.seen
  if (act.kind === 'approve') return [approveDocument, { decision, acknowledge: act.acknowledge }]
  if (act.kind === 'edit') return [editDocument, { decision, into: act.into }]
  if (act.kind === 'split') return [splitDocument, { decision, into: act.into }]
  const reason = act.reason === undefined ? {} : { reason: act.reason }
  return [verdictDocument(act.kind), { decision: { ...decision, ...reason } }]
}
