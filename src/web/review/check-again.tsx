import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { ErrorBox } from '../parts/states.js'
import { checkAgainDocument, curationDoneDocument } from './review-documents.js'
import { queueKey } from './use-queue.js'

/** How often is looked whether the run is over, in milliseconds. */
const lookEveryMs = 700

/** Has what is blocked checked against what is known by now, and shows what came of it. */
export function CheckAgain() {
  const client = useQueryClient()
  const check = useMutation({
    mutationFn: runAndWait,
    onSuccess: () => client.invalidateQueries({ queryKey: queueKey })
  })
  return (
    <>
      <span className="muted tiny push" role="status">
        {check.isSuccess ? 'checked just now' : ''}
      </span>
      <Button
        small
        busy={check.isPending}
        title="Looks at who saw each and what documentation says, as of now"
        onClick={() => {
          check.mutate()
        }}
      >
        {check.isPending ? 'Checking…' : 'Check again'}
      </Button>
      {check.isError && <ErrorBox error={check.error} />}
    </>
  )
}

async function runAndWait(): Promise<void> {
  const { runCuration } = await ask<{ runCuration: { id: string } }>(checkAgainDocument)
  for (;;) {
    const { job } = await ask<{ job: { state: string; message: string | null } }>(
      curationDoneDocument,
      { id: runCuration.id }
    )
    if (job.state === 'done') return
    if (job.state === 'failed' || job.state === 'cancelled')
      throw new Error(job.message ?? 'The check was stopped.')
    await new Promise((go) => setTimeout(go, lookEveryMs))
  }
}
