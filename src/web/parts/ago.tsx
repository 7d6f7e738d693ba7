import { useEffect, useState } from 'react'

const units: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60]
]

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' })

/** How long ago, in the largest unit that fits. */
export function agoWords(at: Date, now: number): string {
  const seconds = (at.getTime() - now) / 1000
  const fit = units.find(([, size]) => Math.abs(seconds) >= size)
  if (fit === undefined) return 'just now'
  return words.format(Math.round(seconds / fit[1]), fit[0])
}

/** A relative time with the exact one on hover. */
export function Ago(props: { at: string | null | undefined; none?: string }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => {
      setNow(Date.now())
    }, 30_000)
    return () => {
      window.clearInterval(timer)
    }
  }, [])
  if (props.at == null) return <span className="muted">{props.none ?? '–'}</span>
  const at = new Date(props.at)
  if (Number.isNaN(at.getTime())) return <span>{props.at}</span>
  return (
    <time dateTime={props.at} title={exact.format(at)}>
      {agoWords(at, now)}
    </time>
  )
}
