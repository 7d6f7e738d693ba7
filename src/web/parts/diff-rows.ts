import { diffLines } from 'diff'

export interface DiffCell {
  /** Counts from 1. */
  readonly number: number
  readonly text: string
}

/** One line of both sides; where both are there and differ, one replaced the other. */
export interface DiffRow {
  readonly kind: 'same' | 'changed' | 'removed' | 'added'
  readonly left: DiffCell | null
  readonly right: DiffCell | null
}

/** Both sides line by line; lines that replace each other stand in one row. */
export function diffRows(before: string, after: string): DiffRow[] {
  const rows: DiffRow[] = []
  let left = 0
  let right = 0
  let gone: DiffCell[] = []
  const settle = () => {
    for (const cell of gone) rows.push({ kind: 'removed', left: cell, right: null })
    gone = []
  }
  for (const part of diffLines(before, after)) {
    const lines = part.value.replace(/\n$/, '').split('\n')
    if (part.removed) {
      gone = lines.map((text) => ({ number: ++left, text }))
    } else if (part.added) {
      for (const text of lines) {
        const old = gone.shift() ?? null
        const cell = { number: ++right, text }
        rows.push({ kind: old === null ? 'added' : 'changed', left: old, right: cell })
      }
      settle()
    } else {
      settle()
      for (const text of lines) {
        const number = ++left
        rows.push({ kind: 'same', left: { number, text }, right: { number: ++right, text } })
      }
    }
  }
  settle()
  return rows
}
