import { Tag, type Tone } from '../parts/chip.js'
import { running, type Job } from './jobs-documents.js'

const tones: Readonly<Record<string, Tone>> = {
  done: 'good',
  failed: 'bad',
  cancelled: 'care',
  running: 'accent'
}

export function JobState({ job }: { job: Job }) {
  return <Tag tone={tones[job.state] ?? 'plain'}>{job.state}</Tag>
}

/** How far a job is: a bar while it runs, the count after. */
export function JobProgress({ job }: { job: Job }) {
  const { done, total } = job
  const words = total === 0 ? String(done) : `${String(done)} of ${String(total)}`
  if (!running(job)) return <span className="muted small numbers">{done > 0 ? words : ''}</span>
  return (
    <span className="stack tight">
      <span
        className={total === 0 ? 'bar unknown' : 'bar'}
        role="progressbar"
        aria-label={job.label}
        {...(total === 0 ? {} : { 'aria-valuenow': done, 'aria-valuemax': total })}
      >
        <i style={total === 0 ? {} : { width: `${String((done / total) * 100)}%` }} />
      </span>
      <span className="tiny muted numbers">{words}</span>
    </span>
  )
}
