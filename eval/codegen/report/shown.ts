import type { Estimate } from '../../../src/domain/families.js'

/** Figures as reports show them; a dash where there is none. */
export function percent(share: number): string {
  return Number.isFinite(share) ? `${(share * 100).toFixed(1)} %` : '–'
}

export function fixed(value: number, digits = 2): string {
  return Number.isFinite(value) ? value.toFixed(digits) : '–'
}

export function signed(value: number, digits = 2): string {
  return Number.isFinite(value) ? `${value > 0 ? '+' : ''}${value.toFixed(digits)}` : '–'
}

export function percentInterval({ value, low, high }: Estimate): string {
  return `${percent(value)} [${percent(low)}, ${percent(high)}]`
}

/** A difference of shares in points of a hundred. */
export function points({ value, low, high }: Estimate): string {
  return `${signed(value * 100, 1)} [${signed(low * 100, 1)}, ${signed(high * 100, 1)}]`
}

export function scorePoints({ value, low, high }: Estimate): string {
  return `${signed(value)} [${signed(low)}, ${signed(high)}]`
}

export function whole(count: number): string {
  return count.toLocaleString('en')
}

export function dollars(cost: number | null): string {
  return cost === null ? 'no price' : `$${cost.toFixed(4)}`
}
