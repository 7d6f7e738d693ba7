/** A fenced block of a reply. */
export interface Fence {
  /** Lower-case, '' where none is named. */
  readonly language: string
  readonly body: string
}

const opening = /^([ \t]*)(`{3,}|~{3,})[ \t]*\{?\.?([\w+#-]*)[^`]*$/

/** Blocks as CommonMark fences them; one that is not closed, because the reply was cut, runs to the end. */
export function findFences(text: string): Fence[] {
  const found: Fence[] = []
  let open: { indent: string; fence: string; language: string; lines: string[] } | null = null
  const close = () => {
    if (open !== null) found.push({ language: open.language, body: open.lines.join('\n') })
    open = null
  }
  for (const line of text.split('\n')) {
    const current = open as { indent: string; fence: string; lines: string[] } | null
    if (current === null) {
      const [, indent = '', fence = '', language = ''] = opening.exec(line) ?? []
      if (fence !== '') open = { indent, fence, language: language.toLowerCase(), lines: [] }
      else found.push(...inOneLine(line))
    } else if (closes(line, current.fence)) close()
    else
      current.lines.push(
        line.startsWith(current.indent) ? line.slice(current.indent.length) : line.trimStart()
      )
  }
  close()
  return found
}

function closes(line: string, fence: string): boolean {
  const text = line.trim()
  return text.length >= fence.length && text === (fence[0] ?? '').repeat(text.length)
}

function inOneLine(line: string): Fence[] {
  return [...line.matchAll(/```(?:(python|py)\s)?([^`]+)```/gi)].map(
    ([, language = '', body = '']) => ({ language: language.toLowerCase(), body: body.trim() })
  )
}
