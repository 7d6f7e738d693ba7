import { createRequire } from 'node:module'
import type { Test } from '@jest/test-result'
import type sequencing from '@jest/test-sequencer'

const { default: Sequencer } = createRequire(import.meta.url)(
  '@jest/test-sequencer'
) as typeof sequencing

/** Seconds that files took by themselves, where that was more than a minute; to be renewed when they change much. */
const seconds: Readonly<Record<string, number>> = {
  'test/web/pages.test.ts': 285,
  'test/seed/demo.test.ts': 150,
  'test/traces/import-traces.test.ts': 150,
  'test/cli/capture.test.ts': 150,
  'test/retrieve/learned-ranking.test.ts': 140,
  'test/access/access.test.ts': 130,
  'test/graph/embedded-life.test.ts': 120,
  'test/ingest/survives.test.ts': 110,
  'test/eval/codegen-run/end-to-end.test.ts': 100,
  'test/ingest/reembed.test.ts': 80,
  'test/cli/cli.test.ts': 65,
  'test/ingest/remove-library.test.ts': 65,
  'test/cli/refusals.test.ts': 60
}

/** Has the longest files begin first, that no worker is left with one while the other has nothing to do. */
class LongestFirst extends Sequencer {
  override async sort(tests: Test[]): Promise<Test[]> {
    const known = ({ path, context }: Test) =>
      seconds[path.slice(context.config.rootDir.length + 1)] ?? 0
    return [...(await super.sort(tests))].sort((a, b) => known(b) - known(a))
  }
}

// Jest knows a sequencer by its default export.
export default LongestFirst
