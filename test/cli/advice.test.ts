import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** Why a line is none that the program takes; null where it is. */
function wrongWith(line: string): string | null {
  const words = line.match(/"[^"]*"|\S+/g) ?? []
  let command: Command = program
  let at = 0
  for (;;) {
    const next = command.commands.find((one) => one.name() === words[at])
    if (next === undefined) break
    command = next
    at += 1
  }
  if (command === program && words[0] !== 'help') return `there is no command '${words[0] ?? ''}'`
  const given: string[] = []
  for (; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('-') || word === '-') {
      given.push(word)
      continue
    }
    const option = [...command.options, ...program.options].find(
      ({ long, short }) => long === word || short === word
    )
    if (option === undefined) return `'${command.name()}' has no option ${word}`
    const isNext = words[at + 1]?.startsWith('-') === false
    if (option.required || (option.optional && isNext)) at += 1
  }
  if (command.commands.length > 0 && command.registeredArguments.length < given.length)
    return `'${command.name()}' has no command '${given[0] ?? ''}'`
  const most = command.registeredArguments.some(({ variadic }) => variadic)
    ? Infinity
    : command.registeredArguments.length
  return given.length > most ? `'${command.name()}' takes ${String(most)} arguments` : null
}

const said = everythingSaid()

test('every command that a message, a help text or a page names is one that the program takes', () => {
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
