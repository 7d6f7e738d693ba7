import { escapeHtml } from '../dialects/pieces.js'
import type { Parts } from './directives.js'
import type { Lines, Page } from './page.js'
import { attribute } from './page.js'

const name =
  /^(auto)?(?:(py|c|cpp|js|rst|std):)?(auto)?(function|method|class|attribute|data|exception|classmethod|staticmethod|property|decorator|decoratormethod|type|macro|var|struct|union|enum|enumerator|member|option|cmdoption|envvar|confval|setting|module|enum-class)$/

/** Whether a directive describes an object: `function`, `py:method`, `autoclass`, `option`. */
export function isObject(directive: string): boolean {
  return name.test(directive)
}

interface Kind {
  readonly domain: string
  readonly object: string
  /** Whether it is described elsewhere, and only named here. */
  readonly isNamed: boolean
}

/** A signature is no longer than this. */
const longest = 2_000

/**
 * An object in the shape that Sphinx gives it: signatures with the object's full name as id, what is said of it below. One whose
 * description stands in the code itself is a term with that name.
 */
export function objectHtml(
  { name: directive, argument, options, body }: Parts,
  page: Page
): string {
  const kind = kindOf(directive)
  const signatures = signaturesIn(argument)
  if (kind.isNamed && body.length === 0) return termsHtml(kind, signatures, page)
  const module = options.get('module') ?? options.get('py:module') ?? page.module
  const ids = signatures.map((one) => fullName(one, kind, { ...page, module }))
  const terms = signatures.map((one, at) => termHtml(one, ids[at] ?? '', kind))
  const inside = withScope(kind, ids[0] ?? '', page)
  const html = inside(() => page.blocks(body))
  const described = html === '' ? '' : `<dd>${html}</dd>\n`
  const domain = kind.domain === '' ? 'py' : kind.domain
  const object = isSetting(kind) ? 'option' : kind.object
  return `<dl class="${domain} ${object}">\n${terms.join('')}${described}</dl>\n`
}

function kindOf(directive: string): Kind {
  const [, auto, domain = '', later, object = ''] = name.exec(directive) ?? []
  const known = object === 'option' ? 'cmdoption' : object.replace('-class', '')
  return { domain, object: known, isNamed: auto !== undefined || later !== undefined }
}

/** A backslash at the end of a line joins it with the next, and so does a parenthesis that is open. */
function signaturesIn(argument: Lines): string[] {
  const found: string[] = []
  let depth = 0
  let goesOn = false
  for (const line of argument) {
    const last = depth > 0 || goesOn ? found.pop() : undefined
    goesOn = line.endsWith('\\')
    const text = goesOn ? line.slice(0, -1).trim() : line.trim()
    depth = Math.max(0, depth + count(text, /[([{]/g) - count(text, /[)\]}]/g))
    const whole = last === undefined ? text : `${last} ${text}`
    if (whole !== '') found.push(whole.slice(0, longest))
  }
  return found.slice(0, 50)
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

type Around = Pick<Page, 'module' | 'scope' | 'program'>

/** The id of an object, by which it is known in all of its documentation. */
function fullName(signature: string, kind: Kind, around: Around): string {
  if (kind.object === 'cmdoption') return optionId(signature, around.program)
  const own = nameIn(signature, kind)
  if (own === '' || own.length > 200) return ''
  if (kind.object === 'envvar') return `envvar-${own}`
  if (kind.domain === 'c') return `c.${own}`
  const isPlain = isSetting(kind) || !['', 'py', 'js'].includes(kind.domain)
  return isPlain ? own : qualified(own, around)
}

function isSetting({ object }: Kind): boolean {
  return object === 'confval' || object === 'setting'
}

/** A name below its class and its module, which it may say itself. */
function qualified(own: string, { module, scope }: Around): string {
  const outer = scope === '' ? module : scope
  if (outer === '' || own.startsWith(`${outer}.`)) return own
  const owner = scope.startsWith(`${module}.`) ? scope.slice(module.length + 1) : scope
  const saysOwner = owner !== '' && own.startsWith(`${owner}.`)
  return saysOwner ? outer + own.slice(owner.length) : `${outer}.${own}`
}

function nameIn(signature: string, { domain }: Kind): string {
  const short = signature.slice(0, 400)
  if (domain !== 'c' && domain !== 'cpp')
    return /^(?:(?:class|async|static|abstract|@)\s*)?([\w$.-]*[\w$])/.exec(short)?.[1] ?? ''
  const head = short.split(/[([;={]/, 1)[0] ?? ''
  return (
    head
      .trim()
      .split(/[\s*&]+/)
      .at(-1) ?? ''
  )
}

/** `-o, --output FILE` of a program is its option `output`. */
function optionId(signature: string, program: string): string {
  const flags = signature.split(/,\s*/).map((one) => /^[-/+]*([\w-]*\w)/.exec(one)?.[1] ?? '')
  const longestFlag = flags.reduce((a, b) => (b.length > a.length ? b : a), '')
  const parts = ['cmdoption', ...program.split(/\s+/), longestFlag.replaceAll('-', '_')]
  return longestFlag === '' ? '' : parts.filter((part) => part !== '').join('-')
}

const shown: Readonly<Record<string, string | undefined>> = {
  __proto__: null as never,
  class: 'class ',
  exception: 'exception ',
  classmethod: 'classmethod ',
  staticmethod: 'static ',
  property: 'property ',
  decorator: '@'
}

function termHtml(signature: string, id: string, { domain, object }: Kind): string {
  const mark = shown[object] ?? ''
  const isMarked = signature.startsWith(mark.trim() === '' ? '\0' : mark)
  const own = id === '' ? '' : ` id="${attribute(id)}"`
  const names = domain === 'c' || domain === 'cpp' ? `sig-object ${domain}` : 'sig-object py'
  return `<dt class="${names}"${own}>${isMarked ? '' : mark}${escapeHtml(signature)}</dt>\n`
}

/** A term that the reader takes for the name of an API of that kind. */
function termsHtml(kind: Kind, signatures: readonly string[], page: Page): string {
  const word = { decorator: 'decorator ', classmethod: 'method ', staticmethod: 'method ' }
  const plain = /^(?:function|method|class|exception|module|property)$/.test(kind.object)
  const marker = plain ? `${kind.object} ` : ((word as Record<string, string>)[kind.object] ?? '')
  const terms = signatures.map((one) => {
    const id = kind.object === 'module' ? nameIn(one, kind) : fullName(one, kind, page)
    const text = id === '' ? one : id + one.slice(nameIn(one, kind).length)
    return `<dt><code>${escapeHtml(marker + text)}</code></dt>\n`
  })
  return `<dl>\n${terms.join('')}</dl>\n`
}

const holders = /^(?:class|exception|enum|struct|union)$/

/** What is described within a class are its members. */
function withScope({ object }: Kind, id: string, page: Page): (read: () => string) => string {
  return (read) => {
    const { scope } = page
    if (holders.test(object) && id !== '') page.scope = id
    try {
      return read()
    } finally {
      page.scope = scope
    }
  }
}
