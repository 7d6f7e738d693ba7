import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { feedbackDocument, type FeedbackReceipt, type Recommendation } from './ask-documents.js'

export type Verdict = 'helped' | 'misled'

/** What one tells of an answer: of single items, and of the work as a whole. */
export interface Said {
  /** By the place of the item in the answer. */
  readonly items: Readonly<Record<number, Verdict>>
  readonly outcome: 'passed' | 'failed' | null
  readonly note: string
  readonly needed: string
}

const nothing: Said = { items: {}, outcome: null, note: '', needed: '' }

/** What is told of an answer. Of one sender the last word counts, so each sends all that was said. */
export function useFeedback(answer: Recommendation) {
  const [said, setSaid] = useState(nothing)
  const send = useMutation({
    // One after the other: of two that are under way at once the earlier could come last, and would stand.
    scope: { id: `feedback-${answer.id}` },
    mutationFn: (all: Said) =>
      ask<{ sendFeedback: FeedbackReceipt }>(feedbackDocument, {
        input: inputOf(answer, all)
      }).then(({ sendFeedback }) => sendFeedback)
  })
  /** Says of an item that it helped, or misled; sent at once. */
  const judge = (item: number, verdict: Verdict) => {
    const next = { ...said, items: { ...said.items, [item]: verdict } }
    setSaid(next)
    send.mutate(next)
  }
  return { said, setSaid, send, judge }
}

export type FeedbackState = ReturnType<typeof useFeedback>

function inputOf({ id, items }: Recommendation, said: Said) {
  const citedBy = (verdict: Verdict) => [
    ...new Set(
      items.flatMap(({ citations }, i) =>
        said.items[i] === verdict ? citations.map((number) => String(number)) : []
      )
    )
  ]
  const helped = citedBy('helped')
  const misled = citedBy('misled').filter((number) => !helped.includes(number))
  const advice = adviceOf(helped.length, misled.length)
  const note = said.note.trim()
  const needed = said.outcome === 'passed' ? '' : said.needed.trim()
  return {
    recommendation: id,
    from: 'person',
    used: helped,
    misled,
    ...(said.outcome === null ? {} : { outcome: said.outcome }),
    ...(advice === null ? {} : { advice }),
    ...(note === '' ? {} : { note }),
    ...(needed === '' ? {} : { needed })
  }
}

/** What helped stands for the advice, where something did. */
function adviceOf(helped: number, misled: number): Verdict | null {
  if (helped > 0) return 'helped'
  return misled > 0 ? 'misled' : null
}
