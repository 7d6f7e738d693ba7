import { createRequire } from 'node:module'
import type { Test } from '@jest/test-result'

const { default: Sequencer } = createRequire(import.meta.url)(
  '@jest/test-sequencer'
) as typeof import('@jest/test-sequencer')

/** Seconds that files took by themselves, where that was more than a minute; to be renewed when they change much. */
const seconds: Readonly<Record<string, number>> = {}

/** Has the longest files begin first, that no worker is left with one while the other has nothing to do. */
class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const known = ({ path, context }: Test) =>
      seconds[path.slice(context.config.rootDir.length + 1)] ?? 0
    return [...(await super.sort(tests))].sort((a, b) => known(b) - known(a))
  }
}

// Jest knows a sequencer by its default export.
// eslint-disable-next-line no-restricted-syntax
export default LongestFirst
