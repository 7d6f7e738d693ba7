import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildASTSchema, parse, validate } from 'graphql'
import { typeDefs } from '../../src/api/schema.js'
import { packageRoot } from '../../src/package-root.js'
import { pageModule } from './page-module.js'

const folder = join(packageRoot(), 'src', 'web')
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('-documents.ts')
)

test('everything that the pages ask is in the schema', async () => {
  const schema = buildASTSchema(typeDefs())
  expect(files.length).toBeGreaterThan(5)
  const wrong: string[] = []
  for (const file of files) {
    for (const [name, document] of documentsIn(await pageModule(file)))
      for (const { message } of validate(schema, parse(document)))
        wrong.push(`${file} ${name}: ${message}`)
  }
  expect(wrong).toEqual([])
})

/** Constants that are documents, and what the function of the verdicts makes of each. */
function documentsIn(exported: object): [name: string, document: string][] {
  const { verdicts, verdictDocument } = exported as {
    verdicts?: object
    verdictDocument?: (verdict: string) => string
  }
  const constants = Object.entries(exported).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && /^\s*(query|mutation|subscription)\b/.test(entry[1])
  )
  const spoken = Object.keys(verdicts ?? {}).map((verdict): [string, string] => [
    verdict,
    verdictDocument?.(verdict) ?? ''
  ])
  return [...constants, ...spoken]
}
