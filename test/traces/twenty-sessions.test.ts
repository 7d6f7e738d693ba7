import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportSummary } from '../../src/traces/import-summary.js'
import { buildCairn, closeCairns, removeFolders, temporaryFolder } from '../support/build-cairn.js'

afterEach(closeCairns)
afterAll(removeFolders)

const task =
  'The ferry board shows departures of the winter timetable in summer: tests/test_board.py fails. Mend board.py.'

const raised = (line: number) =>
  `Traceback (most recent call last):\n  File "/home/crew${String(line)}/board.py", line ${String(line)}, in departures\n    return sorted(rows, key=by_time)\nTypeError: can't compare offset-naive and offset-aware datetimes`

/** What was tried: the change, and whether the tests passed after it. */
const attempts = [
  { change: 'rows = [r for r in rows if r.time]', passed: false },
  { change: 'key = lambda row: str(row.time)', passed: false },
  { change: "row.time = row.time.replace(tzinfo=ZoneInfo('Europe/Oslo'))", passed: true },
  { change: 'return list(reversed(rows))', passed: false }
]

/** A rollout of Codex: the test fails, board.py is changed, the test runs again. */
function rollout(at: number): string {
  const { change, passed } = attempts[at % attempts.length] ?? { change: '', passed: false }
  const timestamp = new Date(Date.UTC(2026, 5, 1, 8, at)).toISOString()
  const line = (type: string, payload: object) => JSON.stringify({ timestamp, type, payload })
  const said = (role: 'user' | 'assistant', text: string) => {
    const type = role === 'user' ? 'input_text' : 'output_text'
    return line('response_item', { type: 'message', role, content: [{ type, text }] })
  }
  const ran = (call_id: string, command: string, [exit, output]: [number, string]) => [
    line('response_item', {
      type: 'function_call',
      name: 'shell',
      arguments: JSON.stringify({ command: ['bash', '-lc', command] }),
      call_id
    }),
    line('response_item', {
      type: 'function_call_output',
      call_id,
      output: `Exit code: ${String(exit)}\nWall time: 0.7 seconds\nOutput:\n${output}`
    })
  ]
  const patch = `apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: board.py\n@@\n-    pass\n+    ${change}\n*** End Patch\nEOF`
  const test = 'python -m pytest tests/test_board.py -q'
  const after: [number, string] = passed
    ? [0, '4 passed in 0.21s']
    : [1, `${raised(at + 40)}\n1 failed, 3 passed in 0.20s`]
  return [
    line('session_meta', {
      id: `ferry-${String(at)}`,
      timestamp,
      cwd: '/home/crew',
      cli_version: '0.77.0'
    }),
    said('user', task),
    ...ran('a', test, [1, `${raised(at + 7)}\n1 failed, 3 passed in 0.22s`]),
    ...ran('b', patch, [0, 'Success. Updated the following files:\nM board.py']),
    ...ran('c', test, after),
    said('assistant', passed ? 'The board compares times with a zone now.' : 'It still fails.')
  ].join('\n')
}

test('of twenty sessions on one task that failed mostly, an answer shows what worked, and the error its cure', async () => {
  const cairn = await buildCairn()
  const folder = temporaryFolder()
  for (let at = 0; at < 20; at++)
    writeFileSync(join(folder, `rollout-${String(at).padStart(2, '0')}.jsonl`), rollout(at))
  const { id } = await cairn.importTraces({ paths: [folder] })
  await cairn.jobs.idle()
  const { result } = await cairn.jobs.get(id)
  const summary = JSON.parse(result ?? '{}') as ImportSummary
  expect(summary.total).toMatchObject({ accepted: 20, rejected: 0 })

  const { items } = await cairn.recommend({ text: task, libraries: [] })
  expect(items.length).toBeGreaterThan(0)
  const shown = JSON.stringify(items)
  expect(items.map(({ kind, body }) => [kind, body])).toEqual([['solved', '']])
  expect(shown).toContain("replace(tzinfo=ZoneInfo('Europe/Oslo'))")
  for (const { change, passed } of attempts) if (!passed) expect(shown).not.toContain(change)

  const [cure] = await cairn.resolveError(raised(1234))
  expect(cure).toMatchObject({ nearness: 1, raised: 20, resolved: 5 })
  expect(JSON.stringify(cure)).toContain("replace(tzinfo=ZoneInfo('Europe/Oslo'))")
})
