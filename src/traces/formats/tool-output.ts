import { contentText, isRecord, recordAt, textAt, type JsonRecord } from './json-record.js'

export interface ToolOutput {
  readonly text: string
  readonly exitCode?: number
}

/** What a tool handed back, of whatever form: text, parts, or JSON text that holds the output beside its exit code. */
export function toolOutput(value: unknown): ToolOutput {
  if (typeof value === 'string') return parsed(value) ?? { text: value }
  if (isRecord(value))
    return ofRecord(value) ?? { text: contentText(value) || JSON.stringify(value) }
  const text = contentText(value)
  return parsed(text) ?? { text }
}

const mostJson = 2_000_000

function parsed(text: string): ToolOutput | undefined {
  if (
    !/^\s*\{\s*"(?:output|stdout|stderr|metadata|exit_code|exitCode|success|error|returncode|result)"/.test(
      text
    ) ||
    text.length > mostJson
  )
    return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? ofRecord(value) : undefined
  } catch {
    return undefined
  }
}

function ofRecord(record: JsonRecord): ToolOutput | undefined {
  const metadata = recordAt(record, 'metadata')
  const code = [record, metadata]
    .flatMap((at) => [at['exit_code'], at['exitCode'], at['returncode'], at['exit']])
    .find((one) => typeof one === 'number')
  const parts = [
    textAt(record, 'output', 'aggregated_output', 'formatted_output', 'stdout', 'result'),
    textAt(record, 'stderr'),
    textAt(record, 'error')
  ]
  const told = [...new Set(parts)].filter((part) => part !== undefined)
  if (told.length === 0 && code === undefined && typeof record['output'] !== 'string')
    return undefined
  return { text: told.join('\n'), ...(typeof code === 'number' ? { exitCode: code } : {}) }
}
