export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text at a key, undefined where there is none or it is empty. */
export function textAt(record: JsonRecord, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = record[key]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/** The texts at some keys, those that are there. */
export function namesAt(record: JsonRecord, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) => textAt(record, key) ?? [])
}

export function recordAt(record: JsonRecord, key: string): JsonRecord {
  const value = record[key]
  return isRecord(value) ? value : {}
}

export function listAt(record: JsonRecord, key: string): readonly unknown[] {
  const value = record[key]
  return Array.isArray(value) ? (value as unknown[]) : []
}

export function recordsAt(record: JsonRecord, key: string): JsonRecord[] {
  return listAt(record, key).filter(isRecord)
}

/** The figures of a record under their names; whatever is no finite number is passed over. */
export function numbersOf(record: JsonRecord): Record<string, number> {
  const numbers = Object.entries(record).filter((entry): entry is [string, number] =>
    Number.isFinite(entry[1])
  )
  return Object.fromEntries(numbers.slice(0, 100).map(([name, n]) => [name.slice(0, 100), n]))
}

/** Text as it stands, or the texts of a list of content parts; images and the like become a word in brackets. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (isRecord(content)) return partText(content)
  if (!Array.isArray(content)) return ''
  const parts = content.map((part) =>
    typeof part === 'string' ? part : isRecord(part) ? partText(part) : ''
  )
  return parts.filter((part) => part !== '').join('\n')
}

function partText(part: JsonRecord): string {
  const text = textAt(part, 'text', 'refusal', 'output_text', 'input_text')
  if (text !== undefined) return text
  const type = textAt(part, 'type')
  return type === undefined || type === 'text' ? '' : `[${type.slice(0, 40)}]`
}

/** Arguments of a tool, which some formats hold as JSON text. */
export function argumentsOf(value: unknown): JsonRecord {
  if (isRecord(value)) return value
  if (typeof value !== 'string') return {}
  try {
    const parsed: unknown = JSON.parse(value)
    return isRecord(parsed) ? parsed : { input: value }
  } catch {
    return { input: value }
  }
}
