import { parseDocument } from 'yaml'

export interface FrontMatter {
  readonly title: string | null
  readonly body: string
  /** Where the page says that it is published; null where it does not. */
  readonly url: string | null
}

const longest = 200_000
const fence = /^(---|\+\+\+)[ \t]*\n(?:([\s\S]*?)\n)?\1[ \t]*(?:\n|$)/

/**
 * Takes the front matter (YAML between `---`, TOML between `+++`) off a document with Unix line
 * ends. What is no mapping is no front matter; a broken one is taken off, and names nothing.
 */
export function readFrontMatter(text: string): FrontMatter {
  const bare = text.replace(/^\ufeff/, '').replace(/^\s*\n(?=---\n)/, '')
  const match = fence.exec(bare.slice(0, longest))
  if (match === null) return { title: null, url: null, body: bare }
  const said = match[2] ?? ''
  const values = match[1] === '---' ? fromYaml(said) : fromToml(said)
  if (values === undefined) return { title: null, url: null, body: bare }
  return {
    title: textOf(values['title']),
    url: textOf(values['url'] ?? values['source'])?.match(/^https?:\/\/\S+$/)?.[0] ?? null,
    body: bare.slice(match[0].length)
  }
}

type Values = Readonly<Record<string, unknown>>

function fromYaml(text: string): Values | undefined {
  if (text.trim() === '') return {}
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: false })
    if (document.errors.length > 0) return /^[\w-]+\s*:/m.test(text) ? salvaged(text) : undefined
    const values: unknown = document.toJS({ maxAliasCount: 50 })
    return typeof values === 'object' && values !== null && !Array.isArray(values)
      ? (values as Values)
      : undefined
  } catch {
    return salvaged(text)
  }
}

/** Templates and loose colons make YAML invalid that generators let pass: its plain title is kept. */
function salvaged(text: string): Values {
  return { title: /^title[ \t]*:[ \t]*(.+?)[ \t]*$/m.exec(text)?.[1] }
}

function fromToml(text: string): Values {
  const title = /^title[ \t]*=[ \t]*(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/m.exec(text)
  return { title: title?.[1] ?? title?.[2] }
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null
  const text = String(value).replace(/\s+/g, ' ').trim()
  return text === '' ? null : text
}
