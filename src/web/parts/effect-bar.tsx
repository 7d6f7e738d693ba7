import type { Effect } from './effect.js'

const points = (share: number) => Math.round(share * 100)

/** `+18 points (7 to 29)` */
export function effectWords(effect: Effect | null | undefined): string {
  if (effect?.effect == null) return notMeasured(effect)
  const sign = effect.effect > 0 ? '+' : effect.effect < 0 ? '−' : '±'
  const size = `${sign}${String(Math.abs(points(effect.effect)))} points`
  if (effect.low == null || effect.high == null) return size
  return `${size} (${signed(effect.low)} to ${signed(effect.high)})`
}

/** How far off a measurement is. */
function notMeasured(effect: Effect | null | undefined): string {
  const { shown = 0, withheld = 0 } = effect?.clusters ?? {}
  if (shown + withheld === 0) return 'not measured yet'
  return `not measured yet: ${String(shown)} task sessions with it, ${String(withheld)} without, 8 of each are needed`
}

function signed(share: number): string {
  const value = points(share)
  return value < 0 ? `−${String(-value)}` : String(value)
}

/** The least round share that a line must reach to for these effects and their intervals to stand on it. */
export function scaleOf(effects: readonly (Effect | null | undefined)[]): number {
  const ends = effects.flatMap((one) => [one?.effect, one?.low, one?.high])
  const widest = Math.max(0, ...ends.map((end) => Math.abs(end ?? 0)))
  return [0.25, 0.5].find((scale) => widest <= scale) ?? 1
}

/** What the lines of several effects are measured by. */
export function EffectAxis(props: { scale: number }) {
  const end = String(points(props.scale))
  return (
    <span className="effect-axis tiny muted numbers">
      <span>−{end}</span>
      <span>0</span>
      <span>+{end}</span>
      <span>points, 95 % interval</span>
    </span>
  )
}

/** An effect with its 95 % interval upon a line that reaches to `scale` (a share; all of it unless told) on both sides. */
export function EffectBar(props: { effect: Effect | null | undefined; scale?: number }) {
  const { effect, scale = 1 } = props
  const words = effectWords(effect)
  if (effect?.effect == null) return <span className="muted small">{words}</span>
  const { low, high } = effect
  const at = (share: number) => 60 + (Math.max(-scale, Math.min(scale, share)) / scale) * 56
  const tone = (low ?? -1) > 0 ? 'good' : (high ?? 1) < 0 ? 'bad' : 'unsure'
  return (
    <span className={`effect ${tone}`} title={`${words}; 95 % interval. ${countWords(effect)}`}>
      <svg viewBox="0 0 120 16" width="120" height="16" role="img" aria-label={words}>
        <line className="axis" x1="4" x2="116" y1="8" y2="8" />
        <line className="zero" x1="60" x2="60" y1="2" y2="14" />
        {low != null && high != null && (
          <line className="interval" x1={at(low)} x2={at(high)} y1="8" y2="8" />
        )}
        <circle className="point" cx={at(effect.effect)} cy="8" r="3.5" />
      </svg>
      <span className="numbers small">{words}</span>
    </span>
  )
}

function countWords({ shown, withheld }: Effect): string {
  if (shown == null || withheld == null) return ''
  return `With it ${String(shown.passed)} of ${String(shown.n)} passed, without it ${String(withheld.passed)} of ${String(withheld.n)}.`
}
