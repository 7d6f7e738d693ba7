/** One parameter or column of a query file, as its header states it. */
export interface Field {
  readonly name: string
  readonly type: FieldType
  readonly nullable: boolean
}

const fieldTypes = [
  'string',
  'int',
  'float',
  'boolean',
  'map',
  'string[]',
  'int[]',
  'float[]',
  'map[]'
] as const
export type FieldType = (typeof fieldTypes)[number]

const accesses = ['read', 'write', 'batched'] as const

/**
 * Said with every statement: a server's default may be the older language, and a server that speaks
 * both has two parsers to load and warm before the first answer.
 */
const language = 'CYPHER 25'

export interface QueryFile {
  readonly name: string
  readonly sentence: string
  readonly access: (typeof accesses)[number]
  readonly params: readonly Field[]
  readonly rows: readonly Field[]
  readonly text: string
}

/**
 * Reads one .cypher file: a header of comment lines (a sentence, `@read`, `@write` or `@batched`,
 * `@param name: type`, `@row name: type`, a `?` after the type where null may stand) and a statement.
 * @throws Error that names the file and what its header lacks
 */
export function parseQueryFile(file: string, content: string): QueryFile {
  const lines = content.split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//'))
  const header = lines.slice(0, end).map((line) => line.slice(2).trim())
  const fail = (what: string): never => {
    throw new Error(`${file}: ${what}`)
  }
  const sentence = header.filter((line) => !line.startsWith('@')).join(' ')
  if (sentence === '') fail('the header needs a sentence that says what the query does')
  const access =
    accesses.find((a) => header.includes(`@${a}`)) ??
    fail('the header needs @read, @write or @batched')
  const fields = (tag: string) =>
    header
      .filter((line) => line.startsWith(`@${tag} `))
      .map((line) => parseField(line, tag) ?? fail(`cannot read '${line}'`))
  const text = lines.slice(end).join('\n').trim().replace(/;$/, '')
  if (text === '') fail('there is no statement')
  if (/^CYPHER\b/i.test(text))
    fail('the language is Cypher 25 everywhere and is not said in the file')
  return {
    name: camelCase(file),
    sentence,
    access,
    params: fields('param'),
    rows: fields('row'),
    text: `${language} ${text}`
  }
}

function parseField(line: string, tag: string): Field | undefined {
  const match = /^(\w+): ([a-z]+(?:\[\])?)(\?)?$/.exec(line.slice(tag.length + 2))
  const type = fieldTypes.find((t) => t === match?.[2])
  const name = match?.[1]
  return name === undefined || type === undefined
    ? undefined
    : { name, type, nullable: match?.[3] === '?' }
}

function camelCase(file: string): string {
  const base = file.replace(/^.*\//, '').replace(/\.cypher$/, '')
  return base.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
