import { CairnError } from '../errors.js'

/** More than any question may have; the rest of a longer input is not even read. */
const maxBytes = 1_000_000

/**
 * A question as it was typed: words need no quotation marks, and `-` means standard input.
 * @throws CairnError TOO_LARGE
 */
export async function readQuestion(
  words: readonly string[],
  input: AsyncIterable<Buffer> = process.stdin
): Promise<string> {
  if (words.length !== 1 || words[0] !== '-') return words.join(' ')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of input) {
    bytes += chunk.length
    if (bytes > maxBytes) {
      throw new CairnError(
        'TOO_LARGE',
        'Standard input holds more than a question may. Send the task and the part of the code or log that matters.',
        { details: { field: 'question', value: bytes, expected: 'at most 200000 bytes' } }
      )
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
