import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { cancelDocument } from './jobs-documents.js'

/** What it has done so far stays, so stopping needs no question. */
export function CancelJob(props: { id: string }) {
  const client = useQueryClient()
  const may = useMay('cancelJob')
  const cancel = useMutation({
    mutationFn: () => ask(cancelDocument, { id: props.id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] })
  })
  if (!may) return null
  return (
    <Button
      small
      busy={cancel.isPending}
      onClick={() => {
        cancel.mutate()
      }}
    >
      Cancel
    </Button>
  )
}
