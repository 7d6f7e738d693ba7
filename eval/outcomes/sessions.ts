import type { Ending, EndingStep } from './endings.js'

/** The forms in which each session is written; a chat tells no exit codes. */
export const forms = ['claude-code', 'codex', 'chat'] as const

export type Form = (typeof forms)[number]

const task = (name: string) =>
  `The ledger loses what it should carry over at the end of a month (${name}). Find the cause and mend it.`

/** The file of a made-up session in one of the forms: its name and what stands in it. */
export function sessionFile(
  form: Form,
  ending: Ending,
  at: number
): { name: string; text: string } {
  const id = `made-up-${String(at)}`
  if (form === 'chat') return { name: `${id}.json`, text: JSON.stringify(chat(id, ending)) }
  const entries = form === 'codex' ? codex(id, ending) : claudeCode(id, ending)
  return { name: `${id}.jsonl`, text: `${entries.map((e) => JSON.stringify(e)).join('\n')}\n` }
}

const edited = (file: string) => ({
  file_path: `/repo/${file}.py`,
  old_string: 'a',
  new_string: 'b'
})

function claudeCode(sessionId: string, { name, steps }: Ending): object[] {
  const entry = entriesOf(sessionId)
  const result = (id: string, content: string, failed: boolean) =>
    entry('user', [{ type: 'tool_result', tool_use_id: id, content, is_error: failed }])
  const call = (id: string, tool: string, input: object) =>
    entry('assistant', [{ type: 'tool_use', id, name: tool, input }])
  return [
    entry('user', task(name)),
    ...steps.flatMap((step, i) => {
      const id = `toolu_${String(i)}`
      if ('person' in step)
        return [entry('assistant', text('I have changed it.')), entry('user', step.person)]
      if ('edit' in step)
        return [
          call(id, 'Edit', edited(step.edit)),
          result(id, 'The file has been updated.', false)
        ]
      const printed =
        step.exit === 0 ? step.output : `Exit code ${String(step.exit)}\n${step.output}`
      return [call(id, 'Bash', { command: step.run }), result(id, printed, step.exit !== 0)]
    }),
    entry('assistant', text('The carry-over is mended.'))
  ]
}

const text = (said: string) => [{ type: 'text', text: said }]

/** Entries of one session of Claude Code, each after the one before. */
function entriesOf(sessionId: string) {
  let last: string | null = null
  let count = 0
  return (type: 'user' | 'assistant', content: unknown) => {
    const uuid: string = `${sessionId}-${String((count += 1))}`
    const parentUuid = last
    last = uuid
    const timestamp = new Date(1_793_600_000_000 + count * 1000).toISOString()
    const message = { role: type, content, ...(type === 'assistant' && { model: 'claude-x' }) }
    return { type, uuid, parentUuid, sessionId, timestamp, cwd: '/repo', version: '2.0.1', message }
  }
}

function codex(id: string, { name, steps }: Ending): object[] {
  const timestamp = '2026-11-02T10:00:00.000Z'
  const line = (type: string, payload: object) => ({ timestamp, type, payload })
  const said = (role: string, content: string) => {
    const kind = role === 'assistant' ? 'output_text' : 'input_text'
    return line('response_item', {
      type: 'message',
      role,
      content: [{ type: kind, text: content }]
    })
  }
  const calls = (step: EndingStep, at: number): object[] => {
    if ('person' in step)
      return [said('assistant', 'I have changed it.'), said('user', step.person)]
    const command =
      'run' in step
        ? step.run
        : `apply_patch <<'EOF'\n*** Begin Patch\n*** Update File: ${step.edit}.py\n@@\n-a\n+b\n*** End Patch\nEOF`
    const [exit, output] =
      'run' in step ? [step.exit, step.output] : [0, 'Success. Updated the following files:']
    const call_id = `call_${String(at)}`
    const argumentsText = JSON.stringify({ command: ['bash', '-lc', command] })
    const printed = `Exit code: ${String(exit)}\nWall time: 0.4 seconds\nOutput:\n${output}`
    return [
      line('response_item', {
        type: 'function_call',
        name: 'shell',
        arguments: argumentsText,
        call_id
      }),
      line('response_item', { type: 'function_call_output', call_id, output: printed })
    ]
  }
  return [
    line('session_meta', {
      id,
      timestamp,
      cwd: '/repo',
      originator: 'codex_cli_rs',
      cli_version: '0.77.0'
    }),
    said('user', task(name)),
    ...steps.flatMap(calls),
    said('assistant', 'The carry-over is mended.')
  ]
}

function chat(id: string, { name, steps }: Ending): object {
  const call = (at: number, tool: string, input: object) => ({
    role: 'assistant',
    content: null,
    tool_calls: [
      {
        id: `call_${String(at)}`,
        type: 'function',
        function: { name: tool, arguments: JSON.stringify(input) }
      }
    ]
  })
  const answer = (at: number, content: string) => ({
    role: 'tool',
    tool_call_id: `call_${String(at)}`,
    content
  })
  const messages = steps.flatMap((step, at): object[] => {
    if ('person' in step)
      return [
        { role: 'assistant', content: 'I have changed it.' },
        { role: 'user', content: step.person }
      ]
    if ('edit' in step) return [call(at, 'edit_file', edited(step.edit)), answer(at, 'updated')]
    return [call(at, 'bash', { command: step.run }), answer(at, step.output)]
  })
  const closing = { role: 'assistant', content: 'The carry-over is mended.' }
  return { id, messages: [{ role: 'user', content: task(name) }, ...messages, closing] }
}
