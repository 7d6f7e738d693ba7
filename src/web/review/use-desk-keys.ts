import { after, standings, type Decision, type Standing } from '../../domain/insight-decisions.js'
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
  readonly release: (() => void) | null
  readonly undo: (() => void) | null
  /** Whether undo would do again what was taken back. */
  readonly again: boolean
}

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
    ...act('c', 'let others decide', does.release),
    ...act('u', does.again ? 'redo' : 'undo', does.undo),
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
  claim: null,
  release: null
} as const

function actsOn(desk: Desk, insight: Insight | undefined): Does {
  const undo = undoOf(desk, insight)
  const again = wouldRedo(desk)
  if (insight === undefined || desk.decide.isPending) return { ...nothing, undo, again }
  const seen = { insight: insight.id, version: insight.version }
  const begin = (kind: Doing['kind']) => () => {
    desk.decide.reset()
    desk.setDoing({ kind, seen })
  }
  const speak = (kind: 'claim' | 'release') => () => {
    desk.decide.mutate({ act: { kind, seen }, title: insight.title })
  }
  const standing = standingOf(insight)
  const can = (decision: Decision, run: () => void) =>
    standing === undefined || after(decision, standing) === null ? null : run
  return {
    approve: can('approve', () => {
      approve(desk, insight)
    }),
    edit: can('edit', begin('edit')),
    needsWork: can('needs-work', begin('needs-work')),
    reject: can('reject', begin('reject')),
    retire: can('retire', begin('retire')),
    merge: can('merge', begin('merge')),
    split: can('split', begin('split')),
    claim: insight.claimedBy === null ? can('claim', speak('claim')) : null,
    release: insight.claimedBy === desk.me ? can('release', speak('release')) : null,
    undo,
    again
  }
}

/** Where an insight stands, as the table of decisions has it. */
function standingOf({ state, inForce }: Insight): Standing | undefined {
  const name = state === 'in-review' && inForce ? 'in-review-in-force' : state
  return standings.find((one) => one === name)
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
  const again = wouldRedo(desk)
  return () => {
    desk.decide.mutate({ act: { kind: 'undo', seen, again }, title: insight.title })
  }
}

/** Undoing an undo does again what it took back, and the next one takes it back in turn. */
function wouldRedo({ last, full }: Desk): boolean {
  if (last !== undefined) return false
  const decisions = full.data?.decisions ?? []
  const other = decisions.findIndex(({ kind }) => kind !== 'undo')
  return (other < 0 ? decisions.length : other) % 2 === 1
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
