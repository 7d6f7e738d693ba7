import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import type { Operation } from '../../domain/permissions.js'
import { useMay } from '../data/session.js'
import { Button } from './button.js'
import { ErrorBox } from './states.js'

/** Asks for something that needs no words; what is looked at under the key is asked for again, and a refusal is said. Shown to whom it is allowed. */
export function AskButton(props: {
  may: Operation
  name: string
  document: string
  queryKey: readonly string[]
  small?: boolean
}) {
  const { name, document, queryKey, small = false } = props
  const client = useQueryClient()
  const may = useMay(props.may)
  const act = useMutation({
    mutationFn: () => ask(document),
    onSettled: () => client.invalidateQueries({ queryKey })
  })
  if (!may) return null
  return (
    <>
      {act.isError && <ErrorBox error={act.error} />}
      <Button
        small={small}
        busy={act.isPending}
        onClick={() => {
          act.mutate()
        }}
      >
        {name}
      </Button>
    </>
  )
}
