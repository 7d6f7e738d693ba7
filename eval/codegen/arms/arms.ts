/**
 * What a model is given beside the problem (methods.md B.7, and the control of B.15.5): nothing; documentation that has
 * nothing to do with it, as long as the next; documentation; that and what other agents tried; that and what was
 * drawn from it and approved.
 */
export const armNames = ['none', 'irrelevant', 'documentation', 'traces', 'insights'] as const
export type ArmName = (typeof armNames)[number]

export const armTitles: Readonly<Record<ArmName, string>> = {
  none: 'no memory',
  irrelevant: 'irrelevant documents',
  documentation: 'documentation',
  traces: 'documentation + traces',
  insights: 'documentation + traces + insights'
}

/** Arms whose context comes from Cairn's answer. */
export function asksCairn(arm: ArmName): boolean {
  return arm !== 'none' && arm !== 'irrelevant'
}

export function usesExperience(arm: ArmName): boolean {
  return arm === 'traces' || arm === 'insights'
}

/** @throws Error naming what there is */
export function armsNamed(text: string | undefined): ArmName[] {
  if (text === undefined) return [...armNames]
  const asked = text.split(',').map((name) => name.trim())
  const unknown = asked.find((name) => !armNames.some((arm) => arm === name))
  if (unknown !== undefined)
    throw new Error(`--arms holds '${unknown}'; expected some of ${armNames.join(', ')}`)
  return armNames.filter((arm) => asked.includes(arm))
}
