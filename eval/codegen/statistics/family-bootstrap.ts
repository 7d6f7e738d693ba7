import { familyMean, type Estimate, type FamilyValue } from '../../../src/domain/families.js'

/** How much higher the second is, problem by problem. @throws Error where one side lacks a problem of the other */
export function pairedFamilyDifference(
  first: ReadonlyMap<string, FamilyValue>,
  second: ReadonlyMap<string, FamilyValue>,
  seed = 1
): Estimate {
  const lone = [...first.keys(), ...second.keys()].find((id) => !first.has(id) || !second.has(id))
  if (lone !== undefined) throw new Error(`${lone} was judged on one side only`)
  return familyMean(
    [...first].map(([id, { family, value }]) => ({
      family,
      value: (second.get(id)?.value ?? NaN) - value
    })),
    seed
  )
}
