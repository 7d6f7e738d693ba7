import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import ts from 'typescript'
import { createProgram } from '../../src/cli/program.js'
import { describeSettings } from '../../src/config.js'

/** A stretch of text that somebody may come to read, and where it stands. */
interface Said {
  readonly at: string
  readonly text: string
}

/** Every literal of the program, with X for what is filled in. */
function everythingSaid(): Said[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => /\.tsx?$/.test(file) && !/^(?:tools|graph\/(?:queries|migrations))\b/.test(file)
    )
    .map((file) => join('src', file))
  return files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true
    )
    const found: Said[] = []
    const visit = (node: ts.Node): void => {
      const text = textOf(node)
      if (text !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart())
        found.push({ at: `${file}:${String(line + 1)}`, text })
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    return found
  })
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join('')
}

/** The lines of the guides, without comments and without the brackets of what may be left out. */
function everythingWritten(): Said[] {
  return guides().flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line, i) => ({
        at: `${file}:${String(i + 1)}`,
        text: line.replace(/\s+#\s.*$/, '').replace(/\[(--[^\]]*)\]/g, '$1')
      }))
  )
}

function guides(): string[] {
  const found = readdirSync('docs').filter((name) => name.endsWith('.md'))
  return ['README.md', ...found.map((name) => join('docs', name))]
}

const program = createProgram()
const verbs = program.commands.map((one) => one.name())

/** What is named between backticks, after a colon, in an example, or as a line of its own. */
function commandsIn(text: string): string[] {
  const inTicks = [...text.matchAll(/`(?:[A-Z_]+=\S+ )?(?:npx )?cairn ([^`]+)`/g)]
  const bare = text.replace(/`[^`]*`/g, '').matchAll(/\bcairn ([a-z][a-z-]+(?: [^\n.;…]*)?)/g)
  return [
    ...inTicks,
    ...[...bare].filter(([, words = '']) => verbs.includes(words.split(' ')[0] ?? ''))
  ]
    .map(([, words = '']) => words)
    .flatMap((words) => words.split(/ (?:&&|\||>>?|<) /).slice(0, 1))
}

/** The command that a line names, as deep as it goes, and what stands behind it. */
function commandOf(words: readonly string[]): { command: Command; rest: readonly string[] } {
  let command: Command = program
  for (const [i, word] of words.entries()) {
    const next = command.commands.find((one) => one.name() === word)
    if (next === undefined) return { command, rest: words.slice(i) }
    command = next
  }
  return { command, rest: [] }
}

/** What stands behind a command without its options; the first option that it does not have. */
function argumentsOf(
  command: Command,
  rest: readonly string[]
): { given: readonly string[]; unknown?: string } {
  const given: string[] = []
  const options = [...command.options, ...program.options]
  for (let at = 0; at < rest.length; at += 1) {
    const word = rest[at] ?? ''
    const isOption = word.startsWith('-') && word !== '-'
    const option = options.find(({ long, short }) => long === word || short === word)
    if (!isOption) given.push(word)
    else if (option === undefined) return { given, unknown: word }
    else if (option.required || (option.optional && rest[at + 1]?.startsWith('-') === false))
      at += 1
  }
  return { given }
}

/** Why a line is none that the program takes; null where it is. */
function wrongWith(line: string): string | null {
  // What follows `--` is another program's.
  // Commander answers --help and --version by itself.
  const own = line.replace(/\s--\s.*$/s, '').replace(/ ?--(?:help|version)$/, '')
  const { command, rest } = commandOf(own.match(/"[^"]*"|\S+/g) ?? [])
  const [first = ''] = rest
  if (command === program)
    return ['', 'help'].includes(first) ? null : `there is no command '${first}'`
  const { given, unknown } = argumentsOf(command, rest)
  const name = `'${command.name()}'`
  if (unknown !== undefined) return `${name} has no option ${unknown}`
  const taken = command.registeredArguments
  if (given.length <= taken.length || taken.some(({ variadic }) => variadic)) return null
  return command.commands.length > 0
    ? `${name} has no command '${given[0] ?? ''}'`
    : `${name} takes ${String(taken.length)} arguments`
}

const said = [...everythingSaid(), ...everythingWritten()]

test('every link of the guides to another file of the project arrives', () => {
  const links = guides().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, to = '']) => ({
      to,
      found: existsSync(join(dirname(file), to))
    }))
  )
  expect(links.length).toBeGreaterThan(5)
  expect(links.filter(({ found }) => !found)).toEqual([])
})

test('every command that a message, a help text, a page or a guide names is one that the program takes', () => {
  const named = said.flatMap(({ at, text }) => commandsIn(text).map((line) => ({ at, line })))
  const wrong = named.flatMap(({ at, line }) => {
    const why = wrongWith(line)
    return why === null ? [] : [`${at}: cairn ${line}: ${why}`]
  })
  process.stdout.write(`  ${String(named.length)} commands named in ${String(said.length)} texts\n`)
  expect(named.length).toBeGreaterThan(60)
  expect(wrong).toEqual([])
})

test.each([
  ['key mint ann', "'key' has no command 'mint'"],
  ['key add ann --role admin', "'add' has no option --role"],
  ['reviw list', "there is no command 'reviw'"],
  ['down now', "'down' takes 0 arguments"]
])('`cairn %s` would be noticed', (line, why) => {
  expect(wrongWith(line)).toBe(why)
})

test('every setting that a message names is one', () => {
  const settings = new Set(describeSettings().map(({ variable }) => variable))
  const unknown = said.flatMap(({ at, text }) =>
    text.includes(' ')
      ? [...text.matchAll(/\b(?:CAIRN|NEO4J)_[A-Z0-9_]+\b/g)]
          .map(([name]) => name)
          .filter((name) => !settings.has(name) && !name.endsWith('_'))
          .map((name) => `${at}: ${name}`)
      : []
  )
  expect(unknown).toEqual([])
})
