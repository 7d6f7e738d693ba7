import { useQuery } from '@tanstack/react-query'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Button } from '../parts/button.js'
import { counted } from '../parts/counted.js'
import { TextField } from '../parts/field.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import '../styles/libraries.css'
import { AddDialog } from './add-dialog.js'
import { ComparePanel } from './compare-panel.js'
import { familyOf, newestOf, withFamilies } from './families.js'
import { librariesDocument, type Library } from './libraries-documents.js'
import { LibraryRow } from './library-row.js'
import { RemoveDialog } from './remove-dialog.js'

/** What is known, at which version, how fresh; adding, updating, pinning, removing; how versions differ. */
export function LibrariesPage() {
  const { get, set } = useAddress()
  const may = useMay('ingest')
  const libraries = useQuery({
    queryKey: ['libraries'],
    queryFn: ({ signal }) =>
      ask<{ libraries: Library[] }>(librariesDocument, {}, { signal }).then(({ libraries: all }) =>
        withFamilies(all)
      )
  })
  const compared = get('compare')
  const adding = get('add')
  const add = <AddButton />
  return (
    <Page
      title="Libraries"
      lead="What agents can be told about, and how fresh it is."
      actions={may && add}
    >
      <Async query={libraries} lines={8}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No documentation yet" action={may && add}>
              Add a package by its name, an archive or a folder.
            </Empty>
          ) : (
            <>
              <LibraryList libraries={all} />
              <RemoveOne libraries={all} />
            </>
          )
        }
      </Async>
      {may && adding !== null && (
        <AddDialog
          key={adding}
          address={adding}
          libraries={libraries.data ?? []}
          onClose={() => {
            set({ add: null })
          }}
        />
      )}
      {compared !== null && (
        <ComparePanel
          library={compared}
          onClose={() => {
            set({ compare: null })
          }}
        />
      )}
    </Page>
  )
}

function AddButton() {
  const { set } = useAddress()
  return (
    <Button
      kind="primary"
      onClick={() => {
        set({ add: 'yes' })
      }}
    >
      Add a library
    </Button>
  )
}

function RemoveOne({ libraries }: { libraries: readonly Library[] }) {
  const { get, set } = useAddress()
  const may = useMay('removeLibrary')
  const key = get('remove')
  const library = libraries.find((one) => one.key === key)
  if (!may || library === undefined) return null
  return (
    <RemoveDialog
      library={library}
      onClose={() => {
        set({ remove: null })
      }}
    />
  )
}

function LibraryList({ libraries }: { libraries: readonly Library[] }) {
  const { get, set } = useAddress()
  const filter = get('q') ?? ''
  const shown = libraries.filter(({ key, title }) =>
    `${key} ${title}`.toLowerCase().includes(filter.toLowerCase())
  )
  const sum = (of: 'docs' | 'apis') => libraries.reduce((total, one) => total + one[of], 0)
  return (
    <>
      <div className="library-head">
        <TextField
          label="Search libraries"
          bare
          data-search
          type="search"
          placeholder={`Search ${String(libraries.length)} libraries`}
          value={filter}
          onChange={(event) => {
            set({ q: event.target.value }, { replace: true })
          }}
        />
        <p className="muted small numbers">
          {counted(sum('docs'), 'section')}, {counted(sum('apis'), 'API')} in{' '}
          {counted(libraries.length, 'library', 'libraries')}
        </p>
      </div>
      {shown.length === 0 ? (
        <Empty title="No library fits" />
      ) : (
        <div className="list">
          <Rows
            items={shown}
            keyOf={({ id }) => id}
            name="Libraries"
            estimate={72}
            row={(library) => (
              <LibraryRow
                library={library}
                newest={newestOf(library, libraries)}
                versions={familyOf(library, libraries).length}
              />
            )}
          />
        </div>
      )}
    </>
  )
}
