const longest = 160
const shortest = 12

/** The sentence that names a task: the first one of its first line that says something. */
export function titleOf(task: string): string {
  const lines = task
    .slice(0, 5000)
    .split('\n')
    .map((line) => line.replace(/^[\s#>*\-_=|`]+|[\s*_`]+$/g, '').trim())
  const line = lines.find((one) => /[\p{L}\p{N}]{2}/u.test(one)) ?? ''
  const sentence = firstSentence(line)
  if (sentence.length <= longest) return sentence
  const cut = sentence.slice(0, longest)
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')} …`
}

function firstSentence(line: string): string {
  for (const end of line.matchAll(/[.!?](?=\s+\p{Lu}|\s*$)/gu)) {
    if (
      end.index >= shortest &&
      !/\b(?:e\.g|i\.e|vs|etc|no|Dr|Mr|Ms)$/.test(line.slice(0, end.index))
    )
      return line.slice(0, end.index + 1)
  }
  return line
}
