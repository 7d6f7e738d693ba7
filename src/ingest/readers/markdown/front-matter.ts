export interface FrontMatter {
  readonly title: string | null
  readonly body: string
}

/** Takes the front matter (YAML between `---`, TOML between `+++`) off a document. */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text)
  if (match === null) return { title: null, body: text }
  const title = /^title\s*[:=]\s*(.+?)\s*$/m.exec(match[2] ?? '')?.[1]
  return {
    title: title?.replace(/^(['"])(.*)\1$/, '$2') ?? null,
    body: text.slice(match[0].length)
  }
}
