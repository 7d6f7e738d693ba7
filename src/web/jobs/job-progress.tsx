import { Tag, type Tone } from '../parts/chip.js'
import { counted } from '../parts/counted.js'
import { paceWords, toldOf, unitOf } from './job-words.js'
import { running, type Job } from './jobs-documents.js'

const tones: Readonly<Record<string, Tone>> = {
  done: 'good',
  failed: 'bad',
  cancelled: 'care',
  running: 'accent'
}

/** How it stands; what ended and brought nothing is no success. */
export function JobState({ job }: { job: Job }) {
  if (toldOf(job).nothing) return <Tag tone="care">took in nothing</Tag>
  return <Tag tone={tones[job.state] ?? 'plain'}>{job.state}</Tag>
}

/** How far a job is: a bar, its pace and what is left while it runs, the count after. */
export function JobProgress({ job }: { job: Job }) {
  const { done, total } = job
  const unit = unitOf(job)
  const of = total === 0 ? '' : ` of ${counted(total, unit)}`
  if (!running(job))
    return (
      <span className="muted small numbers">
        {done === 0
          ? ''
          : total === 0 || done === total
            ? counted(done, unit)
            : `${String(done)}${of}`}
      </span>
    )
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
      <span className="tiny muted numbers">
        {total === 0 ? 'Looking through it' : `${String(done)}${of}`}
      </span>
      <span className="tiny muted numbers">{paceWords(job, Date.now())}</span>
    </span>
  )
}

/** What came of it in a sentence, and what was refused. */
export function JobTold({ job }: { job: Job }) {
  const { did, refused } = toldOf(job)
  return (
    <>
      {did !== '' && <p>{did}</p>}
      {refused.length > 0 && (
        <section className="stack tight">
          <h3>Left out, and why</h3>
          <ul className="stack tight small">
            {refused.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
