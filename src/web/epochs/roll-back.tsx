import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { rollBackDocument } from './epochs-documents.js'

/** Puts in force again what was in force at the end of an epoch. */
export function RollBack(props: { to: number }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        small
        className="push"
        onClick={() => {
          setOpen(true)
        }}
      >
        Go back to epoch {props.to}
      </Button>
      {open && (
        <RollBackDialog
          to={props.to}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </>
  )
}

function RollBackDialog(props: { to: number; onClose: () => void }) {
  const { to, onClose } = props
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const roll = useMutation({
    mutationFn: () => ask(rollBackDocument, { to, reason: reason.trim() }),
    onSuccess: async () => {
      onClose()
      await client.invalidateQueries()
    }
  })
  return (
    <Dialog title={`Go back to epoch ${String(to)}`} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          roll.mutate()
        }}
      >
        <p className="muted">
          Agents are shown exactly what was in force at its end. The open epoch is closed first;
          going back to that one undoes this.
        </p>
        <TextField
          label="Why"
          value={reason}
          required
          autoFocus
          onChange={(event) => {
            setReason(event.target.value)
          }}
        />
        {roll.isError && <ErrorBox error={roll.error} />}
        <div className="row">
          <Button
            type="submit"
            kind="primary"
            busy={roll.isPending}
            disabled={reason.trim() === ''}
          >
            Go back
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
