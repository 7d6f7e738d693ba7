import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { lintCypherQuery } from '@neo4j-cypher/language-support'
import { contentHash } from '../domain/content-hash.js'
import { edgeTypes, graphSchema, labels } from '../domain/graph-schema.js'
import { parseQueryFile } from './parse-query-file.js'

/** Hashes of the statements that were found to fit, with what they were judged by: by the name of their file. */
const record = 'test/rules/statements-that-fit.json'

const linter = 'node_modules/@neo4j-cypher/language-support/package.json'
const { version } = JSON.parse(readFileSync(linter, 'utf8')) as { version: string }
const judgedBy = JSON.stringify([version, labels, edgeTypes, graphSchema])

/** The files of statements, the schema's aside, in order. */
export function statementFiles(): string[] {
  return readdirSync('cypher', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher') && !file.startsWith('schema'))
    .sort()
}

/** What Neo4j's own linter and our schema have to say about a statement, a line each. Takes half a second of pure computing. */
export function complaints(text: string, parameters: readonly string[]): string[] {
  const { diagnostics } = lintCypherQuery(text, {
    labels: [...labels],
    relationshipTypes: [...edgeTypes],
    graphSchema: [...graphSchema],
    parameters: Object.fromEntries(parameters.map((name) => [name, '']))
  })
  return diagnostics
    .map(({ message, range }) => {
      const said = typeof message === 'string' ? message : message.value
      return { line: range.start.line + 1, said }
    })
    .filter(({ said }) => !/procedure .* is not present|function .* is not present/i.test(said))
    .map(({ line, said }) => `line ${line}: ${said}`)
}

/** What is said of the statement in a file; nothing is computed for one that was found to fit just so before. */
export function complaintsOf(
  file: string,
  source = readFileSync(`cypher/${file}`, 'utf8'),
  known = readRecord()
): string[] {
  if (known[file] === hashOf(source)) return []
  const { text, params } = parseQueryFile(file, source)
  return complaints(
    text,
    params.map(({ name }) => name)
  )
}

/** With the version of the linter and the schema: if one of them changes, every statement is judged anew. */
function hashOf(source: string): string {
  return contentHash(`${judgedBy}\n${source}`)
}

/** By file, the hash of what fitted. */
function readRecord(): Readonly<Record<string, string>> {
  if (!existsSync(record)) return {}
  return JSON.parse(readFileSync(record, 'utf8')) as Record<string, string>
}

/** Judges what has changed and writes down what fits. @throws Error with what does not */
function updateRecord(): void {
  const known = readRecord()
  const files = statementFiles()
  const wrong: string[] = []
  const fitting: Record<string, string> = {}
  for (const file of files) {
    const source = readFileSync(`cypher/${file}`, 'utf8')
    wrong.push(...complaintsOf(file, source, known).map((said) => `${file} ${said}`))
    fitting[file] = hashOf(source)
  }
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  writeFileSync(record, `${JSON.stringify(fitting, null, 2)}\n`)
}

if (process.argv[1]?.endsWith('statements-that-fit.js') === true) updateRecord()
