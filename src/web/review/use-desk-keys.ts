import { useKeys, type KeyAct } from '../data/keys.js'
import type { Insight } from './review-documents.js'
import type { Desk, Doing } from './use-desk.js'

/** What can be decided where an insight stands, by name. */
export interface Does {
  readonly approve: (() => void) | null
  readonly edit: (() => void) | null
  readonly needsWork: (() => void) | null
  readonly reject: (() => void) | null
  readonly retire: (() => void) | null
  readonly merge: (() => void) | null
  readonly split: (() => void) | null
  readonly claim: (() => void) | null
  readonly undo: (() => void) | null
}

const waiting = new Set(['candidate', 'in-review', 'needs-work'])

/** The curator's keys, and the same acts for the bar's buttons. */
export function useDeskKeys(desk: Desk): Does {
  const insight = desk.full.data?.insight
  const does = actsOn(desk, insight)
  const act = (key: string, words: string, run: (() => void) | null): KeyAct[] =>
    run === null ? [] : [{ key, does: words, run }]
  useKeys('Review', [
    ...act('a', 'approve', does.approve),
    ...act('w', 'needs work', does.needsWork),
    ...act('x', 'reject', does.reject ?? does.retire),
    ...act('m', 'merge', does.merge),
    ...act('s', 'split', does.split),
    ...act('e', 'edit', does.edit),
    ...act('c', 'take into review', does.claim),
    ...act('u', 'undo', does.undo),
    { key: 'j', does: 'next', run: move(desk, 1) },
    { key: 'k', does: 'previous', run: move(desk, -1) },
    { key: 'Enter', does: 'read the candidate', run: focusOn('.candidate-title') },
    {
      key: 'Escape',
      does: 'back to the queue',
      run: () => {
        if (window.matchMedia('(max-width: 899px)').matches) desk.select(null)
        else focusOn('.queue-row[aria-current]')()
      }
    }
  ])
  return does
}

const nothing = {
  approve: null,
  edit: null,
  needsWork: null,
  reject: null,
  retire: null,
  merge: null,
  split: null,
  claim: null
} as const

function actsOn(desk: Desk, insight: Insight | undefined): Does {
  const undo = undoOf(desk, insight)
  if (insight === undefined || desk.decide.isPending) return { ...nothing, undo }
  const seen = { insight: insight.id, version: insight.version }
  const begin = (kind: Doing['kind']) => () => {
    desk.decide.reset()
    desk.setDoing({ kind, seen })
  }
  const waits = waiting.has(insight.state)
  const forWaiting = (run: () => void) => (waits ? run : null)
  const forLiving = (run: () => void) => (waits || insight.state === 'approved' ? run : null)
  return {
    approve: forWaiting(() => {
      approve(desk, insight)
    }),
    edit: forLiving(begin('edit')),
    needsWork: forWaiting(begin('needs-work')),
    reject: forWaiting(begin('reject')),
    retire: insight.state === 'approved' ? begin('retire') : null,
    merge: forLiving(begin('merge')),
    split: forLiving(begin('split')),
    claim:
      waits && insight.claimedBy === null
        ? () => {
            desk.decide.mutate({ act: { kind: 'claim', seen }, title: insight.title })
          }
        : null,
    undo
  }
}

/** Approves at once, or leads to what has to be ticked first. */
function approve(desk: Desk, insight: Insight): void {
  const missing = insight.toAcknowledge.filter((what) => !desk.acknowledged.includes(what))
  if (missing.length > 0) {
    focusOn('#acknowledge input:not(:checked)')()
    return
  }
  desk.decide.mutate({
    act: {
      kind: 'approve',
      seen: { insight: insight.id, version: insight.version },
      acknowledge: insight.toAcknowledge
    },
    title: insight.title
  })
}

/** Takes back what was decided last here, or else what was decided last on the open insight. */
function undoOf(desk: Desk, insight: Insight | undefined): (() => void) | null {
  const { last } = desk
  if (desk.decide.isPending) return null
  if (last !== undefined) {
    return () => {
      desk.decide.mutate({ act: { kind: 'undo', seen: last.seen }, title: last.title })
    }
  }
  if (insight === undefined || desk.full.data?.decisions.length === 0) return null
  const seen = { insight: insight.id, version: insight.version }
  return () => {
    desk.decide.mutate({ act: { kind: 'undo', seen }, title: insight.title })
  }
}

function move(desk: Desk, by: number): () => void {
  return () => {
    const at = desk.insights.findIndex(({ id }) => id === desk.selected)
    const next = desk.insights[at < 0 ? 0 : at + by]
    if (next !== undefined) desk.select(next.id, true)
  }
}

function focusOn(selector: string): () => void {
  return () => {
    const found = document.querySelector(selector)
    if (found instanceof HTMLElement) found.focus()
  }
}
