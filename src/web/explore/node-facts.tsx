import { Ago } from '../parts/ago.js'
import type { OpenedNode } from './explore-documents.js'

/** Shown elsewhere on the panel, or of no use to a person. */
const elsewhere = new Set([
  ...[
    'id',
    'title',
    'text',
    'code',
    'example',
    'error',
    'signature',
    'summary',
    'question',
    'task',
    'note',
    'needed'
  ],
  ...[
    'applies',
    'advice',
    'avoid',
    'outcome',
    'tainted',
    'links',
    'codeUses',
    'ordinal',
    'parameters',
    'named'
  ],
  ...[
    'gates',
    'mentions',
    'usage',
    'about',
    'aboutKind',
    'doc',
    'page',
    'lineage',
    'before',
    'after',
    'result'
  ]
])

const names: Readonly<Record<string, string>> = {
  evidencePassed: 'Worked',
  evidenceFailed: 'Failed',
  evidenceUses: 'Times used',
  support: 'Traces beneath it',
  agents: 'Agents',
  problems: 'Problems',
  createdAt: 'Written',
  ingestedAt: 'Taken in',
  evidenceAt: 'Last reported',
  qualifiedName: 'Qualified name',
  judgedBy: 'Judged by'
}

const evidence = [
  'evidencePassed',
  'evidenceFailed',
  'evidenceUses',
  'support',
  'agents',
  'problems'
]

/** The other properties: what outcomes say first. */
export function NodeFacts({ node }: { node: OpenedNode }) {
  const all = Object.entries(node.properties).filter(
    ([name, value]) => !elsewhere.has(name) && isPlain(value)
  )
  const first = all.filter(([name]) => evidence.includes(name))
  const rest = all.filter(([name]) => !evidence.includes(name)).sort(([a], [b]) => (a < b ? -1 : 1))
  return (
    <>
      {first.length > 0 && <Facts title="Evidence" facts={first} />}
      {rest.length > 0 && <Facts title="Facts" facts={rest} />}
    </>
  )
}

function Facts(props: { title: string; facts: readonly [string, unknown][] }) {
  return (
    <section className="explore-section">
      <h3>{props.title}</h3>
      <dl className="explore-facts">
        {props.facts.map(([name, value]) => (
          <div key={name}>
            <dt>{names[name] ?? spaced(name)}</dt>
            <dd className={typeof value === 'number' ? 'numbers' : undefined}>
              <Value name={name} value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Value({ name, value }: { name: string; value: unknown }) {
  if (name.endsWith('At') && typeof value === 'string') return <Ago at={value} />
  if (typeof value === 'number') return Math.round(value * 100) / 100
  if (Array.isArray(value)) return value.join(' › ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? linked(value) : null
}

function linked(value: string) {
  if (!/^https?:\/\/\S+$/.test(value) || !URL.canParse(value)) return value
  return (
    <a href={value} target="_blank" rel="noreferrer noopener">
      {value}
    </a>
  )
}

function isPlain(value: unknown): boolean {
  if (value === '' || value === null || value === undefined) return false
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => typeof item !== 'object')
  return typeof value !== 'object'
}

/** `importNames` as `Import names`. */
function spaced(name: string): string {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
