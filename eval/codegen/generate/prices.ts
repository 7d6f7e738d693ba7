import { readFileSync } from 'node:fs'
import { badInput } from '../../../src/errors.js'
import { fileAt } from '../flags.js'

/** Dollars for a million tokens. */
export interface Price {
  readonly input: number
  readonly output: number
}

export type Prices = ReadonlyMap<string, Price>

const form = '{"input": dollars, "output": dollars} for a million tokens'

/**
 * Reads a table of prices: { "model": { "input": 0.1, "output": 0.4 } }, dollars for a million tokens.
 * @throws CairnError BAD_INPUT naming the model whose price is none
 */
export function readPrices(file: string | undefined): Prices {
  if (file === undefined) return new Map()
  const table = tableIn(fileAt('--prices', file))
  return new Map(
    Object.entries(table).map(([model, price]) => {
      const { input, output } = price ?? {}
      if (isPrice(input) && isPrice(output)) return [model, { input, output }]
      throw badInput(`--prices: ${model}`, JSON.stringify(price), form)
    })
  )
}

function tableIn(file: string): Record<string, Partial<Price> | null> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, Partial<Price> | null>
  } catch {
    // Said below.
  }
  throw badInput('--prices', file, `JSON: for each model ${form}`)
}

function isPrice(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}
