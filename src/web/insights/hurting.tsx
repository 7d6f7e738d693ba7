import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { Inline } from '../parts/inline.js'
import { ErrorBox } from '../parts/states.js'
import { verdictDocument } from '../review/review-documents.js'
import type { Decided } from '../review/review-types.js'
import type { Kept } from './use-insights.js'
import { countWords } from './verdict.js'

/** An insight without which work goes better, with what to do about it. */
export function Hurting({ insight }: { insight: Kept }) {
  const may = useMay('retireInsight')
  const retire = useRetire(insight)
  const open = `/review?insight=${encodeURIComponent(insight.id)}`
  const { data: retired } = retire.out
  return (
    <section className="hurting" aria-label={`Hurts: ${insight.title}`}>
      <div className="stack tight">
        <p>
          <strong>This hurts:</strong>{' '}
          <Link href={`/insights/${encodeURIComponent(insight.id)}`}>
            <Inline text={insight.title} />
          </Link>
        </p>
        <p className="small" role="status">
          {retired === undefined
            ? `${countWords(insight.effect)}. ${standing(insight)}`
            : 'Taken out of force: agents are not shown it any more.'}
        </p>
        {retire.failed !== null && <ErrorBox error={retire.failed} />}
      </div>
      <div className="row push">
        {may && insight.inForce && retired === undefined && (
          <Button
            kind="danger"
            busy={retire.out.isPending}
            onClick={() => {
              retire.out.mutate()
            }}
          >
            Take it out of force
          </Button>
        )}
        {retired !== undefined && (
          <Button
            busy={retire.back.isPending}
            onClick={() => {
              retire.back.mutate(retired)
            }}
          >
            Put it back
          </Button>
        )}
        {may && (
          <Link href={open} className="button plain">
            Open in Review
          </Link>
        )}
      </div>
    </section>
  )
}

function standing({ inForce }: Kept): string {
  return inForce
    ? 'Agents are still shown it.'
    : 'Cairn took it out of force; it waits for a decision.'
}

function useRetire({ id, version, effect }: Kept) {
  const client = useQueryClient()
  const again = () => client.invalidateQueries({ queryKey: ['review-queue'] })
  const speak = (verdict: 'retire' | 'undo', at: number, reason: string) =>
    ask<{ decision: Decided }>(verdictDocument(verdict), {
      decision: { insight: id, version: at, reason }
    }).then(({ decision }) => decision)
  const out = useMutation({
    mutationFn: () => speak('retire', version, `Measured to hurt: ${countWords(effect)}.`),
    onSuccess: again
  })
  const back = useMutation({
    mutationFn: ({ changes }: Decided) =>
      speak('undo', changes.find(({ insight }) => insight === id)?.after.version ?? version, ''),
    onSuccess: async () => {
      out.reset()
      await client.invalidateQueries({ queryKey: ['insights'] })
    }
  })
  return { out, back, failed: out.error ?? back.error }
}
