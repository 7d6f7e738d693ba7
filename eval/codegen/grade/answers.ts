import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { badInput } from '../../../src/errors.js'
import { extractCode, type FoundIn } from '../extract/extract-code.js'
import { fitIndent } from '../extract/fit-indent.js'
import { linesOf } from '../flags.js'
import type { CodeProblem } from '../problems.js'

/** A solution that somebody gave, ready to run. */
export interface Answer {
  readonly id: string
  /** 0 for the first of a problem, 1 for the second … */
  readonly sample: number
  readonly code: string
  readonly foundIn: FoundIn | 'code'
}

/** What an export wrote beside its prompts. */
export interface ExportIndex {
  readonly arm: string
  readonly prompts: readonly { readonly id: string; readonly file: string }[]
}

export interface ReadAnswers {
  readonly answers: readonly Answer[]
  /** Files or ids that belong to no problem of the run. */
  readonly strangers: readonly string[]
}

export const indexName = 'index.json'

/** The file name of a problem, without an ending. */
export function stemOf(id: string): string {
  return id.replaceAll(/[^\w.-]+/g, '-')
}

/**
 * Reads answers back from a folder with a file a problem, named like its prompt (`ds1000-0.md`, beside prompts
 * `ds1000-0.answer.md`; `.py` is taken as code as it stands), or from JSON Lines `{id, answer}`, where `code` instead of `answer` is
 * taken as it stands. Several lines of one id are samples of one problem.
 */
export function readAnswers(path: string, problems: readonly CodeProblem[]): ReadAnswers {
  const given = statSync(path).isDirectory() ? fromFolder(path, problems) : fromLines(path)
  const byId = new Map(problems.map((problem) => [problem.id, problem]))
  const samples = new Map<string, number>()
  const answers: Answer[] = []
  const strangers: string[] = []
  for (const { id, text, asCode } of given) {
    const problem = byId.get(id)
    if (problem === undefined) {
      strangers.push(id)
      continue
    }
    const sample = samples.get(id) ?? 0
    samples.set(id, sample + 1)
    answers.push({ id, sample, ...codeOf(text, asCode, problem) })
  }
  return { answers, strangers }
}

/** The solution in a reply, indented as its problem asks. */
export function codeOf(
  text: string,
  asCode: boolean,
  problem: CodeProblem
): Pick<Answer, 'code' | 'foundIn'> {
  if (asCode) return { code: text, foundIn: 'code' }
  const { code, foundIn } = extractCode(text)
  return { code: fitIndent(code, problem.prompt), foundIn }
}

/** The index of an export, where the path or its folder has one. */
export function readIndex(path: string): ExportIndex | null {
  const file = statSync(path).isDirectory() ? join(path, indexName) : path
  return file.endsWith('.json') && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as ExportIndex)
    : null
}

interface Given {
  readonly id: string
  readonly text: string
  readonly asCode: boolean
}

function fromLines(file: string): Given[] {
  const lines = linesOf<{ id?: unknown; answer?: unknown; code?: unknown }>('--answers', file)
  return lines.map((line, at) => {
    const { id, answer, code } = line
    const text = code ?? answer
    if (typeof id !== 'string' || typeof text !== 'string')
      throw badInput(
        '--answers',
        file,
        `id and answer (or code) as texts in every line (line ${at + 1} lacks one)`
      )
    return { id, text, asCode: code !== undefined }
  })
}

function fromFolder(folder: string, problems: readonly CodeProblem[]): Given[] {
  const prompts = new Set(readIndex(folder)?.prompts.map(({ file }) => file))
  const ids = new Map(problems.map(({ id }) => [stemOf(id), id]))
  return readdirSync(folder)
    .filter((name) => name !== indexName && !prompts.has(name) && !name.startsWith('.'))
    .sort()
    .map((name) => {
      const stem = name.replace(/(?:\.answer)?\.[A-Za-z]+$/, '')
      return {
        id: ids.get(stem) ?? name,
        text: readFileSync(join(folder, name), 'utf8'),
        asCode: name.endsWith('.py')
      }
    })
}
