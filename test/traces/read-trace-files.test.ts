import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readTraceFiles, type ReadTraceOptions } from '../../src/traces/read-trace-files.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cairn-traces-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const trace = (text: string) => ({
  schema: 'cairn.trace/1',
  task: { text },
  agent: { name: 'gardener' },
  steps: [],
  outcome: { status: 'unknown' }
})
const line = (text: string) => `${JSON.stringify(trace(text))}\n`

function put(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
  return file
}

/** Each item in a line: the place, then the task or the reason. */
async function read(
  paths: readonly string[] = [folder],
  options: ReadTraceOptions = {}
): Promise<string[]> {
  const items: string[] = []
  for await (const item of readTraceFiles(paths, options)) {
    const place = [relative(folder, item.file), item.line, item.index].filter(
      (part) => part !== undefined
    )
    const told =
      'trace' in item
        ? (item.trace as { task: { text: string } }).task.text
        : `skipped: ${item.skipped}`
    items.push(`${place.join(':')} ${told}`)
  }
  return items
}

test('files of all endings are read in the order of their names, packed or not', async () => {
  put('b.json', JSON.stringify([trace('two'), trace('three')]))
  put('a.jsonl', line('one'))
  put('c/d.traj', JSON.stringify(trace('four')))
  put('c/e.jsonl.gz', gzipSync(line('five') + line('six')))
  put('c/f.json.gz', gzipSync(JSON.stringify(trace('seven'))))
  put('c/notes.txt', 'no trace')
  expect(await read()).toEqual([
    'a.jsonl:1 one',
    'b.json:0 two',
    'b.json:1 three',
    'c/d.traj four',
    'c/e.jsonl.gz:1 five',
    'c/e.jsonl.gz:2 six',
    'c/f.json.gz seven'
  ])
})

test('half a line is named with its number and the other lines go on', async () => {
  put('a.jsonl', `${line('one')}{"schema": "cairn.tr\n\n${line('two')}`)
  expect(await read()).toEqual([
    'a.jsonl:1 one',
    'a.jsonl:2 skipped: it is not whole JSON: it ends in the middle',
    'a.jsonl:4 two'
  ])
})

test('lines are told from a document by the content, whatever the name says', async () => {
  put('lines.json', line('one') + line('two'))
  put('pretty.jsonl', `\uFEFF${JSON.stringify(trace('three'), null, 2)}`)
  expect(await read()).toEqual(['lines.json:1 one', 'lines.json:2 two', 'pretty.jsonl three'])
})

test('a line that is too long is passed over, and letters are whole across chunks', async () => {
  const long = 'ü'.repeat(300_000)
  put('a.jsonl', line('one') + line('x'.repeat(700_000)) + line(long))
  const items = await read([folder], { limits: { lineBytes: 650_000 } })
  expect(items[1]).toMatch(
    /^a\.jsonl:2 skipped: the line has 700\d{3} bytes; at most 650000 are read$/
  )
  expect(items[2]).toBe(`a.jsonl:3 ${long}`)
})

test('a document that is too large is passed over with the way out', async () => {
  put('a.json', JSON.stringify(trace('x'.repeat(5000))))
  put('b.json.gz', gzipSync(JSON.stringify(trace('x'.repeat(500_000)))))
  const items = await read([folder], { limits: { documentBytes: 4000 } })
  expect(items).toHaveLength(2)
  for (const item of items) expect(item).toContain('more than 4000 bytes; write it as JSON Lines')
})

test('JSON that is nested too deeply is refused before it is parsed', async () => {
  put('a.json', '['.repeat(300_000))
  put('c.json', `{"a":"\\\\","b":${'['.repeat(201)}${']'.repeat(201)}}`)
  put('b.jsonl', `{"a":${'['.repeat(201)}${']'.repeat(201)}}\n${line(`say " ${'['.repeat(500)}`)}`)
  expect(await read()).toEqual([
    'a.json skipped: it is nested deeper than 200 levels',
    'b.jsonl:1 skipped: it is nested deeper than 200 levels',
    `b.jsonl:2 say " ${'['.repeat(500)}`,
    'c.json skipped: it is nested deeper than 200 levels'
  ])
})

test('what no format knows is said with what was met', async () => {
  put('a.json', '{"name": "package", "version": "1"}')
  put('b.json', '')
  put('c.jsonl', '42\n')
  expect(await read()).toEqual([
    'a.json skipped: no known trace format: it begins with an object with the fields name, version; name the format if you know it',
    'b.json skipped: it is empty',
    'c.jsonl skipped: no known trace format: it begins with a number; name the format if you know it'
  ])
})

test('a packed file that was cut off is named with its reason and the next one is read', async () => {
  const packed = gzipSync(
    Array.from({ length: 5000 }, (_, i) => line(`task ${String(i * 7919)}`)).join('')
  )
  put('a.jsonl.gz', packed.subarray(0, packed.length / 2))
  put('b.jsonl', line('still read'))
  const items = await read()
  expect(items.at(-2)).toMatch(/^a\.jsonl\.gz skipped: it cannot be read to its end/)
  expect(items.at(-1)).toBe('b.jsonl:1 still read')
})

test('hidden folders are passed over, but one that is named is read', async () => {
  put('.hidden/a.jsonl', line('one'))
  expect(await read()).toEqual([])
  expect(await read([join(folder, '.hidden')])).toEqual(['.hidden/a.jsonl:1 one'])
})

test('links in a circle end, and links out of the folder are not followed', async () => {
  put('in/a.jsonl', line('one'))
  put('secret/b.jsonl', line('two'))
  symlinkSync(join(folder, 'in'), join(folder, 'in', 'loop'))
  symlinkSync(join(folder, 'in', 'a.jsonl'), join(folder, 'in', 'again.jsonl'))
  symlinkSync(join(folder, 'secret'), join(folder, 'in', 'out'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'in', 'lost.jsonl'))
  expect(await read([join(folder, 'in')])).toEqual([
    'in/a.jsonl:1 one',
    'in/lost.jsonl skipped: it cannot be read (ENOENT)',
    'in/out skipped: it is a link that leads out of the folder; name its target itself'
  ])
})

test('a file that may not be read is an item, not the end', async () => {
  chmodSync(put('a.jsonl', line('one')), 0o000)
  put('b.jsonl', line('two'))
  const items = await read()
  // Whoever runs this as root may read everything.
  expect(items.at(0)).toMatch(process.getuid?.() === 0 ? /one/ : /EACCES/)
  expect(items.at(-1)).toBe('b.jsonl:1 two')
})

test('a file named twice is read once', async () => {
  const file = put('a.jsonl', line('one'))
  expect(await read([file, folder, file])).toEqual(['a.jsonl:1 one'])
})

test('a path that is not there and a format that is unknown are refused at once', async () => {
  await expect(read([join(folder, 'gone')])).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(read([folder], { format: 'csv' })).rejects.toMatchObject({ code: 'BAD_INPUT' })
})

test('a format that is named is used without looking', async () => {
  put('a.json', '{"name": "package"}')
  const [item] = await read([folder], { format: 'adp' })
  expect(item).toBe(
    'a.json skipped: its content is no list of actions and observations with class_'
  )
})

test('reading stops when it is called off', async () => {
  put('a.jsonl', line('one') + line('two'))
  const stop = new AbortController()
  stop.abort()
  await expect(read([folder], { signal: stop.signal })).rejects.toThrow('aborted')
})

test('a trial of Harbor is one attempt, judged by its verifier', async () => {
  const step = { step_id: 1, source: 'user', message: 'Mend the oven' }
  const trajectory = { schema_version: 'ATIF-v1.5', agent: { name: 'baker' }, steps: [step] }
  put('trial/agent/trajectory.json', JSON.stringify(trajectory))
  put('trial/agent/sessions/s.jsonl', line('the same run once more'))
  put('trial/verifier/reward.txt', '0\n')
  put('trial/result.json', JSON.stringify({ trial_name: 'oven__1', verifier_result: null }))
  const outcomes: unknown[] = []
  for await (const item of readTraceFiles([folder]))
    if ('trace' in item) outcomes.push((item.trace as { outcome: unknown }).outcome)
  expect(outcomes).toEqual([expect.objectContaining({ status: 'failed', judgedBy: 'benchmark' })])
})

test('a session that was resumed under another name is read once, where it holds the most', async () => {
  const entry = (uuid: string, sessionId: string, content: string) =>
    `${JSON.stringify({ type: 'user', uuid, sessionId, timestamp: '2026-03-01T08:00:00Z', message: { role: 'user', content } })}\n`
  put('a.jsonl', entry('u1', 's1', 'Mend the oven'))
  put('b.jsonl', entry('u1', 's2', 'Mend the oven') + entry('u2', 's2', 'and the door'))
  put('c.jsonl', entry('u1', 's3', 'Mend the oven') + entry('u3', 's3', 'no'))
  const told = await read()
  expect(told.map((one) => one.slice(0, 16))).toEqual([
    'a.jsonl skipped:',
    'b.jsonl Mend the',
    'c.jsonl Mend the'
  ])
})
