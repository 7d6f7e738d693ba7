import { useQuery } from '@tanstack/react-query'
import { ask } from '../data/ask.js'
import { Ago } from '../parts/ago.js'
import { Code } from '../parts/code.js'
import { Inline } from '../parts/inline.js'
import { NodeId } from '../parts/node-id.js'
import { Panel } from '../parts/panel.js'
import { Async } from '../parts/states.js'
import { JobProgress, JobState, JobTold } from './job-progress.js'
import { kindWords } from './job-words.js'
import { jobDocument, type Job } from './jobs-documents.js'
import { RetryJob } from './retry-job.js'

/** One job: how far it is, what it brought or why it failed, what to do. */
export function JobPanel(props: { id: string; interval: number | false; onClose: () => void }) {
  const { id } = props
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) =>
      ask<{ job: Job }>(jobDocument, { id }, { signal }).then((answer) => answer.job),
    refetchInterval: props.interval
  })
  return (
    <Panel name="Job" title={job.data?.label ?? 'Job'} focusOn={id} onClose={props.onClose}>
      <Async query={job}>{(one) => <JobInside job={one} />}</Async>
    </Panel>
  )
}

function JobInside({ job }: { job: Job }) {
  return (
    <>
      <div className="row">
        <JobState job={job} />
        <span className="muted small">
          {kindWords(job)}, begun <Ago at={job.startedAt} />
          {job.finishedAt !== null && (
            <>
              , ended <Ago at={job.finishedAt} />
            </>
          )}
        </span>
      </div>
      <JobProgress job={job} />
      <div>
        <RetryJob job={job} />
      </div>
      {job.code !== null && (
        <div className="error-box">
          <p>
            <strong>
              <Inline text={job.message ?? ''} />
            </strong>
          </p>
          <p className="small">What it did is kept: trying again goes on from there.</p>
        </div>
      )}
      <JobTold job={job} />
      {job.result !== null && (
        <details>
          <summary className="small">As the API tells it</summary>
          <Code text={JSON.stringify(job.result, null, 2)} language="javascript" name="Result" />
        </details>
      )}
      <NodeId id={job.id} />
    </>
  )
}
