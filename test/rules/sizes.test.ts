import { readdirSync, readFileSync } from 'node:fs'

const generatedFiles = new Set([
  'src/graph/queries.ts',
  'src/graph/migrations.ts',
  'src/api/resolver-types.ts',
  'src/client/operation-types.ts'
])

const files = ['src', 'seed', 'eval'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`)
)

test('no file outgrows its room: at most 300 lines', () => {
  const large = files
    .filter((file) => !generatedFiles.has(file))
    .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 301)
  expect(large).toEqual([])
})

test('files are named after what they hold, not after a drawer', () => {
  const drawers = /(?:^|\/)(?:utils?|helpers?|types|common|misc|index|manager|service)\.ts$/
  expect(files.filter((file) => drawers.test(file))).toEqual([])
})
