import { none, type OpenArm } from './arm-context.js'

/** The arms by name. */
export const openArms: Readonly<Record<string, OpenArm>> = { none }
