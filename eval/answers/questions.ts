import { readFileSync } from 'node:fs'

/** Where a question's library comes from: its registry, or a folder of Markdown that an npm package ships. */
export interface LibrarySource {
  readonly kind: 'npm-package' | 'python-package' | 'markdown'
  readonly name: string
  /** For Markdown: the npm package, and the folder in it. */
  readonly package?: string
  readonly folder?: string
}

/** A question with the key by which its answer is judged. */
export interface AnswerQuestion {
  readonly id: string
  readonly question: string
  readonly libraries: readonly LibrarySource[]
  /** Patterns; an item is right if one matches its title, an id or a citation of it. */
  readonly right: readonly string[]
  /** Patterns of what is of use without being the answer. */
  readonly relevant: readonly string[]
  /** The memory cannot know: «nothing fits» is the right answer. */
  readonly unknown: boolean
}

/** Reads question files, one JSON object a line. @throws Error naming file and line of what is no question */
export function readQuestions(files: readonly string[]): AnswerQuestion[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, i) => (line.trim() === '' ? [] : [questionIn(line, `${file}:${i + 1}`)]))
  )
}

function questionIn(line: string, at: string): AnswerQuestion {
  const { id, question, libraries, right, relevant, unknown } = JSON.parse(
    line
  ) as Partial<AnswerQuestion>
  if (typeof id !== 'string' || typeof question !== 'string')
    throw new Error(`${at}: expected id and question`)
  if (unknown !== true && (right === undefined || right.length === 0))
    throw new Error(`${at}: expected patterns under right, or unknown: true`)
  return {
    id,
    question,
    libraries: libraries ?? [],
    right: right ?? [],
    relevant: relevant ?? [],
    unknown: unknown === true
  }
}

/** By which questions are grouped: the library, or what kind of unknown it is. */
export function groupOf(question: AnswerQuestion): string {
  if (question.unknown) return 'unknown'
  return question.libraries
    .map(({ name, kind }) => (kind === 'markdown' ? `${name} (md)` : name))
    .join('+')
}
