import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Button } from '../parts/button.js'
import { Dialog } from '../parts/dialog.js'
import { Select } from '../parts/field.js'
import { Async, ErrorBox } from '../parts/states.js'
import { counted } from '../parts/counted.js'
import {
  removalDocument,
  removeDocument,
  type Library,
  type Removal
} from './libraries-documents.js'
import { WatchedJob } from './watched-job.js'

/** Says what would go of a library, or of one source of it, and removes it. */
export function RemoveDialog(props: { library: Library; onClose: () => void }) {
  const { key: library, sources } = props.library
  const [source, setSource] = useState('')
  const what = { library, source: source === '' ? null : source }
  const removal = useQuery({
    queryKey: ['library-removal', library, source],
    queryFn: ({ signal }) =>
      ask<{ libraryRemoval: Removal }>(removalDocument, what, { signal }).then(
        (answer) => answer.libraryRemoval
      )
  })
  const remove = useMutation({
    mutationFn: () =>
      ask<{ removeLibrary: { id: string } }>(removeDocument, what).then(
        (answer) => answer.removeLibrary.id
      )
  })
  return (
    <Dialog title={`Remove ${library}`} onClose={props.onClose}>
      {remove.data === undefined ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            remove.mutate()
          }}
        >
          {sources.length > 1 && (
            <Select
              label="What goes"
              options={[
                ['', 'All of it'],
                ...sources.map((one) => [one.source, one.source] as const)
              ]}
              value={source}
              onChange={(event) => {
                setSource(event.target.value)
              }}
            />
          )}
          <Async query={removal} lines={2}>
            {(planned) => <WhatGoes planned={planned} />}
          </Async>
          {remove.isError && <ErrorBox error={remove.error} />}
          <div className="row">
            <Button type="submit" kind="danger" busy={remove.isPending}>
              Remove
            </Button>
            <Button kind="quiet" onClick={props.onClose}>
              Keep it
            </Button>
          </div>
        </form>
      ) : (
        <WatchedJob id={remove.data} />
      )}
    </Dialog>
  )
}

function WhatGoes({ planned }: { planned: Removal }) {
  const { pages, docs, apis, cited } = planned
  return (
    <p>
      {counted(pages, 'page')} with {counted(docs, 'section')} and {counted(apis, 'API')} go.{' '}
      {cited > 0 &&
        `${counted(cited, 'node')} that ${cited === 1 ? 'is' : 'are'} cited or used ${cited === 1 ? 'stays' : 'stay'} as history. `}
      Taking it in again brings it back.
    </p>
  )
}
