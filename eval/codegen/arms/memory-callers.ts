import { itself, publicSpace, type Caller } from '../../../src/domain/caller.js'

/** The space of documentation for the control arm, which no other arm sees. */
export const irrelevantSpace = 'irrelevant'

/** Who writes the memory of a fold: what it knows of documentation is what is public. */
export function writerOf(space: string): Caller {
  return { ...itself, space, spaces: [space, publicSpace], writes: [space] }
}

export function irrelevantWriter(): Caller {
  return {
    ...itself,
    space: irrelevantSpace,
    spaces: [irrelevantSpace],
    writes: [irrelevantSpace]
  }
}

/** Who asks with documentation alone in sight. */
export const documentationReader: Caller = itself

/** Who asks with experience in sight: a fold's memory, and spaces of the user's own that were named. */
export function experienceReader(space: string, more: readonly string[] = []): Caller {
  return { ...itself, spaces: [publicSpace, space, ...more] }
}
