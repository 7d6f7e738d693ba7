import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { retryDocument, type Job } from './jobs-documents.js'

/** The same again, from where it stopped, as a new job. */
export function RetryJob({ job }: { job: Job }) {
  const client = useQueryClient()
  const may = useMay('retryJob')
  const retry = useMutation({
    mutationFn: () => ask(retryDocument, { id: job.id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] })
  })
  if (!may || (job.state !== 'failed' && job.state !== 'cancelled')) return null
  return (
    <Button
      small
      busy={retry.isPending}
      disabled={retry.isSuccess}
      onClick={() => {
        retry.mutate()
      }}
    >
      {retry.isSuccess ? 'Started again' : 'Try again'}
    </Button>
  )
}
