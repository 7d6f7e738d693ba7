import { counted } from '../parts/counted.js'
import { libraryName } from '../parts/library-name.js'
import { running, type Job } from './jobs-documents.js'

/** What a job did, for a person. */
export interface Told {
  /** What came of it; '' while it runs, and where it failed. */
  readonly did: string
  /** Whether it ended well and nothing came of it that was meant to. */
  readonly nothing: boolean
  /** What was refused or left out, and why. */
  readonly refused: readonly string[]
}

type Json = Readonly<Record<string, unknown>>

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(object) : [])
const count = (value: unknown): number => (typeof value === 'number' ? value : 0)
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const kinds: Readonly<Record<string, string>> = {
  ingest: 'Adding documentation',
  'remove-library': 'Removing documentation',
  'prune-libraries': 'Removing old versions',
  'import-traces': 'Importing attempts',
  'write-lessons': 'Writing lessons',
  curate: 'Curation',
  'learn-ranking': 'Learning the order of documentation'
}

/** What sort of work it is, for a person. */
export function kindWords({ kind }: Job): string {
  return kinds[kind] ?? kind
}

/** What each kind of work counts. */
export function unitOf({ kind }: Job): string {
  return (
    { 'import-traces': 'attempt', curate: 'step', 'learn-ranking': 'problem' }[kind] ??
    (kind === 'write-lessons' ? 'attempt' : 'page')
  )
}

const tellers: Readonly<Record<string, (result: unknown) => Told>> = {
  ingest: toldOfIngest,
  'import-traces': toldOfImport,
  'remove-library': (result) => toldOfRemoval([object(result)]),
  'prune-libraries': (result) => toldOfRemoval(list(result)),
  curate: toldOfCuration,
  'write-lessons': toldOfLessons,
  'learn-ranking': (result) => ({
    did: text(object(result)['reason']),
    nothing: false,
    refused: []
  })
}

/** A job in a sentence, and what was refused. */
export function toldOf(job: Job): Told {
  const none = { did: '', nothing: false, refused: [] }
  if (job.state !== 'done' || job.result === null) return none
  return tellers[job.kind]?.(job.result) ?? none
}

function toldOfIngest(result: unknown): Told {
  const reports = list(result)
  const sentences = reports.map((report) => {
    const name = libraryName(text(report['library']))
    const written = count(report['written'])
    const removed = count(report['removed'])
    if (written + removed === 0)
      return `${name}: nothing changed, its ${counted(count(report['pages']), 'page')} were held.`
    const gone = removed === 0 ? '' : `, ${counted(removed, 'page')} gone`
    return `${name}: ${counted(written, 'page')} written with ${counted(count(report['docs']), 'section')} and ${counted(count(report['apis']), 'API')}${gone}.`
  })
  return {
    did: sentences.join(' '),
    nothing: reports.every((report) => count(report['pages']) === 0),
    refused: reports.flatMap(({ remarks }) => (Array.isArray(remarks) ? remarks.map(text) : []))
  }
}

function toldOfImport(result: unknown): Told {
  const { total: all, reasons, rejectedFile, dryRun } = object(result)
  const total = object(all)
  const [accepted, known] = [count(total['accepted']), count(total['known'])]
  const refused = count(total['rejected']) + count(total['skipped'])
  const verb = dryRun === true ? 'would come in' : 'came in'
  const rest = [
    ...(known === 0 ? [] : [`${counted(known, 'attempt')} known already`]),
    ...(refused === 0 ? [] : [`${counted(refused, 'record')} not taken in`])
  ]
  const file = text(rejectedFile)
  return {
    did: [`${counted(accepted, 'attempt')} ${verb}`, ...rest].join(', ').concat('.'),
    nothing: accepted + known === 0,
    refused: [
      ...list(reasons)
        .slice(0, 10)
        .map((one) => `${counted(count(one['count']), 'time')}: ${text(one['reason'])}`),
      ...(file === '' ? [] : [`What was refused is in ${file}.`])
    ]
  }
}

function toldOfRemoval(removed: readonly Json[]): Told {
  if (removed.length === 0)
    return { did: 'No old version that nothing uses.', nothing: false, refused: [] }
  const sentences = removed.map((one) => {
    const name = libraryName(text(one['library']))
    const cited = count(one['cited'])
    const kept = cited === 0 ? '' : `; ${counted(cited, 'cited node')} kept as history`
    return `${name}: ${counted(count(one['pages']), 'page')} with ${counted(count(one['docs']), 'section')} and ${counted(count(one['apis']), 'API')} removed${kept}.`
  })
  return { did: sentences.join(' '), nothing: false, refused: [] }
}

function toldOfCuration(result: unknown): Told {
  const report = object(result)
  const [traces, notes] = [count(report['traces']), count(report['lessons'])]
  if (traces + notes === 0)
    return { did: 'Nothing came in since the last run.', nothing: false, refused: [] }
  const queued = count(report['queued'])
  return {
    did: `${counted(traces, 'attempt')} and ${counted(notes, 'field note')} looked at: ${counted(count(report['added']), 'new candidate')}, ${queued === 0 ? 'none of them' : String(queued)} for a curator to decide.`,
    nothing: false,
    refused: Object.entries(object(report['byReason'])).map(
      ([reason, n]) => `${counted(count(n), 'behaviour')} left out: ${reason}`
    )
  }
}

function toldOfLessons(result: unknown): Told {
  const { asked, lessons, unfit } = object(result)
  return {
    did: `${counted(count(lessons), 'lesson')} written from ${counted(count(asked), 'attempt')}.`,
    nothing: false,
    refused: count(unfit) === 0 ? [] : [`${counted(count(unfit), 'reply', 'replies')} no lesson.`]
  }
}

interface Sight {
  readonly done: number
  readonly at: number
}

/** Where each job stood when this page saw it first: what was done before is no measure of how fast it is. */
const firstSeen = new Map<string, Sight>()

/** How fast it goes and how long it will take; '' until that can be told. */
export function paceWords(job: Job, now: number): string {
  if (!running(job) || job.total === 0) return ''
  const first = firstSeen.get(job.id) ?? { done: job.done, at: now }
  firstSeen.set(job.id, first)
  const seconds = (now - first.at) / 1_000
  const done = job.done - first.done
  if (seconds < 2 || done <= 0) return ''
  const perSecond = done / seconds
  const left = (job.total - job.done) / perSecond
  return `${rateWords(perSecond, unitOf(job))}, ${leftWords(left)}`
}

function rateWords(perSecond: number, unit: string): string {
  if (perSecond >= 1) return `${String(Math.round(perSecond))} ${unit}s a second`
  return `${String(Math.max(1, Math.round(perSecond * 60)))} ${unit}s a minute`
}

function leftWords(seconds: number): string {
  if (seconds < 10) return 'nearly done'
  if (seconds < 90) return `about ${String(Math.round(seconds / 10) * 10)} s left`
  return `about ${String(Math.round(seconds / 60))} min left`
}
