import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ask } from '../data/ask.js'
import { Tag } from '../parts/chip.js'
import { TextField } from '../parts/field.js'
import { Async } from '../parts/states.js'
import { foldersDocument, readerWords, type Listing } from './add-documents.js'
import type { AddForm } from './add-form.js'

/** A folder on the machine where Cairn runs: picked below the allowed roots, or typed. */
export function FolderPicker(props: {
  form: AddForm
  onChange: (changes: Partial<AddForm>) => void
}) {
  const { form, onChange } = props
  const [at, setAt] = useState<string | null>(null)
  const listing = useQuery({
    queryKey: ['folders', at],
    queryFn: ({ signal }) =>
      ask<{ folders: Listing }>(foldersDocument, { path: at }, { signal }).then(
        ({ folders }) => folders
      )
  })
  return (
    <>
      <TextField
        label="Folder or file, on the machine where Cairn runs"
        required
        value={form.folder}
        placeholder="/home/me/project/docs"
        onChange={(event) => {
          onChange({ folder: event.target.value })
        }}
      />
      <Async query={listing} lines={4}>
        {(found) => (
          <Folders
            listing={found}
            chosen={form.folder}
            onOpen={(path) => {
              setAt(path)
              if (path !== null) onChange({ folder: path })
            }}
          />
        )}
      </Async>
    </>
  )
}

function Folders(props: {
  listing: Listing
  chosen: string
  onOpen: (path: string | null) => void
}) {
  const { listing, chosen, onOpen } = props
  const { path, parent, folders, more } = listing
  return (
    <div className="folders" role="group" aria-label="Folders">
      {path !== null && (
        <button
          type="button"
          className="folder"
          onClick={() => {
            onOpen(parent)
          }}
        >
          ← <span className="muted">{parent ?? 'All folders that may be picked'}</span>
        </button>
      )}
      {folders.length === 0 && (
        <p className="muted small folder">
          {path === null
            ? 'No folder may be picked here: CAIRN_ROOTS names those that may. One can be typed above.'
            : 'No folder in it.'}
        </p>
      )}
      {folders.map((folder) => (
        <button
          key={folder.path}
          type="button"
          className="folder"
          aria-pressed={folder.path === chosen}
          onClick={() => {
            onOpen(folder.path)
          }}
        >
          <span className="one-line">{folder.name}</span>
          {folder.reader !== null && (
            <Tag tone="accent">{readerWords[folder.reader] ?? folder.reader}</Tag>
          )}
        </button>
      ))}
      {more > 0 && (
        <p className="muted small folder">{more} more: type the path of one of those above.</p>
      )}
    </div>
  )
}
