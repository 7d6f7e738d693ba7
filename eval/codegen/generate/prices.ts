import { readFileSync } from 'node:fs'

/** Dollars for a million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
}

export type Prices = ReadonlyMap<string, Price>

/**
 * Reads a table of prices: { "model": { "input": 0.1, "output": 0.4 } }, dollars for a million tokens.
 * @throws Error naming the model whose price is none
 */
export function readPrices(file: string | undefined): Prices {
  if (file === undefined) return new Map()
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Partial<Price> | null>
  return new Map(
    Object.entries(table).map(([model, price]) => {
      const { input, output } = price ?? {}
      if (isPrice(input) && isPrice(output)) return [model, { input, output }]
      throw new Error(
        `${file}: the price of ${model} is ${JSON.stringify(price)}; expected {"input": dollars, "output": dollars} for a million tokens`
      )
    })
  )
}

function isPrice(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
