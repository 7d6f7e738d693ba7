import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useMay, useSpace } from '../data/session.js'
import { Ago } from '../parts/ago.js'
import { Button } from '../parts/button.js'
import { Tag } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { NodeLink } from '../parts/node-link.js'
import { ErrorBox } from '../parts/states.js'
import { pinDocument, type Library } from './libraries-documents.js'

/** Documentation that was not looked at for so long may be behind: most libraries release twice a year. */
const agesAfter = 180 * 24 * 3_600_000

/** One version of a library: how old, from where, how much, and what can be done with it. */
export function LibraryRow(props: {
  library: Library
  /** The newest that is held, where that is another version. */
  newest: string | null
  /** How many versions of it are held. */
  versions: number
}) {
  const { library, newest } = props
  const { id, title, version, ecosystem, docs, apis, ingestedAt, space } = library
  return (
    <div className="list-row library-row">
      <div className="stack tight">
        <span className="row">
          <NodeLink id={id} className="list-title">
            {title}
          </NodeLink>
          <code>{version}</code>
          <Marks library={library} newest={newest} />
        </span>
        <span className="facts-line">
          <span>{ecosystemWords[ecosystem] ?? ecosystem}</span>
          {space !== 'public' && <span>space {space}</span>}
          {library.sources.map(({ source, pages }) => (
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
      <Acts library={library} versions={props.versions} />
    </div>
  )
}

/** What is to be known of a version at a glance: under way, pinned, or behind. */
function Marks({ library, newest }: { library: Library; newest: string | null }) {
  const { state, ingestedAt, pinned } = library
  const isOld = ingestedAt !== null && Date.now() - Date.parse(ingestedAt) > agesAfter
  return (
    <>
      {state !== 'complete' && <Tag tone="accent">{stateWords[state] ?? state}</Tag>}
      {pinned && <Tag>pinned</Tag>}
      {!pinned && newest !== null && <Tag tone="care">{newest} is held</Tag>}
      {!pinned && newest === null && isOld && <Tag tone="care">not updated for long</Tag>}
    </>
  )
}

const stateWords: Readonly<Record<string, string>> = {
  ingesting: 'coming in',
  removing: 'going'
}

const ecosystemWords: Readonly<Record<string, string>> = {
  pypi: 'Python',
  npm: 'npm',
  docs: 'documentation',
  generic: 'documentation'
}

/** What can be done with it: only in its own space. */
function Acts({ library, versions }: { library: Library; versions: number }) {
  const compare = useMay('apiChanges')
  const change = useMay('removeLibrary')
  const space = useSpace()
  const mine = change && space === library.space
  const { set } = useAddress()
  const { key, name, ecosystem } = library
  const isPackage = ecosystem === 'npm' || ecosystem === 'pypi'
  return (
    <span className="row">
      {mine && isPackage && (
        <Act
          says="Update…"
          onAct={() => {
            set({ add: `${ecosystem}:${name}` })
          }}
        />
      )}
      {compare && versions > 1 && (
        <Link
          className="button quiet small"
          href={`/libraries?compare=${encodeURIComponent(name)}`}
        >
          Compare versions
        </Link>
      )}
      {mine && <Pin library={library} />}
      {mine && (
        <Act
          says="Remove…"
          onAct={() => {
            set({ remove: key })
          }}
        />
      )}
    </span>
  )
}

function Act({ says, onAct }: { says: string; onAct: () => void }) {
  return (
    <Button kind="quiet" small onClick={onAct}>
      {says}
    </Button>
  )
}

/** A pinned version stays when old ones are pruned, and is not said to be behind. */
function Pin({ library }: { library: Library }) {
  const { key, pinned } = library
  const client = useQueryClient()
  const pin = useMutation({
    mutationFn: () => ask(pinDocument, { library: key, pinned: !pinned }),
    onSettled: () => client.invalidateQueries({ queryKey: ['libraries'] })
  })
  return (
    <>
      <Button
        kind="quiet"
        small
        busy={pin.isPending}
        title="A pinned version stays, however old it is."
        onClick={() => {
          pin.mutate()
        }}
      >
        {pinned ? 'Unpin' : 'Pin'}
      </Button>
      {pin.isError && <ErrorBox error={pin.error} />}
    </>
  )
}
