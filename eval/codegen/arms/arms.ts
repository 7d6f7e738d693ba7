import { badInput } from '../../../src/errors.js'

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

/** The arms by what is in them, beside their names. */
const alsoNamed: Readonly<Record<string, ArmName>> = {
  docs: 'documentation',
  'docs+traces': 'traces',
  'docs+traces+insights': 'insights'
}

/** @throws CairnError BAD_INPUT naming what there is */
export function armNamed(flag: string, text: string): ArmName {
  const name = text.trim()
  const arm = armNames.find((one) => one === name)
  if (arm !== undefined) return arm
  const alias = Object.hasOwn(alsoNamed, name) ? alsoNamed[name] : undefined
  if (alias !== undefined) return alias
  throw badInput(flag, name, [...armNames, ...Object.keys(alsoNamed)].join(', '))
}

/** Those named, in the order of the list; all where none is. @throws CairnError BAD_INPUT naming what there is */
export function armsNamed(text: string | undefined): ArmName[] {
  if (text === undefined) return [...armNames]
  const asked = text.split(',').map((name) => armNamed('--arms', name))
  return armNames.filter((arm) => asked.includes(arm))
}
