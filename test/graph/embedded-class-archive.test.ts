import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { classArchive } from '../../src/graph/embedded/class-archive.js'

const cache = mkdtempSync(join(tmpdir(), 'cairn-archive-'))
const jars = ['a.jar', 'b.jar'].map((name) => join(cache, name))
const versions = 'neo4j-1-java-25'
const archive = () => classArchive({ cache, versions, classPath: jars })

beforeAll(() => {
  for (const jar of jars) writeFileSync(jar, 'a jar')
})

afterAll(() => {
  rmSync(cache, { recursive: true, force: true })
})

test('an archive is found again as long as its jars are what they were', async () => {
  const made = await archive()
  writeFileSync(made, 'an archive')
  expect(await archive()).toBe(made)
  expect(readdirSync(cache)).toContain(basename(made))
})

test('jars that were copied, whose times are others, have an archive of their own, and the useless one is gone', async () => {
  const before = await archive()
  writeFileSync(before, 'an archive')
  writeFileSync(join(cache, 'neo4j-1-java-25.jsa'), 'as earlier versions of Cairn named it')
  writeFileSync(join(cache, 'neo4j-1-java-25.0.1-other.jsa'), 'of another Java')
  utimesSync(join(cache, 'b.jar'), new Date(), new Date('2026-01-01T00:00:00Z'))
  const after = await archive()
  expect(after).not.toBe(before)
  expect(readdirSync(cache).sort()).toEqual(['a.jar', 'b.jar', 'neo4j-1-java-25.0.1-other.jsa'])
})

test('the order of the class path counts, for Java compares that too', async () => {
  const turned = await classArchive({ cache, versions, classPath: jars.toReversed() })
  expect(turned).not.toBe(await archive())
})
