import type { HeldTerm, Memory } from '../retrieve/memory.js'
import { isParameter } from './options-of-calls.js'
import { stemsOf } from '../retrieve/relevance/question-terms.js'

/** Characters of a call that are shown whole. */
const longestCall = 110

/** How many parameters of a longer one are shown. */
const mostParameters = 3

/**
 * How an API is called: its name, and of its parameters those that the question speaks of where it has many. A property or
 * option is its name and type. Pure.
 */
export function callForm(api: Memory, terms: readonly HeldTerm[]): string {
  const name = api.qualifiedName ?? api.title
  const line = (api.signature ?? '').split('\n')[0] ?? ''
  if (isParameter(api)) return asPassed(name, line)
  const open = line.indexOf('(')
  if (isValue(api) && (open < 0 || !isFunction(line, open))) return withType(name, line)
  if (open < 0) return name
  const inside = insideOf(line, open)
  const call = `${name}(${inside})`
  return call.length <= longestCall ? call : shortCall(name, inside, terms)
}

/** `typer.Option(hide_input: bool = False)`. */
function asPassed(name: string, line: string): string {
  const at = name.lastIndexOf('.')
  const own = name.slice(at + 1)
  const told = line.startsWith(own) && line.length < longestCall - at ? line : own
  return `${name.slice(0, at)}(${told})`
}

/** `name: type` as its line says, where that is short enough; the line of an index signature is `[name: string]: type`. */
function withType(name: string, line: string): string {
  const type =
    /^(?:[^:=[]{0,20}\[[^\]]{0,120}\]|[^:=]{0,120}):\s*(.+)$/.exec(line)?.[1]?.trim() ?? ''
  const isShown = type !== '' && isWhole(type) && name.length + type.length < longestCall
  return isShown ? `${name}: ${type}` : name
}

/** Whether a property holds a function and nothing else: `done?: (cup: Cup) => void`, `pour(cup: Cup): void`. */
function isFunction(line: string, open: number): boolean {
  const before = line.slice(0, open)
  if (!/[:=]/.test(before)) return true
  const after = line.slice(open + insideOf(line, open).length + 2)
  return /[:=]\s*$/.test(before) && /^\s*=>/.test(after)
}

/** Whether every bracket of a type is closed on its line. */
function isWhole(type: string): boolean {
  const bare = type.replace(/=>/g, '')
  const count = (brackets: RegExp) => bare.match(brackets)?.length ?? 0
  return count(/[([{<]/g) === count(/[)\]}>]/g)
}

/** A call that is too long, with a few of its parameters: those that it cannot do without, and those that are asked about. */
function shortCall(name: string, inside: string, terms: readonly HeldTerm[]): string {
  const parameters = atTopLevel(inside)
  const wanted = parameters.filter((one) => isRequired(one) || isAsked(one, terms))
  const few = (wanted.length > 0 ? wanted : parameters).slice(0, mostParameters).map(withoutType)
  const shown = few.join(', ')
  return shown.length > longestCall
    ? `${name}(…)`
    : `${name}(${shown}${few.length < parameters.length ? ', …' : ''})`
}

/** Neither optional nor with a default, nor a mark like Python's `*` and `/`. */
function isRequired(parameter: string): boolean {
  const [, name = '', mark = ''] = /^(\.{0,3}[\w$]+)(\??)/.exec(parameter) ?? []
  return name !== '' && mark === '' && !/=(?!>)/.test(parameter) && !name.startsWith('...')
}

function isValue({ kind }: Memory): boolean {
  return ['option', 'property', 'attribute', 'constant'].includes(kind)
}

function isAsked(parameter: string, terms: readonly HeldTerm[]): boolean {
  const stems = stemsOf(parameter)
  return terms.some(({ stem }) => stems.has(stem))
}

/** `name: Type = 1` as `name=1`, `name?: Type` as `name?`: where there are many the types are the first to go. */
function withoutType(parameter: string): string {
  return parameter.length < 24
    ? parameter
    : parameter.replace(
        /^([^:=]+?)(\??):[^=]*(?:=(?!>)\s*(.*))?$/s,
        (_, ...[name, optional, value]: [string, string, string?]) =>
          `${name.trim()}${optional}${value === undefined || value === '' ? '' : `=${value}`}`
      )
}

/** What stands between a bracket and its partner; to the end where the line is cut. */
function insideOf(line: string, open: number): string {
  let depth = 0
  for (let i = open; i < line.length; i += 1) {
    const c = line[i] ?? ''
    if ('([{'.includes(c)) depth += 1
    else if (')]}'.includes(c)) depth -= 1
    if (depth === 0) return line.slice(open + 1, i)
  }
  return line.slice(open + 1)
}

function atTopLevel(parameters: string): string[] {
  const found: string[] = []
  let [depth, start] = [0, 0]
  for (let i = 0; i < parameters.length; i += 1) {
    const c = parameters[i] ?? ''
    if ('([{<'.includes(c)) depth += 1
    else if (')]}'.includes(c) || (c === '>' && parameters[i - 1] !== '=')) depth -= 1
    else if (c === ',' && depth === 0) {
      found.push(parameters.slice(start, i).trim())
      start = i + 1
    }
  }
  return [...found, parameters.slice(start).trim()].filter((part) => part !== '')
}
