import { changesMade } from '../../src/traces/formats/changes-made.js'
import type { StepDraft } from '../../src/traces/formats/step-draft.js'

const edit = (name: string, input: string | object, more: Partial<StepDraft> = {}): StepDraft => ({
  role: 'agent',
  action: {
    kind: 'edit',
    name,
    input: typeof input === 'string' ? input : JSON.stringify(input)
  },
  ...more
})

test('changes are told file by file, the last one of a place', () => {
  const steps = [
    edit('Edit', { file_path: '/app/tide.py', old_string: 'hour', new_string: 'hour + 1' }),
    edit('Edit', { file_path: '/app/tide.py', old_string: 'hour', new_string: 'hour - 1' }),
    edit(
      'apply_patch',
      '*** Begin Patch\n*** Update File: board.py\n@@ def show():\n     rows = []\n-    pass\n+    return rows\n*** Add File: quay.py\n+berth = 4\n*** End Patch'
    )
  ]
  expect(changesMade(steps)).toBe(
    [
      '--- a/app/tide.py\n+++ b/app/tide.py\n@@\n-hour\n+hour - 1',
      '--- a/board.py\n+++ b/board.py\n@@\n     rows = []\n-    pass\n+    return rows',
      '--- a/quay.py\n+++ b/quay.py\n@@\n+berth = 4'
    ].join('\n')
  )
})

test.each<[string, StepDraft[]]>([
  ['nothing was changed', []],
  [
    'an edit was refused',
    [
      edit(
        'Edit',
        { file_path: 'a.py', old_string: 'a', new_string: 'b' },
        { error: 'no such text' }
      )
    ]
  ],
  [
    'notes were changed',
    [edit('Edit', { file_path: 'NOTES.md', old_string: 'a', new_string: 'b' })]
  ],
  ['the call is cut', [edit('Edit', '{"file_path":"a.py","old_str')]],
  [
    'every file is known whole',
    [
      edit(
        'Edit',
        { file_path: 'a.py', old_string: 'a', new_string: 'b' },
        { state: { text: 'b', path: 'a.py' } }
      )
    ]
  ]
])('no change is told where %s', (_, steps) => {
  expect(changesMade(steps)).toBeUndefined()
})
