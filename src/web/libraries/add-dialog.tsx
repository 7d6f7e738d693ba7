import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { ErrorBox } from '../parts/states.js'
import { previewDocument, type Preview } from './add-documents.js'
import { AddFields } from './add-fields.js'
import { questionOf, sourceOf, useAddForm, type AddForm } from './add-form.js'
import { ingestDocument, type Library } from './libraries-documents.js'
import { PreviewCard } from './preview-card.js'
import { WatchedJob } from './watched-job.js'

/** Names a library, shows what would come in of it, takes it in, and shows how it comes in. */
export function AddDialog(props: {
  /** What is named already, such as `npm:express`. */
  address: string
  libraries: readonly Library[]
  onClose: () => void
}) {
  const { form, change, forget } = useAddForm(props.address)
  const { preview, take } = useTaking(form, forget)
  useLookAtOnce(props.address, () => {
    preview.mutate(form)
  })
  const look = (changes: Partial<AddForm>) => {
    change(changes)
    preview.reset()
  }
  return (
    <Dialog title="Add a library" onClose={props.onClose} wide>
      {take.data === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (preview.data === undefined) preview.mutate(form)
            else take.mutate(preview.data)
          }}
        >
          <AddFields form={form} onChange={look} />
          {preview.isError && <ErrorBox error={preview.error} />}
          {preview.data !== undefined && (
            <PreviewCard preview={preview.data} libraries={props.libraries} />
          )}
          {take.isError && <ErrorBox error={take.error} />}
          <Submit form={form} preview={preview} busy={take.isPending} />
        </form>
      ) : (
        <>
          <WatchedJob id={take.data} />
          <div className="row">
            <Button
              onClick={() => {
                take.reset()
                preview.reset()
              }}
            >
              Add another, or change this
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

/** Named by the address it is looked at without being asked, once. */
function useLookAtOnce(address: string, look: () => void): void {
  const done = useRef(false)
  useEffect(() => {
    if (done.current || !address.includes(':')) return
    done.current = true
    look()
  })
}

function useTaking(form: AddForm, forget: () => void) {
  const preview = useMutation({
    mutationFn: (of: AddForm) =>
      ask<{ sourcePreview: Preview }>(previewDocument, questionOf(of)).then(
        ({ sourcePreview }) => sourcePreview
      )
  })
  const take = useMutation({
    mutationFn: ({ source, reader }: Preview) => {
      const { name, version } = questionOf(form)
      const own = Object.fromEntries(
        Object.entries({ name, version }).filter(([, value]) => value !== null)
      )
      return ask<{ ingest: { id: string } }>(ingestDocument, {
        input: { reader, sources: [source], ...own }
      }).then(({ ingest }) => ingest.id)
    },
    onSuccess: forget
  })
  return { preview, take }
}

function Submit(props: {
  form: AddForm
  preview: ReturnType<typeof useTaking>['preview']
  busy: boolean
}) {
  const { form, preview, busy } = props
  const go = useRef<HTMLButtonElement>(null)
  const seen = preview.data !== undefined
  useEffect(() => {
    // What was looked at is taken in by the key that looked.
    if (seen) go.current?.focus()
  }, [seen])
  return (
    <div className="row">
      {seen ? (
        <button ref={go} type="submit" className="button primary" disabled={busy} aria-busy={busy}>
          Take in
        </button>
      ) : (
        <Button
          type="submit"
          kind="primary"
          busy={preview.isPending}
          disabled={sourceOf(form) === ''}
        >
          {preview.isPending ? 'Looking…' : 'See what comes in'}
        </Button>
      )}
      <span className="muted tiny">Nothing of it is installed or run.</span>
    </div>
  )
}
