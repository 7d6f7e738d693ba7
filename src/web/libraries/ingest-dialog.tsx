import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { Select, TextArea, TextField } from '../parts/field.js'
import { ErrorBox } from '../parts/states.js'
import { ingestDocument } from './libraries-documents.js'
import { WatchedJob } from './watched-job.js'

const readers = [
  ['devdocs', 'DevDocs dump (a folder)'],
  ['npm-package', 'npm package (its folder in node_modules)'],
  ['python-package', 'Python package (name or folder)'],
  ['markdown', 'Markdown (a folder or file)']
] as const

const blank = { reader: 'devdocs', sources: '', name: '', version: '' }

/** Takes documentation in, and shows how it comes in. */
export function IngestDialog(props: { onClose: () => void }) {
  const [form, setForm] = useState(blank)
  const ingest = useMutation({
    mutationFn: () =>
      ask<{ ingest: { id: string } }>(ingestDocument, { input: inputOf(form) }).then(
        (answer) => answer.ingest.id
      )
  })
  return (
    <Dialog title="Take in documentation" onClose={props.onClose}>
      {ingest.data === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            ingest.mutate()
          }}
        >
          <IngestFields form={form} onChange={setForm} />
          {ingest.isError && <ErrorBox error={ingest.error} />}
          <div className="row">
            <Button
              type="submit"
              kind="primary"
              busy={ingest.isPending}
              disabled={form.sources.trim() === ''}
            >
              Take in
            </Button>
            <span className="muted tiny">The same input gives the same graph.</span>
          </div>
        </form>
      ) : (
        <WatchedJob id={ingest.data} />
      )}
    </Dialog>
  )
}

function inputOf({ reader, sources, name, version }: typeof blank) {
  const lines = sources.split('\n').map((line) => line.trim())
  return {
    reader,
    sources: lines.filter((line) => line !== ''),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(version.trim() === '' ? {} : { version: version.trim() })
  }
}

function IngestFields(props: { form: typeof blank; onChange: (form: typeof blank) => void }) {
  const { form, onChange } = props
  const change = (field: keyof typeof blank) => ({
    value: form[field],
    onChange: (event: { target: { value: string } }) => {
      onChange({ ...form, [field]: event.target.value })
    }
  })
  return (
    <>
      <Select label="What it is" options={readers} {...change('reader')} />
      <TextArea
        label="Sources, one a line"
        hint="Folders, files or package names on the machine where Cairn runs."
        required
        autoFocus
        spellCheck={false}
        {...change('sources')}
      />
      <div className="form-grid">
        <TextField label="Name, where the source does not say" {...change('name')} />
        <TextField label="Version, where the source does not say" {...change('version')} />
      </div>
    </>
  )
}
