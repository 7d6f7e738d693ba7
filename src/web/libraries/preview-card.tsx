import { Tag } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { readerWords, type Preview } from './add-documents.js'
import { compareVersions } from '../../domain/api-changes.js'
import type { Library } from './libraries-documents.js'

/** What would come in: name, version, what it says of itself, how much, and beside what it would stand. */
export function PreviewCard(props: { preview: Preview; libraries: readonly Library[] }) {
  const { preview } = props
  const { name, version, description, reader, pages, bytes, remarks } = preview
  return (
    <section className="card stack tight" aria-label="What comes in">
      <p className="row">
        <strong>{name}</strong> <code>{version}</code>
        <Tag tone="accent">{readerWords[reader] ?? reader}</Tag>
      </p>
      {description !== '' && <p>{description}</p>}
      <p className="muted small">
        {[
          ...(pages === null ? [] : [counted(pages, 'page')]),
          ...(bytes === null ? [] : [sizeWords(bytes)])
        ].join(', ')}
        {pages === null && ' from its registry; pages are counted once it is fetched.'}
      </p>
      <p className="small">{besideWords(preview, props.libraries)}</p>
      {remarks.map((remark) => (
        <p key={remark} className="muted small">
          {remark}
        </p>
      ))}
    </section>
  )
}

/** `18 kB`, `4.2 MB` */
export function sizeWords(bytes: number): string {
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${size < 10 ? size.toFixed(1) : String(Math.round(size))} ${unit}`
}

function besideWords({ ecosystem, name, version }: Preview, libraries: readonly Library[]): string {
  const held = libraries
    .filter((one) => one.ecosystem === ecosystem && one.name === name)
    .map((one) => one.version)
    .sort(compareVersions)
  const newest = held.at(-1)
  if (newest === undefined) return 'No version of it is held yet.'
  if (held.includes(version)) return `${version} is held: what changed of it comes in.`
  const order = compareVersions(newest, version) < 0 ? 'newer' : 'older'
  return `${newest} is held; this one is ${order}, and both stay.`
}
