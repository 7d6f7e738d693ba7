import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link } from 'wouter'
import { ask } from '../data/ask.js'
import { useLive } from '../data/live.js'
import { CancelJob } from '../jobs/cancel-job.js'
import { JobProgress, JobState, JobTold } from '../jobs/job-progress.js'
import { jobChanged, jobDocument, running, type Job } from '../jobs/jobs-documents.js'
import { Inline } from '../parts/inline.js'
import { Async } from '../parts/states.js'

/** A job that changes libraries, until it has ended. */
export function WatchedJob({ id }: { id: string }) {
  const client = useQueryClient()
  const interval = useLive(jobChanged, [['job', id]])
  const job = useQuery({
    queryKey: ['job', id],
    queryFn: ({ signal }) =>
      ask<{ job: Job }>(jobDocument, { id }, { signal }).then((answer) => answer.job),
    refetchInterval: interval
  })
  const ended = job.data !== undefined && !running(job.data)
  useEffect(() => {
    if (ended) void client.invalidateQueries({ queryKey: ['libraries'] })
  }, [client, ended])
  return (
    <Async query={job}>
      {(one) => (
        <div className="stack" aria-live="polite">
          <p className="row">
            <JobState job={one} /> {one.label}
          </p>
          <JobProgress job={one} />
          {one.message !== null && (
            <p>
              <Inline text={one.message} />
            </p>
          )}
          <JobTold job={one} />
          <div className="row">
            {running(one) && <CancelJob id={id} />}
            <Link href={`/jobs?job=${encodeURIComponent(id)}`}>Open the job</Link>
          </div>
        </div>
      )}
    </Async>
  )
}
