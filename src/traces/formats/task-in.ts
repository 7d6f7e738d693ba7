const tags = [
  'pr_description',
  'issue_description',
  'user_query',
  'userRequest',
  'user_request',
  'problem_statement',
  'problem_description',
  'task_description',
  'github_issue',
  'user_message',
  'user_input',
  'task',
  'feedback',
  'issue'
]

const frames: readonly (readonly [string, string])[] = [
  ...tags.map((tag) => [`<${tag}>`, `</${tag}>`] as const),
  ['ISSUE:\n', '\nINSTRUCTIONS:'],
  ['[ISSUE]\n', '[/ISSUE]'],
  ['Task Description:\n', '\nCurrent terminal state:'],
  ['Please solve this issue:', '\nYou can execute bash commands'],
  ['Issue Description:\n', '\nINSTRUCTIONS:']
]

/** What a harness says before the task itself. */
const preambles =
  /^(?:(?:consider|here is|here's|below is|please (?:solve|fix|resolve|address)|solve|fix|resolve) (?:the following |this |a )?(?:pr|pull request|issue|github issue|bug report|task)(?: description| statement| report| text)?:|ISSUE:|(?:PR|Issue|Task|Problem) (?:description|statement):|# Task(?: description)?\s*\n)\s*/i

/** The task itself out of a harness's opening message, which wraps it in instructions; else the whole message. */
export function taskIn(opening: string): string {
  for (const [before, after] of frames) {
    const from = opening.indexOf(before)
    // The closing mark may be named in the instructions before the block, the block's own is the first after it.
    const to = from < 0 ? -1 : opening.indexOf(after, from + before.length)
    const task = to < 0 ? '' : withoutPreamble(opening.slice(from + before.length, to))
    if (task !== '') return task
  }
  return withoutPreamble(opening)
}

function withoutPreamble(text: string): string {
  const rest = text.trim().replace(preambles, '').trim()
  return rest === '' ? text.trim() : rest
}
