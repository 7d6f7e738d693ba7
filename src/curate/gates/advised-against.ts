/** What documentation says of an API. */
export interface ApiDocs {
  readonly api: string
  readonly name: string
  readonly deprecated: string | null
  readonly docs: readonly { readonly id: string; readonly title: string; readonly text: string }[]
}

/** Where documentation advises against an API. */
export interface Warning {
  readonly name: string
  readonly quote: string
}

const deprecated =
  /\b(?:deprecated|no longer (?:supported|maintained)|will be removed|obsolete|legacy)\b/i
const discouraged =
  /\b(?:not recommended|discouraged|should not be used|avoid (?:using|the use)|strongly advised against|do not use)\b|\binstead,? use\b|\buse\b[^.]{1,80}\binstead\b/i
const unsafe =
  /\b(?:insecure|not secure|untrusted|arbitrary code|malicious|security (?:risk|warning|hole|implications?))\b/i

/** Documentation of one API speaks of its parameters too; those of them that are deprecated leave it as it is. */
const ofParameter =
  /\b(?:parameters?|arguments?|keywords?|options?|default|values? of|passing|behaviou?r|attribute)\b|\w=/i

const longestQuote = 240

/** What documentation says against APIs: that they are deprecated, better not used, or unsafe. */
export function advisedAgainst(docs: Iterable<ApiDocs>): Warning[] {
  return [...docs].flatMap((api): Warning[] => {
    if (api.deprecated !== null && api.deprecated !== '')
      return [{ name: api.name, quote: api.deprecated.slice(0, longestQuote) }]
    const quote = api.docs
      .map(({ text }) => warningIn(text, api.name))
      .find((one) => one !== undefined)
    return quote === undefined ? [] : [{ name: api.name, quote }]
  })
}

function warningIn(text: string, name: string): string | undefined {
  const last = name.split('.').at(-1) ?? name
  const prose = text.replace(/```[\s\S]*?(?:```|$)/g, '\n')
  const sentences = prose.split(/\n+|(?<=[.!?])\s+/).map((sentence) => sentence.trim())
  return sentences.find((sentence) => isWarning(sentence, last))?.slice(0, longestQuote)
}

function isWarning(sentence: string, name: string): boolean {
  if (unsafe.test(sentence)) return true
  if (!deprecated.test(sentence) && !discouraged.test(sentence)) return false
  return !ofParameter.test(sentence) && isOf(sentence, name)
}

/** A sentence that has the API for its subject: by its name, as "this function", or as a notice without one. */
function isOf(sentence: string, name: string): boolean {
  const bare = name.replace(/[^\w]/g, '')
  const named = new RegExp(`(?<![\\w.])(?:\\w+\\.)*${bare}(?!\\w)`)
  return (
    named.test(sentence) ||
    /\b(?:this|the) (?:function|method|class|module|routine|api|feature)\b/i.test(sentence) ||
    /^(?:deprecated|warning|note)\b/i.test(sentence) ||
    /^(?:it|its use|using it)\b/i.test(sentence)
  )
}
