import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
import type { Insight } from '../review/review-types.js'
import { WordsForm, wordsOf } from '../review/words-form.js'
import { publishDocument } from './insights-documents.js'

/** A team's insight, proposed to everybody in words written for that. */
export function PublishInsight({ insight }: { insight: Insight }) {
  const may = useMay('publishInsight')
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const publish = useMutation({
    mutationFn: (into: object) =>
      ask(publishDocument, { decision: { insight: insight.id, version: insight.version }, into }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review-queue'] })
  })
  if (!may || insight.space === 'public' || !insight.inForce) return null
  if (publish.isSuccess)
    return <p role="status">Proposed: it waits for a decision in the public space’s queue.</p>
  if (!open)
    return (
      <div>
        <Button
          onClick={() => {
            setOpen(true)
          }}
        >
          Publish to everybody…
        </Button>
      </div>
    )
  return (
    <section className="stack" aria-label="Publish to everybody">
      <p className="muted">
        Everybody will read these words. Of the attempts beneath it only their number is told; take
        out what is your team’s own.
      </p>
      <WordsForm
        words={wordsOf(insight)}
        busy={publish.isPending}
        error={publish.error === null ? null : <ErrorBox error={publish.error} />}
        save="Propose"
        onSave={(into) => {
          publish.mutate(into)
        }}
        onCancel={() => {
          setOpen(false)
        }}
      />
    </section>
  )
}
