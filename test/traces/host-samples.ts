import type { FormatName } from '../../src/traces/formats/format.js'

/** The same small story in the form of each host: a bakery's oven fails, is mended, and the tests pass. */
export const asked = 'The oven in bake.py will not heat: find out why and mend it.'
const failure = `Traceback (most recent call last):
  File "/srv/bakery/bake.py", line 7, in <module>
    heat(oven)
LookupError: no oven is called north`
const passed = '.....\n5 passed in 0.21s'
const patch = `*** Begin Patch
*** Update File: bake.py
@@
-oven = find('nord')
+oven = find('north')
*** End Patch`
const edit = { file_path: 'bake.py', old_string: 'nord', new_string: 'north' }
const text = (type: string, said: string) => [{ type, text: said }]
const stamp = (n: number) => `2026-03-01T08:00:0${String(n)}.000Z`

const items = [
  { type: 'message', role: 'user', content: text('input_text', asked) },
  {
    type: 'function_call',
    name: 'shell',
    arguments: '{"command":["bash","-lc","python bake.py"]}',
    call_id: 'a'
  },
  {
    type: 'function_call_output',
    call_id: 'a',
    output: JSON.stringify({ output: failure, metadata: { exit_code: 1 } })
  },
  { type: 'custom_tool_call', name: 'apply_patch', input: patch, call_id: 'b' },
  { type: 'custom_tool_call_output', call_id: 'b', output: 'Done!' },
  {
    type: 'function_call',
    name: 'shell',
    arguments: '{"command":["bash","-lc","pytest -q | tail -3"]}',
    call_id: 'c'
  },
  { type: 'function_call_output', call_id: 'c', output: `Exit code: 0\nOutput:\n${passed}` }
]

const blocks = [
  { role: 'user', content: asked },
  {
    role: 'assistant',
    content: [
      { type: 'text', text: 'Let me look.' },
      { type: 'tool_use', id: 'a', name: 'bash', input: { command: 'python bake.py' } }
    ]
  },
  {
    role: 'user',
    content: [{ type: 'tool_result', tool_use_id: 'a', content: failure, is_error: true }]
  },
  { role: 'assistant', content: [{ type: 'tool_use', id: 'b', name: 'edit_file', input: edit }] },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'b', content: 'edited' }] },
  {
    role: 'assistant',
    content: [{ type: 'tool_use', id: 'c', name: 'bash', input: { command: 'pytest -q' } }]
  },
  {
    role: 'user',
    content: [{ type: 'tool_result', tool_use_id: 'c', content: text('text', passed) }]
  }
]

const calls = [
  { role: 'user', content: asked },
  {
    role: 'assistant',
    content: 'Let me look.',
    tool_calls: [{ id: 'a', function: { name: 'bash', arguments: '{"command":"python bake.py"}' } }]
  },
  { role: 'tool', tool_call_id: 'a', content: failure },
  {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'b', function: { name: 'edit_file', arguments: JSON.stringify(edit) } }]
  },
  { role: 'tool', tool_call_id: 'b', content: 'edited' },
  {
    role: 'assistant',
    content: '',
    tool_calls: [{ id: 'c', function: { name: 'bash', arguments: '{"command":"pytest -q"}' } }]
  },
  { role: 'tool', tool_call_id: 'c', content: passed }
]

const geminiCall = (id: string, name: string, args: object, output: string) => ({
  id,
  name,
  args,
  status: 'success',
  result: [{ functionResponse: { id, name, response: { output } } }]
})

const goose = (id: string, name: string, args: object, output: string) => [
  {
    role: 'assistant',
    created: 1772352000,
    content: [
      { type: 'toolRequest', id, toolCall: { status: 'success', value: { name, arguments: args } } }
    ]
  },
  {
    role: 'user',
    created: 1772352001,
    content: [
      { type: 'toolResponse', id, toolResult: { status: 'success', value: text('text', output) } }
    ]
  }
]

const opencodeTool = (tool: string, input: object, output: string, exit?: number) => ({
  type: 'tool',
  callID: tool + output.slice(0, 5),
  tool,
  state: { status: 'completed', input, output, metadata: { exit } }
})

const span = (key: string, value: string) => ({ key, value: { stringValue: value } })

/** Recordings by format: each a file, as the values that stand in it. */
export const hostSamples = {
  codex: [
    {
      timestamp: stamp(0),
      type: 'session_meta',
      payload: { id: 's1', cwd: '/srv/bakery', cli_version: '0.80.0' }
    },
    {
      timestamp: stamp(0),
      type: 'response_item',
      payload: {
        type: 'message',
        role: 'user',
        content: text(
          'input_text',
          '# AGENTS.md instructions for /srv/bakery\n\n<INSTRUCTIONS>\nBe brief.\n</INSTRUCTIONS>'
        )
      }
    },
    {
      timestamp: stamp(0),
      type: 'response_item',
      payload: {
        type: 'message',
        role: 'user',
        content: text(
          'input_text',
          '<environment_context>\n<cwd>/srv</cwd>\n</environment_context>'
        )
      }
    },
    { timestamp: stamp(1), type: 'turn_context', payload: { model: 'gpt-x' } },
    ...items.map((payload, i) => ({ timestamp: stamp(i + 2), type: 'response_item', payload })),
    { timestamp: stamp(9), type: 'event_msg', payload: { type: 'user_message', message: asked } }
  ],
  gemini: [
    {
      sessionId: 's1',
      projectHash: 'p',
      messages: [
        { id: '0', timestamp: stamp(0), type: 'info', content: 'An update is there' },
        { id: '1', timestamp: stamp(1), type: 'user', content: asked },
        {
          id: '2',
          timestamp: stamp(2),
          type: 'gemini',
          content: '',
          model: 'gemini-x',
          toolCalls: [
            geminiCall(
              'a',
              'run_shell_command',
              { command: 'python bake.py' },
              `Output: ${failure}\nError: (none)\nExit Code: 1`
            ),
            geminiCall('b', 'replace', edit, 'Successfully modified'),
            geminiCall(
              'c',
              'run_shell_command',
              { command: 'pytest -q' },
              `Output: ${passed}\nExit Code: 0`
            )
          ]
        }
      ]
    }
  ],
  copilot: [
    {
      responderUsername: 'GitHub Copilot',
      requests: [
        {
          message: { text: asked },
          response: [],
          result: {
            metadata: {
              toolCallRounds: [
                {
                  response: 'Let me look.',
                  toolCalls: [
                    { id: 'a', name: 'run_in_terminal', arguments: '{"command":"python bake.py"}' },
                    {
                      id: 'b',
                      name: 'replace_string_in_file',
                      arguments: JSON.stringify({
                        filePath: 'bake.py',
                        oldString: 'nord',
                        newString: 'north'
                      })
                    },
                    { id: 'c', name: 'run_in_terminal', arguments: '{"command":"pytest -q"}' }
                  ]
                }
              ],
              toolCallResults: {
                a: { content: [{ value: failure }] },
                b: { content: [{ value: 'edited' }] },
                c: { content: [{ value: passed }] }
              }
            }
          }
        }
      ]
    }
  ],
  opencode: [
    {
      info: { id: 'ses_1', title: 'Mend the oven', directory: '/srv/bakery' },
      messages: [
        {
          info: { id: 'm1', role: 'user', time: { created: 1772352000000 } },
          parts: [
            { type: 'text', text: asked },
            { type: 'text', text: 'a reminder', synthetic: true }
          ]
        },
        {
          info: { id: 'm2', role: 'assistant', modelID: 'm', providerID: 'p' },
          parts: [
            { type: 'step-start' },
            opencodeTool('bash', { command: 'python bake.py' }, failure, 1),
            opencodeTool(
              'edit',
              { filePath: 'bake.py', oldString: 'nord', newString: 'north' },
              ''
            ),
            opencodeTool('bash', { command: 'pytest -q' }, passed, 0)
          ]
        }
      ]
    }
  ],
  cline: [
    [
      {
        role: 'user',
        content: [
          { type: 'text', text: `<task>\n${asked}\n</task>` },
          { type: 'text', text: '<environment_details>\n# Time\nnoon\n</environment_details>' }
        ]
      },
      {
        role: 'assistant',
        content: text(
          'text',
          'I look.\n\n<execute_command>\n<command>python bake.py</command>\n</execute_command>'
        )
      },
      {
        role: 'user',
        content: [
          { type: 'text', text: "[execute_command for 'python bake.py'] Result:" },
          { type: 'text', text: failure }
        ]
      },
      {
        role: 'assistant',
        content: text(
          'text',
          "<replace_in_file>\n<path>bake.py</path>\n<diff>\n------- SEARCH\noven = find('nord')\n=======\noven = find('north')\n+++++++ REPLACE\n</diff>\n</replace_in_file>"
        )
      },
      { role: 'user', content: text('text', "[replace_in_file for 'bake.py'] Result:\nsaved") },
      {
        role: 'assistant',
        content: text('text', '<execute_command>\n<command>pytest -q</command>\n</execute_command>')
      },
      {
        role: 'user',
        content: text('text', `[execute_command for 'pytest -q'] Result:\n${passed}`)
      }
    ]
  ],
  goose: [
    { working_dir: '/srv/bakery', description: 'oven', message_count: 7 },
    { role: 'user', created: 1772352000, content: text('text', asked) },
    ...goose('a', 'developer__shell', { command: 'python bake.py' }, failure),
    ...goose(
      'b',
      'developer__text_editor',
      { command: 'str_replace', path: 'bake.py', old_str: 'nord', new_str: 'north' },
      'edited'
    ),
    ...goose('c', 'developer__shell', { command: 'pytest -q' }, passed)
  ],
  pi: [
    { type: 'session', version: 3, id: 's1', timestamp: stamp(0), cwd: '/srv/bakery' },
    { type: 'model_change', id: 'e0', parentId: null, provider: 'anthropic', modelId: 'claude-x' },
    ...[
      { role: 'user', content: text('text', asked) },
      {
        role: 'assistant',
        provider: 'anthropic',
        model: 'claude-x',
        content: [
          { type: 'thinking', thinking: 'Hm.' },
          { type: 'text', text: 'Let me look.' },
          { type: 'toolCall', id: 'a', name: 'bash', arguments: { command: 'python bake.py' } }
        ]
      },
      {
        role: 'toolResult',
        toolCallId: 'a',
        toolName: 'bash',
        content: text('text', failure),
        isError: true
      },
      {
        role: 'assistant',
        content: [
          {
            type: 'toolCall',
            id: 'b',
            name: 'edit',
            arguments: { path: 'bake.py', oldText: 'nord', newText: 'north' }
          }
        ]
      },
      { role: 'toolResult', toolCallId: 'b', toolName: 'edit', content: text('text', 'edited') },
      {
        role: 'assistant',
        content: [{ type: 'toolCall', id: 'c', name: 'bash', arguments: { command: 'pytest -q' } }]
      },
      { role: 'toolResult', toolCallId: 'c', toolName: 'bash', content: text('text', passed) }
    ].map((message, i) => ({
      type: 'message',
      id: `e${String(i + 1)}`,
      parentId: `e${String(i)}`,
      timestamp: stamp(i + 1),
      message
    }))
  ],
  openhands: [
    [
      {
        id: 0,
        source: 'agent',
        action: 'system',
        args: { content: 'You bake.', openhands_version: '1.0' }
      },
      { id: 1, source: 'user', action: 'message', args: { content: asked } },
      {
        id: 2,
        source: 'agent',
        action: 'run',
        args: { command: 'python bake.py', thought: 'Look.' }
      },
      {
        id: 3,
        source: 'agent',
        cause: 2,
        observation: 'run',
        content: failure,
        extras: { metadata: { exit_code: 1 } }
      },
      {
        id: 4,
        source: 'agent',
        action: 'edit',
        args: { path: 'bake.py', command: 'str_replace', old_str: 'nord', new_str: 'north' }
      },
      {
        id: 5,
        source: 'agent',
        cause: 4,
        observation: 'edit',
        content: 'edited',
        extras: { new_content: "find('north')\n" }
      },
      { id: 6, source: 'agent', action: 'run', args: { command: 'pytest -q' } },
      {
        id: 7,
        source: 'agent',
        cause: 6,
        observation: 'run',
        content: passed,
        extras: { metadata: { exit_code: 0 } }
      }
    ]
  ],
  'mini-swe-agent': [
    {
      trajectory_format: 'mini-swe-agent-1',
      info: { exit_status: 'Submitted', submission: 'diff --git a/bake.py b/bake.py' },
      messages: [
        { role: 'system', content: 'You bake.' },
        {
          role: 'user',
          content: `<pr_description>\nConsider the following PR description:\n${asked}\n</pr_description>\n<instructions>Be brief</instructions>`
        },
        { role: 'assistant', content: 'THOUGHT: look\n\n```bash\npython bake.py\n```' },
        { role: 'user', content: `<returncode>1</returncode>\n<output>\n${failure}\n</output>` },
        {
          role: 'assistant',
          content: "THOUGHT: mend\n\n```bash\nsed -i 's/nord/north/' bake.py && pytest -q\n```"
        },
        { role: 'user', content: `<returncode>0</returncode>\n<output>\n${passed}\n</output>` },
        { role: 'exit', content: 'done' }
      ]
    }
  ],
  'anthropic-messages': [{ model: 'claude-x', messages: blocks }],
  'openai-agents': [
    items.map((item) => (item.type === 'message' ? { role: 'user', content: asked } : item))
  ],
  langchain: [
    {
      messages: [
        { type: 'human', content: asked },
        {
          type: 'ai',
          content: 'Let me look.',
          tool_calls: [{ id: 'a', name: 'shell', args: { command: 'python bake.py' } }]
        },
        { type: 'tool', tool_call_id: 'a', content: failure },
        {
          lc: 1,
          type: 'constructor',
          id: ['langchain', 'schema', 'messages', 'AIMessage'],
          kwargs: { content: '', tool_calls: [{ id: 'b', name: 'edit_file', args: edit }] }
        },
        { type: 'tool', tool_call_id: 'b', content: 'edited' },
        {
          type: 'ai',
          content: '',
          tool_calls: [{ id: 'c', name: 'shell', args: { command: 'pytest -q' } }]
        },
        { type: 'tool', tool_call_id: 'c', content: passed }
      ]
    }
  ],
  'otel-genai': [
    {
      resourceSpans: [
        {
          scopeSpans: [
            {
              spans: [
                {
                  traceId: 't1',
                  name: 'chat',
                  attributes: [
                    span('gen_ai.request.model', 'm'),
                    span(
                      'gen_ai.input.messages',
                      JSON.stringify([
                        { role: 'user', parts: [{ type: 'text', content: asked }] },
                        {
                          role: 'assistant',
                          parts: [
                            {
                              type: 'tool_call',
                              id: 'a',
                              name: 'bash',
                              arguments: { command: 'python bake.py' }
                            }
                          ]
                        },
                        {
                          role: 'tool',
                          parts: [{ type: 'tool_call_response', id: 'a', response: failure }]
                        },
                        {
                          role: 'assistant',
                          parts: [
                            { type: 'tool_call', id: 'b', name: 'edit_file', arguments: edit }
                          ]
                        },
                        {
                          role: 'tool',
                          parts: [{ type: 'tool_call_response', id: 'b', response: 'edited' }]
                        },
                        {
                          role: 'assistant',
                          parts: [
                            {
                              type: 'tool_call',
                              id: 'c',
                              name: 'bash',
                              arguments: { command: 'pytest -q' }
                            }
                          ]
                        },
                        {
                          role: 'tool',
                          parts: [{ type: 'tool_call_response', id: 'c', response: passed }]
                        }
                      ])
                    ),
                    span(
                      'gen_ai.output.messages',
                      JSON.stringify([
                        { role: 'assistant', parts: [{ type: 'text', content: 'Mended.' }] }
                      ])
                    )
                  ]
                }
              ]
            }
          ]
        }
      ]
    }
  ],
  'trajectory-rows': [
    {
      instance_id: 'bakery-1',
      messages: JSON.stringify(calls),
      patch: 'diff --git a/bake.py b/bake.py'
    }
  ],
  aider: [
    `
# aider chat started at 2026-03-01 08:00:00

> Aider v0.90.0
> Main model: m with diff edit format

#### /run python bake.py

> ${failure.split('\n').join('\n> ')}

#### ${asked}

The name is misspelt.

bake.py
\`\`\`python
<<<<<<< SEARCH
oven = find('nord')
=======
oven = find('north')
>>>>>>> REPLACE
\`\`\`

> Applied edit to bake.py

#### /run pytest -q

> 5 passed in 0.21s
`
  ],
  specstory: [
    `<!-- Generated by SpecStory, Markdown v2.1.0 -->

_**User (2026-03-01 08:00Z)**_

${asked}

---

_**Agent (some-model-1, 2026-03-01 08:00Z)**_

<tool-use data-tool-type="shell" data-tool-name="run_terminal_cmd"><details>
<summary>Tool use: **run_terminal_cmd** • Run command: python bake.py</summary>

\`\`\`bash
python bake.py
\`\`\`

\`\`\`
${failure}
\`\`\`
</details></tool-use>

<tool-use data-tool-type="write" data-tool-name="edit_file"><details>
<summary>Tool use: **edit_file**</summary>

\`\`\`
find('north')
\`\`\`
</details></tool-use>

<tool-use data-tool-type="shell" data-tool-name="run_terminal_cmd"><details>
<summary>Tool use: **run_terminal_cmd** • Run command: pytest -q</summary>

\`\`\`bash
pytest -q
\`\`\`

\`\`\`
${passed}
\`\`\`
</details></tool-use>

---
`
  ]
} satisfies Partial<Record<FormatName, readonly unknown[]>>

/** Other layouts of the same hosts. */
export const otherLayouts: readonly (readonly [FormatName, string, readonly unknown[]])[] = [
  [
    'codex',
    'a rollout of bare items',
    [{ id: 's', timestamp: stamp(0), instructions: null }, { record_type: 'state' }, ...items]
  ],
  ['codex', 'the first layout', [{ session: { id: 's' }, items }]],
  [
    'codex',
    'the stream of exec --json of old',
    [
      { model: 'm' },
      { prompt: asked },
      {
        id: '0',
        msg: {
          type: 'exec_command_begin',
          call_id: 'a',
          command: ['bash', '-lc', 'python bake.py']
        }
      },
      {
        id: '0',
        msg: { type: 'exec_command_end', call_id: 'a', stdout: '', stderr: failure, exit_code: 1 }
      },
      { id: '0', msg: { type: 'patch_apply_begin', call_id: 'b', changes: { 'bake.py': {} } } },
      {
        id: '0',
        msg: { type: 'patch_apply_end', call_id: 'b', stdout: 'ok', stderr: '', success: true }
      },
      {
        id: '0',
        msg: { type: 'exec_command_begin', call_id: 'c', command: ['bash', '-lc', 'pytest -q'] }
      },
      {
        id: '0',
        msg: { type: 'exec_command_end', call_id: 'c', stdout: passed, stderr: '', exit_code: 0 }
      }
    ]
  ],
  [
    'gemini',
    'a checkpoint',
    [
      [
        {
          role: 'user',
          parts: [{ text: 'This is the Gemini CLI. We are setting up the context for our chat.' }]
        },
        { role: 'model', parts: [{ text: 'Got it.' }] },
        { role: 'user', parts: [{ text: asked }] },
        {
          role: 'model',
          parts: [
            { functionCall: { name: 'run_shell_command', args: { command: 'python bake.py' } } }
          ]
        },
        {
          role: 'user',
          parts: [
            { functionResponse: { name: 'run_shell_command', response: { output: failure } } }
          ]
        },
        { role: 'model', parts: [{ functionCall: { name: 'replace', args: edit } }] },
        {
          role: 'user',
          parts: [{ functionResponse: { name: 'replace', response: { output: 'ok' } } }]
        },
        {
          role: 'model',
          parts: [{ functionCall: { name: 'run_shell_command', args: { command: 'pytest -q' } } }]
        },
        {
          role: 'user',
          parts: [{ functionResponse: { name: 'run_shell_command', response: { output: passed } } }]
        }
      ]
    ]
  ],
  [
    'copilot',
    'the events of Copilot CLI',
    [
      {
        type: 'session.start',
        id: '0',
        timestamp: stamp(0),
        data: { sessionId: 's', copilotVersion: '1' }
      },
      { type: 'user.message', id: '1', timestamp: stamp(0), data: { content: asked } },
      {
        type: 'tool.execution_start',
        id: '2',
        data: { toolCallId: 'a', toolName: 'bash', arguments: { command: 'python bake.py' } }
      },
      {
        type: 'tool.execution_complete',
        id: '3',
        data: {
          toolCallId: 'a',
          success: true,
          result: { content: `${failure}\n<exited with exit code 1>` }
        }
      },
      {
        type: 'tool.execution_start',
        id: '4',
        data: {
          toolCallId: 'b',
          toolName: 'edit',
          arguments: { path: 'bake.py', old_str: 'nord', new_str: 'north' }
        }
      },
      {
        type: 'tool.execution_complete',
        id: '5',
        data: { toolCallId: 'b', success: true, result: { content: 'ok' } }
      },
      {
        type: 'tool.execution_start',
        id: '6',
        data: { toolCallId: 'c', toolName: 'bash', arguments: { command: 'pytest -q' } }
      },
      {
        type: 'tool.execution_complete',
        id: '7',
        data: { toolCallId: 'c', success: true, result: { content: passed } }
      }
    ]
  ],
  [
    'cline',
    'the messages of the view',
    [
      [
        { ts: 1772352000000, type: 'say', say: 'text', text: asked },
        { ts: 1772352001000, type: 'say', say: 'api_req_started', text: '{}' },
        { ts: 1772352002000, type: 'ask', ask: 'command', text: 'python bake.py' },
        { ts: 1772352003000, type: 'say', say: 'command_output', text: failure },
        {
          ts: 1772352004000,
          type: 'say',
          say: 'tool',
          text: '{"tool":"editedExistingFile","path":"bake.py","diff":"x"}'
        },
        { ts: 1772352005000, type: 'ask', ask: 'command', text: 'pytest -q' },
        { ts: 1772352006000, type: 'say', say: 'command_output', text: passed }
      ]
    ]
  ],
  [
    'cline',
    'native calls',
    [[{ role: 'user', content: text('text', `<task>\n${asked}\n</task>`) }, ...blocks.slice(1)]]
  ],
  [
    'goose',
    'an export',
    [
      {
        working_dir: '/srv',
        name: 'oven',
        conversation: [
          { role: 'user', content: text('text', asked) },
          ...goose('a', 'shell', { command: 'python bake.py' }, failure),
          ...goose('b', 'edit_file', edit, 'ok'),
          ...goose('c', 'shell', { command: 'pytest -q' }, passed)
        ]
      }
    ]
  ],
  [
    'openhands',
    'events of the SDK',
    [
      {
        kind: 'MessageEvent',
        id: '1',
        source: 'user',
        timestamp: '2026-03-01T08:00:00',
        llm_message: { role: 'user', content: text('text', asked) }
      },
      {
        kind: 'ActionEvent',
        id: '2',
        source: 'agent',
        thought: [],
        tool_name: 'terminal',
        tool_call_id: 'a',
        action: { kind: 'TerminalAction', command: 'python bake.py' }
      },
      {
        kind: 'ObservationEvent',
        id: '3',
        source: 'environment',
        tool_call_id: 'a',
        observation: { content: text('text', failure), exit_code: 1 }
      },
      {
        kind: 'ActionEvent',
        id: '4',
        source: 'agent',
        tool_name: 'file_editor',
        tool_call_id: 'b',
        action: { command: 'str_replace', path: 'bake.py', old_str: 'nord', new_str: 'north' }
      },
      {
        kind: 'ObservationEvent',
        id: '5',
        source: 'environment',
        tool_call_id: 'b',
        observation: { content: text('text', 'ok') }
      },
      {
        kind: 'ActionEvent',
        id: '6',
        source: 'agent',
        tool_name: 'terminal',
        tool_call_id: 'c',
        action: { command: 'pytest -q' }
      },
      {
        kind: 'ObservationEvent',
        id: '7',
        source: 'environment',
        tool_call_id: 'c',
        observation: { content: text('text', passed), exit_code: 0 }
      }
    ]
  ],
  [
    'mini-swe-agent',
    'version 2',
    [
      {
        trajectory_format: 'mini-swe-agent-1.1',
        info: { mini_version: '2', exit_status: 'Submitted', submission: 'd' },
        messages: calls
      }
    ]
  ],
  [
    'anthropic-messages',
    "Cursor's transcripts",
    blocks.map(({ role, content }) => ({ role, message: { content } }))
  ],
  ['anthropic-messages', 'bare messages', [blocks]],
  [
    'langchain',
    "LangSmith's runs",
    [
      {
        id: 'r',
        trace_id: 't',
        run_type: 'chain',
        name: 'baker',
        inputs: {},
        outputs: {
          messages: calls.map(({ role, ...rest }) => ({
            type: role === 'user' ? 'human' : role === 'assistant' ? 'ai' : 'tool',
            ...rest
          }))
        }
      }
    ]
  ],
  [
    'trajectory-rows',
    "Nebius' rows",
    [
      {
        instance_id: 'b',
        trajectory: [
          { role: 'system', system_prompt: 'SPECIAL INTERFACE' },
          { role: 'user', text: `ISSUE:\n${asked}\nINSTRUCTIONS:\nbe brief` },
          { role: 'ai', text: 'look\n```\npython bake.py\n```' },
          { role: 'user', text: failure },
          { role: 'ai', text: 'mend\n```\nedit 1:1\nfind()\nend_of_edit\n```' },
          { role: 'user', text: 'ok' },
          { role: 'ai', text: 'test\n```\npytest -q\n```' },
          { role: 'user', text: passed }
        ]
      }
    ]
  ]
]
