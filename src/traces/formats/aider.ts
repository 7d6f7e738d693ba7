import { finishedRun, sourceOf, whoRan } from './finished-run.js'
import { searchBlocks } from './file-operation.js'
import type { FormatSource, ReadTrace, TraceFormat } from './format.js'
import { createRunRecorder, shellCall, toolCall, type RunRecorder } from './run-recorder.js'

const heading = /^# aider chat started at (.*)$/m

/** Aider's chat history (`.aider.chat.history.md`): `####` is the person, `>` what Aider and commands print, the rest the model. */
export const aiderFormat: TraceFormat = {
  name: 'aider',
  detect: ({ values }) =>
    values.some((value) => typeof value === 'string' && heading.test(value.slice(0, 5000))) ? 1 : 0,
  read: (source) => readHistory(source)
}

async function* readHistory(source: FormatSource): AsyncIterable<ReadTrace> {
  for await (const item of source.items) {
    if ('skipped' in item) {
      yield item
      continue
    }
    const text = typeof item.value === 'string' ? item.value : ''
    let index = 0
    for (const session of text.split(/^(?=# aider chat started at )/m)) {
      if (!heading.test(session)) continue
      yield* readSession(session, { file: source.file, index })
      index += 1
    }
  }
}

function* readSession(text: string, where: { file: string; index: number }): Iterable<ReadTrace> {
  const run = createRunRecorder()
  const started = heading.exec(text)?.[1]?.trim() ?? ''
  const version = /^> Aider v(\S+)/m.exec(text)?.[1]
  const model = /^> (?:Main model|Model): (\S+)/m.exec(text)?.[1]
  const lines = text.split('\n')
  for (const block of blocksOf(lines)) recordBlock(run, block)
  yield* finishedRun(
    run,
    {
      ...whoRan('aider', version, model),
      outcome: { status: 'unknown' },
      source: sourceOf('aider', where, started)
    },
    { where, none: 'the chat with Aider holds nothing that a person asked for' }
  )
}

type Kind = 'user' | 'printed' | 'model'
interface Block {
  readonly kind: Kind
  readonly lines: string[]
}

/** Lines of one kind that follow one another, blank ones in between; a code block is one thing. */
function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let fenced = false
  for (const line of lines) {
    if (/^```/.test(line)) fenced = !fenced
    if (heading.test(line)) continue
    const kind = fenced ? 'model' : kindOf(line)
    const text = kind === 'model' ? line : stripped(line)
    const last = blocks.at(-1)
    if (last?.kind === kind || (last && line.trim() === '')) last.lines.push(text)
    else blocks.push({ kind, lines: [text] })
  }
  return blocks
}

function kindOf(line: string): Kind {
  if (line.startsWith('#### ')) return 'user'
  return /^>( |$)/.test(line) ? 'printed' : 'model'
}

function stripped(line: string): string {
  return line.replace(/^(?:#### ?|> ?)/, '').replace(/ {2}$/, '')
}

const command = /^\/(?:run|test|git|lint)\s+([\s\S]+)|^!\s*([\s\S]+)/

function recordBlock(run: RunRecorder, { kind, lines }: Block): void {
  const text = lines.join('\n').trim()
  if (text === '') return
  if (kind === 'user') recordUser(run, text)
  else if (kind === 'printed') recordPrinted(run, text)
  else {
    run.agent(
      text.replace(/^(?:-{3,}|<{3,}) ?SEARCH[\s\S]*?(?:\+{3,}|>{3,}) ?REPLACE$/gm, '').trim()
    )
    for (const edit of searchBlocks(text))
      run.call(
        toolCall('search_replace', {
          path: pathBefore(text, edit.before),
          old_string: edit.before,
          new_string: edit.after
        })
      )
  }
}

/** A line that begins with `/run` or `!` is a command of the person's, other slashes are for Aider. */
function recordUser(run: RunRecorder, text: string): void {
  const ran = command.exec(text)
  if (ran) run.call(shellCall((ran[1] ?? ran[2] ?? '').trim()))
  else if (/^\/(?:ask|code|architect)\s+/.test(text)) run.user(text.replace(/^\/\w+\s+/, ''))
  else if (!/^\/\w+/.test(text)) run.user(text)
}

const ownWords =
  /^(?:Aider v|Main model|Weak model|Editor model|Git repo|Repo-map|Tokens:|Cost:|Added |Dropped |Creating |\/?home|\S*aider\b|Use \/help|Commit |Multiline)/

function recordPrinted(run: RunRecorder, text: string): void {
  const lines = text.split('\n')
  const edited = lines.find((line) => /^Applied edit to /.test(line))
  const ran = lines.filter((line) => /^Running /.test(line)).at(-1)
  if (ran !== undefined) run.call(shellCall(ran.replace(/^Running /, '')))
  const said = lines
    .filter(
      (line) =>
        !ownWords.test(line) &&
        !/^(?:Applied edit to|Running |Add (?:command output|\d)|Run shell command)/.test(line)
    )
    .join('\n')
    .trim()
  if (run.waits() && (said !== '' || edited !== undefined))
    run.answer({ text: said === '' ? (edited ?? '') : said })
  else if (said !== '') run.system(said)
}

/** The file that an edit is of stands in the line above its block. */
function pathBefore(text: string, before: string): string {
  const at = text.indexOf(before)
  const above = text.slice(0, Math.max(0, at)).split('\n').reverse()
  const path = above.find((line) => /^[`\w./\\-]{1,300}\.\w{1,10}[`:]?$/.test(line.trim()))
  return path?.trim().replace(/^`+|[`:]+$/g, '') ?? ''
}
