import { after, standings, type Decision, type Standing } from '../../domain/insight-decisions.js'
import { useKeys, type KeyAct } from '../data/keys.js'
import type { Insight } from './review-types.js'
import { approvable, approveMany, onMany } from './on-many.js'
import type { Act, Taken } from './use-decide.js'
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
    { key: 't', does: 'choose, or no longer', run: tick(desk) },
    { key: 'J', does: 'choose and go on', run: tickAndMove(desk, 1) },
    { key: 'K', does: 'choose and go back', run: tickAndMove(desk, -1) },
    { key: 'Enter', does: 'read the candidate', run: focusOn('.candidate-title') },
    {
      key: 'Escape',
      does: desk.chosen.insights.length > 0 ? 'choose none' : 'back to the queue',
      run: () => {
        if (desk.chosen.insights.length > 0) desk.chosen.clear()
        else if (window.matchMedia('(max-width: 899px)').matches) desk.select(null)
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
  if (desk.decide.isPending) return { ...nothing, undo, again }
  if (desk.chosen.insights.length > 0) return { ...onChosen(desk), undo, again }
  if (insight === undefined || !isListed(desk)) return { ...nothing, undo, again }
  const seen = { insight: insight.id, version: insight.version }
  const begin = (kind: Doing['kind']) => () => {
    desk.decide.reset()
    desk.setDoing({ kind, seen })
  }
  const speak = (kind: 'claim' | 'release') => () => {
    desk.decide.mutate({ act: { kind, seen }, title: insight.title })
  }
  const can = (decision: Decision, run: () => void) => (may(insight, decision) ? run : null)
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

/** What can be done to all that are ticked; for the rest one is opened. */
function onChosen(desk: Desk) {
  const { insights } = desk.chosen
  const [first] = insights
  const free = insights.filter(({ claimedBy }) => claimedBy === null)
  if (first === undefined) return nothing
  const say = (kind: 'reject' | 'needs-work' | 'retire') => () => {
    desk.decide.reset()
    const seen = { insight: first.id, version: first.version }
    desk.setDoing({ kind, seen, many: insights })
  }
  const all = (decision: Decision, run: () => void) =>
    insights.every((one) => may(one, decision)) ? run : null
  return {
    ...nothing,
    approve:
      approvable(insights).length === 0
        ? null
        : () => {
            desk.decide.mutate(approveMany(insights))
          },
    reject: all('reject', say('reject')),
    needsWork: all('needs-work', say('needs-work')),
    retire: all('retire', say('retire')),
    claim:
      free.length === 0
        ? null
        : all('claim', () => {
            desk.decide.mutate(onMany(free, 'claim'))
          })
  }
}

function may(insight: Pick<Insight, 'state' | 'inForce'>, decision: Decision): boolean {
  const standing = standingOf(insight)
  return standing !== undefined && after(decision, standing) !== null
}

/** Whether what is open stands in the list beside it. */
function isListed({ insights, selected }: Desk): boolean {
  return insights.some(({ id }) => id === selected)
}

/** Where an insight stands, as the table of decisions has it. */
function standingOf({ state, inForce }: Pick<Insight, 'state' | 'inForce'>): Standing | undefined {
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
      desk.decide.mutate(takingBack(last))
    }
  }
  if (insight === undefined || desk.full.data?.decisions.length === 0) return null
  const seen = { insight: insight.id, version: insight.version }
  const again = wouldRedo(desk)
  return () => {
    desk.decide.mutate({ act: { kind: 'undo', seen, again }, title: insight.title })
  }
}

function takingBack({ seen, title }: Taken): { act: Act; title: string } {
  const acts = seen.map((one) => ({ kind: 'undo' as const, seen: one }))
  const [only] = acts
  if (only !== undefined && acts.length === 1) return { act: only, title }
  return { act: { kind: 'many', of: 'undo', acts }, title }
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

function tick(desk: Desk): () => void {
  return () => {
    if (isListed(desk)) desk.chosen.toggle(desk.selected)
  }
}

function tickAndMove(desk: Desk, by: number): () => void {
  return () => {
    if (isListed(desk) && !desk.chosen.has(desk.selected)) desk.chosen.toggle(desk.selected)
    move(desk, by)()
  }
}

function focusOn(selector: string): () => void {
  return () => {
    const found = document.querySelector(selector)
    if (found instanceof HTMLElement) found.focus()
  }
}
