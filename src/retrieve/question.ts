import { CairnError } from '../errors.js'

/** What somebody asks. */
export interface Question {
  /** The task, with whatever code or traceback was pasted along. */
  readonly text: string
  /** Libraries to keep to, by name, `name@version` or key; empty: those that the text names, or all. */
  readonly libraries: readonly string[]
  /** Versions that the asker's project has locked, by name of the library: they decide where the text names none. */
  readonly versions?: Readonly<Record<string, string>>
  /** The same in other words, for the search by meaning only; the first four are looked at. */
  readonly also?: readonly string[]
}

/** How many other wordings of a question are searched for. */
export const mostWordings = 4

/** Bytes of a question above which it is refused: what an agent's context may hold, with room. */
export const maxQuestionBytes = 200_000

/** @throws CairnError BAD_INPUT for an empty question, TOO_LARGE for one that no reader could mean */
export function checkQuestion(text: string): string {
  const clean = tidy(text)
  if (clean === '') {
    throw new CairnError(
      'BAD_INPUT',
      'The question is empty; expected a task, some code or an error message.',
      {
        details: { field: 'question', value: '', expected: 'text' }
      }
    )
  }
  const bytes = Buffer.byteLength(text)
  if (bytes > maxQuestionBytes) {
    throw new CairnError(
      'TOO_LARGE',
      `The question has ${bytes.toLocaleString('en')} bytes; at most ${maxQuestionBytes.toLocaleString('en')} are read. Send the task and the part of the code or log that matters.`,
      {
        details: { field: 'question', value: bytes, expected: `at most ${maxQuestionBytes} bytes` }
      }
    )
  }
  return clean
}

/** Control characters and lone surrogates mean nothing to a reader and break what stores them. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}/gu, ' ')
    .trim()
}
