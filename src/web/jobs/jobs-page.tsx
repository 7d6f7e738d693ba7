import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useAddress } from '../data/address.js'
import { ask } from '../data/ask.js'
import { useLive } from '../data/live.js'
import { Ago } from '../parts/ago.js'
import { AskButton } from '../parts/ask-button.js'
import { Inline } from '../parts/inline.js'
import { Page } from '../parts/page.js'
import { Rows } from '../parts/rows.js'
import { Async, Empty } from '../parts/states.js'
import '../styles/lists.css'
import { CancelJob } from './cancel-job.js'
import { JobPanel } from './job-panel.js'
import { JobProgress, JobState } from './job-progress.js'
import { kindWords, toldOf } from './job-words.js'
import { curateDocument, jobChanged, jobsDocument, running, type Job } from './jobs-documents.js'

const key = ['jobs'] as const

const curation = {
  may: 'runCuration',
  name: 'Run curation',
  document: curateDocument,
  queryKey: key
} as const

/** Long work: how far it is, what it brought, why it failed. */
export function JobsPage() {
  const { get, set } = useAddress()
  const interval = useLive(jobChanged, [key, ['job']])
  const jobs = useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      ask<{ jobs: { nodes: Job[] } }>(jobsDocument, { limit: 200 }, { signal }).then(
        (answer) => answer.jobs.nodes
      ),
    refetchInterval: interval
  })
  const opened = get('job')
  return (
    <Page
      title="Jobs"
      lead="Long work as it goes on: documentation and attempts that come in, curation, lessons, the order of documentation."
      actions={<AskButton {...curation} />}
    >
      <Async query={jobs} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <Empty title="No job yet">
              <Link href="/libraries?add=yes">Adding a library</Link> starts one, and so do{' '}
              <code>cairn ingest</code>, <code>cairn import traces</code> and{' '}
              <code>cairn curate</code>.
            </Empty>
          ) : (
            <div className="list">
              <Rows
                items={all}
                keyOf={({ id }) => id}
                name="Jobs"
                estimate={60}
                row={(job) => (
                  <JobRow
                    job={job}
                    open={opened === job.id}
                    onOpen={() => {
                      set({ job: job.id })
                    }}
                  />
                )}
              />
            </div>
          )
        }
      </Async>
      {opened !== null && (
        <JobPanel
          id={opened}
          interval={interval}
          onClose={() => {
            set({ job: null })
          }}
        />
      )}
    </Page>
  )
}

/** `4 s`, `3 min` */
function tookWords({ startedAt, finishedAt }: Job): string {
  const seconds = (Date.parse(finishedAt ?? startedAt) - Date.parse(startedAt)) / 1_000
  return seconds < 90
    ? `${String(Math.max(1, Math.round(seconds)))} s`
    : `${String(Math.round(seconds / 60))} min`
}

/** What came of it, or why not, in a line; what was refused is said. */
function JobLine({ job }: { job: Job }) {
  const { did, refused } = toldOf(job)
  const line = job.message ?? did
  if (line === '') return null
  return (
    <span className="small job-line">
      <Inline text={line} />
      {refused.length > 0 && <span className="muted"> {refused.length} left out.</span>}
    </span>
  )
}

function JobRow(props: { job: Job; open: boolean; onOpen: () => void }) {
  const { job } = props
  return (
    <div className="list-row job-row">
      <span>
        <JobState job={job} />
      </span>
      <div className="stack tight">
        <button
          type="button"
          className="row-button list-title"
          aria-expanded={props.open}
          onClick={props.onOpen}
        >
          {job.label}
        </button>
        <span className="facts-line">
          <span>{kindWords(job)}</span>
          <Ago at={job.startedAt} />
          {job.finishedAt !== null && <span>took {tookWords(job)}</span>}
        </span>
        <JobLine job={job} />
      </div>
      <JobProgress job={job} />
      <span className="push">{running(job) && <CancelJob id={job.id} />}</span>
    </div>
  )
}
