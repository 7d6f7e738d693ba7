import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { closeDocument } from './epochs-documents.js'

/** Freezes what is in force as the end of the open epoch. */
export function CloseEpoch() {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const client = useQueryClient()
  const close = useMutation({
    mutationFn: () => ask(closeDocument, { note: note.trim() === '' ? null : note.trim() }),
    onSuccess: async () => {
      setOpen(false)
      setNote('')
      await client.invalidateQueries({ queryKey: ['epochs'] })
    }
  })
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true)
        }}
      >
        Close the open epoch
      </Button>
      {open && (
        <Dialog
          title="Close the open epoch"
          onClose={() => {
            setOpen(false)
          }}
        >
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault()
              close.mutate()
            }}
          >
            <p className="muted">
              What is in force now is kept as its end, and the next one opens.
            </p>
            <TextField
              label="What it was about (may stay empty)"
              value={note}
              autoFocus
              onChange={(event) => {
                setNote(event.target.value)
              }}
            />
            {close.isError && <ErrorBox error={close.error} />}
            <div className="row">
              <Button type="submit" kind="primary" busy={close.isPending}>
                Close it
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
