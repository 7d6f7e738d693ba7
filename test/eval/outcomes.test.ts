import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endingsIn } from '../../eval/outcomes/endings.js'
import { forms, sessionFile } from '../../eval/outcomes/sessions.js'
import { readTraceFiles } from '../../src/traces/read-trace-files.js'

const folder = mkdtempSync(join(tmpdir(), 'cairn-outcomes-'))

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function outcomeIn(path: string): Promise<string> {
  for await (const item of readTraceFiles([path]))
    if ('trace' in item) return (item.trace as { outcome: { status: string } }).outcome.status
  return 'not read'
}

test.each(forms)('what came of a session is read from its end, as %s tells it', async (form) => {
  const endings = endingsIn('endings.jsonl')
  const wrong: string[] = []
  for (const [at, ending] of endings.entries()) {
    const { name, text } = sessionFile(form, ending, at)
    const path = join(folder, name)
    writeFileSync(path, text)
    const truth = form === 'chat' ? (ending.truthWithoutExit ?? ending.truth) : ending.truth
    const read = await outcomeIn(path)
    if (read !== truth) wrong.push(`${ending.name}: ${truth}, read as ${read}`)
  }
  expect(endings.length).toBeGreaterThan(150)
  expect(wrong).toEqual([])
})
