import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseQueryFile, type Field, type QueryFile } from './parse-query-file.js'
import { tidy } from './tidy.js'

/** Writes src/graph/queries.ts and src/graph/migrations.ts from cypher/. `--check` only compares. */

const notice = '// GENERATED from cypher/ by `npm run generate`; edit the .cypher files instead.\n'

const tsTypes = {
  string: 'string',
  int: 'number',
  float: 'number',
  boolean: 'boolean',
  map: 'GraphMap',
  'string[]': 'readonly string[]',
  'int[]': 'readonly number[]',
  'float[]': 'readonly number[]',
  'map[]': 'readonly GraphMap[]'
} as const

/** The two generated modules, as text by path. */
export async function generated(): Promise<Map<string, string>> {
  const files = readdirSync('cypher', { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.cypher'))
    .map((f) => `cypher/${f.replaceAll('\\', '/')}`)
    .sort()
  const queries = files.filter((f) => !f.startsWith('cypher/schema/'))
  const migrations = files.filter((f) => f.startsWith('cypher/schema/'))
  const modules = {
    'src/graph/queries.ts': queriesModule(
      queries.map((f) => parseQueryFile(f, readFileSync(f, 'utf8')))
    ),
    'src/graph/migrations.ts': migrationsModule(migrations)
  }
  const formatted = Object.entries(modules).map(async ([path, text]): Promise<[string, string]> => [
    path,
    await tidy(path, text)
  ])
  return new Map(await Promise.all(formatted))
}

function queriesModule(queries: QueryFile[]): string {
  const names = new Set<string>()
  for (const q of queries) {
    if (names.has(q.name)) throw new Error(`two query files are named ${q.name}`)
    names.add(q.name)
  }
  return `${notice}import type { GraphMap, Query } from './query.js'\n\n${queries.map(queryExport).join('\n')}`
}

function queryExport(q: QueryFile): string {
  const type = (fields: readonly Field[]) =>
    fields.length === 0
      ? 'Record<string, never>'
      : `{ ${fields.map((f) => `readonly ${f.name}: ${tsTypes[f.type]}${f.nullable ? ' | null' : ''}`).join('; ')} }`
  const columns = q.rows.map((f) => `${f.name}: '${f.type}${f.nullable ? '?' : ''}'`).join(', ')
  const ints = q.params
    .filter((f) => f.type === 'int' || f.type === 'int[]')
    .map((f) => `'${f.name}'`)
  return [
    `/** ${q.sentence} */`,
    `export const ${q.name}: Query<${type(q.params)}, ${type(q.rows)}> = {`,
    `  name: '${q.name}',`,
    `  access: '${q.access}',`,
    `  integers: [${ints.join(', ')}],`,
    `  columns: { ${columns} },`,
    `  text: ${JSON.stringify(q.text)}`,
    `}`,
    ''
  ].join('\n')
}

function migrationsModule(files: string[]): string {
  const numbers = new Set<number>()
  const rows = files.map((file) => {
    const name = file.replace(/^.*\//, '').replace(/\.cypher$/, '')
    const number = Number(name.slice(0, 3))
    if (!(number > 0) || numbers.has(number))
      throw new Error(`${file}: migrations are numbered 001, 002 …, each number once`)
    numbers.add(number)
    const content = readFileSync(file, 'utf8')
    const statements = content
      .split('\n')
      .filter((line) => !line.startsWith('//'))
      .join('\n')
      .split(';')
      .map((s) => s.trim())
      .filter((s) => s !== '')
    const checksum = createHash('sha256').update(statements.join(';')).digest('hex').slice(0, 16)
    const [, says = ''] = /^\/\/ (.+)$/m.exec(content) ?? []
    const [, since] = /^\/\/ @since (\d+\.\d+\.\d+)$/m.exec(content) ?? []
    if (since === undefined || !content.startsWith(`// ${says}`))
      throw new Error(
        `${file}: begins with what it is for, and names its first Cairn: // @since 0.1.0`
      )
    return `  { number: ${String(number)}, name: '${name}', since: '${since}', says: ${JSON.stringify(says)}, checksum: '${checksum}', statements: ${JSON.stringify(statements, null, 2)} }`
  })
  return `${notice}import type { Migration } from './migrate.js'\n\nexport const migrations: readonly Migration[] = [\n${rows.join(',\n')}\n]\n`
}

async function main(check: boolean): Promise<void> {
  for (const [path, text] of await generated()) {
    const old = readFileSync(path, { encoding: 'utf8', flag: 'a+' })
    if (old === text) continue
    if (check) throw new Error(`${path} is stale: run \`npm run generate\``)
    writeFileSync(path, text)
  }
}

if (process.argv[1]?.endsWith('generate-queries.js') === true)
  await main(process.argv.includes('--check'))
