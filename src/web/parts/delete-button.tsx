import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from './button.js'
import { counted } from './counted.js'
import { deleteDocument, deletionDocument, type Deletion } from './delete-documents.js'
import { Dialog } from './dialog.js'
import { Async, ErrorBox } from './states.js'

/** Deletes a contribution, or all of a principal, once its consequences were seen; for those who may. */
export function DeleteButton(props: {
  id: string
  /** What goes, in the title: `this attempt`. */
  what: string
  button: string
  onDeleted?: () => void
}) {
  const [asking, setAsking] = useState(false)
  if (!useMay('deleteContribution')) return null
  return (
    <>
      <Button
        small
        kind="danger"
        onClick={() => {
          setAsking(true)
        }}
      >
        {props.button}
      </Button>
      {asking && (
        <DeleteDialog
          {...props}
          onClose={() => {
            setAsking(false)
          }}
        />
      )}
    </>
  )
}

function DeleteDialog(props: {
  id: string
  what: string
  onClose: () => void
  onDeleted?: () => void
}) {
  const { id, what, onClose, onDeleted } = props
  const client = useQueryClient()
  const planned = useQuery({
    queryKey: ['deletion', id],
    queryFn: ({ signal }) =>
      ask<{ deleteContribution: Deletion }>(deletionDocument, { id }, { signal }).then(
        (answer) => answer.deleteContribution
      )
  })
  const remove = useMutation({
    mutationFn: () => ask(deleteDocument, { id }),
    onSuccess: () => {
      onClose()
      onDeleted?.()
      return client.invalidateQueries()
    }
  })
  return (
    <Dialog title={`Delete ${what}?`} onClose={onClose}>
      <div className="stack">
        <Async query={planned} lines={2}>
          {(deletion) => <WhatGoes id={id} deletion={deletion} />}
        </Async>
        {remove.isError && <ErrorBox error={remove.error} />}
        <div className="row">
          <Button
            kind="danger"
            busy={remove.isPending}
            onClick={() => {
              remove.mutate()
            }}
          >
            Delete for good
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  )
}

function WhatGoes({ id, deletion }: { id: string; deletion: Deletion }) {
  const { deleted, orphans, marked } = deletion
  const beside = deleted.filter((one) => one !== id).length + orphans
  return (
    <p>
      {beside === 0
        ? 'Nothing else rests on it alone.'
        : `${counted(beside, 'other thing')} that ${beside === 1 ? 'rests' : 'rest'} on it alone ${beside === 1 ? 'goes' : 'go'} with it.`}{' '}
      {marked.length > 0 &&
        `${counted(marked.length, 'insight')} that people decided on ${marked.length === 1 ? 'stays' : 'stay'}, counted anew and marked. `}
      It cannot be undone: a backup that holds it is restored without it.
    </p>
  )
}
