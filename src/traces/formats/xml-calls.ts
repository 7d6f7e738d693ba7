import type { JsonRecord } from './json-record.js'

export interface XmlCall {
  readonly name: string
  readonly args: JsonRecord
}

const tools = new Set(
  'execute_command read_file write_to_file replace_in_file apply_diff insert_content search_and_replace search_files list_files list_code_definition_names browser_action use_mcp_tool access_mcp_resource ask_followup_question attempt_completion switch_mode new_task codebase_search edit_file plan_mode_respond update_todo_list fetch_instructions'.split(
    ' '
  )
)
const opening = /<([a-z]+(?:_[a-z]+)+)>/g

/** The calls that a text makes in XML, `<execute_command><command>…</command></execute_command>`, and what it says beside them. */
export function xmlCallsIn(text: string): { said: string; calls: XmlCall[] } {
  const calls: XmlCall[] = []
  let said = ''
  let at = 0
  for (const match of text.matchAll(opening)) {
    const name = match[1] ?? ''
    if (match.index < at || !tools.has(name)) continue
    const closing = `</${name}>`
    const end = text.indexOf(closing, match.index)
    if (end < 0) continue
    said += text.slice(at, match.index)
    calls.push({ name, args: argsIn(text.slice(match.index + match[0].length, end)) })
    at = end + closing.length
  }
  return { said: (said + text.slice(at)).replace(/<\/?thinking>/g, '').trim(), calls }
}

/** `<path>a.py</path>` and so on; the last closing tag counts, for content may hold tags. */
function argsIn(body: string): JsonRecord {
  const args: Record<string, string> = {}
  let rest = body
  for (let n = 0; n < 20; n++) {
    const open = /<([a-z]\w{0,40})>/i.exec(rest)
    const name = open?.[1]
    if (!open || name === undefined) break
    const closing = `</${name}>`
    const from = open.index + open[0].length
    const to = /^(?:content|diff|result|text)$/.test(name)
      ? rest.lastIndexOf(closing)
      : rest.indexOf(closing, from)
    if (to < from) break
    args[name] = rest.slice(from, to).replace(/^\n|\n$/g, '')
    rest = rest.slice(to + closing.length)
  }
  return args
}
