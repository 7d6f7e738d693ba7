import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useMay } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { TextField } from '../parts/field.js'
import { NodeLink } from '../parts/node-link.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { ComparePanel } from './compare-panel.js'
import { counted } from '../parts/counted.js'
import { IngestDialog } from './ingest-dialog.js'
import { librariesDocument, type Library } from './libraries-documents.js'
import { RemoveDialog } from './remove-dialog.js'

/** What is known, at which version, how fresh; taking more in; how versions differ. */
export function LibrariesPage() {
  const { get, set } = useAddress()
  const may = useMay('ingest')
  const libraries = useQuery({
    queryKey: ['libraries'],
    queryFn: ({ signal }) =>
      ask<{ libraries: Library[] }>(librariesDocument, {}, { signal }).then((answer) =>
        [...answer.libraries].sort((a, b) => a.title.localeCompare(b.title))
      )
  })
  const compared = get('compare')
  const add = (
    <Button
      kind="primary"
      onClick={() => {
        set({ add: 'yes' })
      }}
    >
      Take in documentation
    </Button>
  )
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
              Take in a dump, a package or a folder here, or with <code>cairn ingest</code>.
            </Empty>
          ) : (
            <>
              <LibraryList libraries={all} />
              <RemoveOne libraries={all} />
            </>
          )
        }
      </Async>
      {may && get('add') !== null && (
        <IngestDialog
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
  return (
    <>
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
      {shown.length === 0 ? (
        <Empty title="No library fits" />
      ) : (
        <div className="list">
          <Rows
            items={shown}
            keyOf={({ id }) => id}
            name="Libraries"
            estimate={62}
            row={(library) => <LibraryRow library={library} />}
          />
        </div>
      )}
    </>
  )
}

function LibraryRow({ library }: { library: Library }) {
  const compare = useMay('apiChanges')
  const remove = useMay('removeLibrary')
  const { set } = useAddress()
  const { id, key, title, version, ecosystem, state, docs, apis, ingestedAt, name, sources } =
    library
  return (
    <div className="list-row library-row">
      <div className="stack tight">
        <NodeLink id={id} className="list-title">
          {title}
        </NodeLink>
        <span className="facts-line">
          <code>{version}</code>
          <span>{ecosystem}</span>
          {state !== 'complete' && <Tag tone="accent">{state}</Tag>}
        </span>
        <span className="facts-line tiny muted">
          {sources.map(({ source, pages }) => (
            <span key={source}>
              {source} ({counted(pages, 'page')})
            </span>
          ))}
        </span>
      </div>
      <span className="small numbers muted">
        {counted(docs, 'section')}, {counted(apis, 'API')}
      </span>
      <span className="small muted">
        <Ago at={ingestedAt} none="coming in" />
      </span>
      <span className="row">
        {compare && (
          <Link
            className="button quiet small"
            href={`/libraries?compare=${encodeURIComponent(name)}`}
          >
            Compare versions
          </Link>
        )}
        {remove && (
          <Button
            kind="quiet"
            small
            onClick={() => {
              set({ remove: key })
            }}
          >
            Remove…
          </Button>
        )}
      </span>
    </div>
  )
}
