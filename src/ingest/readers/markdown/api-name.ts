import type { ApiKind } from '../../../domain/documentation.js'

/** An API as a heading names it. */
export interface ApiName {
  readonly qualifiedName: string
  readonly kind: ApiKind
  /** How it is called; null where the heading does not show it. */
  readonly signature: string | null
}

const keyword =
  /^(?:(?:export|declare|async|static|abstract|public|readonly|get|set)\s+)*(function|method|class|interface|type alias|type|enum|enumeration|variable|property|def|const|new|struct|fn|func|constructor|accessor|namespace|module|exception|decorator|hook|component)(?::\s*|\s+)(?=[\w$@<])/i
const path = /^@?[A-Za-z_$][\w$]*(?:(?:\.|#|::|\.prototype\.)[A-Za-z_$][\w$]*)*/
/** What looks like a name with a dot, and is a file, a product or an address. */
const noName =
  /\.(?:js|ts|jsx|tsx|mjs|cjs|json5?|jsonc|md|mdx|py|ya?ml|toml|lock|txt|html?|css|scss|vue|sh|rs|go|rb|java|kt|cfg|ini|env|io|com|org|net|dev|NET|exe|zip|gz|xml|svg|png|ipynb|rst|log|conf)$/i
const longest = 400

const kindOf: Readonly<Record<string, ApiKind | undefined>> = {
  __proto__: null as never,
  class: 'class',
  interface: 'class',
  struct: 'class',
  constructor: 'method' as const,
  new: 'class',
  'type alias': 'type',
  type: 'type',
  enum: 'type',
  enumeration: 'type',
  variable: 'constant',
  const: 'constant',
  property: 'property',
  accessor: 'property',
  method: 'method',
  exception: 'exception',
  module: 'module',
  namespace: 'module'
}

/**
 * Reads a heading or a term as the name of an API: `client.get(url, *, params)`, `class Client`,
 * `build.target`, `--flag`, `Function: parse()`. `isCode` says that all of it is set as code, which
 * makes a bare word a name. undefined where it is prose.
 */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
export function readApiName(title: string, isCode: boolean): ApiName | undefined {
  const text = title
    .replace(/^\d+(?:\.\d+)*\.?\s+(?=\S*[(.`])/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text === '' || text.length > longest) return undefined
  const flag = /^(?:-\w,\s*)?(--[a-z][\w-]*)(?:[ =][<["'\w].*)?$/i.exec(text)?.[1]
  if (flag !== undefined) return { qualifiedName: flag, kind: 'option', signature: text }
  const element = isCode ? /^<([A-Z][\w.]*)\b[^>]*>$/.exec(text)?.[1] : undefined
  if (element !== undefined) return { qualifiedName: element, kind: 'class', signature: text }
  const word = keyword.exec(text)
  const rest = text.slice(word?.[0].length ?? 0)
  const name = path.exec(rest)?.[0]
  if (name === undefined) return undefined
  const said = word?.[1] ?? ''
  const marker = said.toLowerCase()
  const hasColon = word?.[0].includes(':') === true
  const after = rest.slice(name.length)
  const call = callAfter(after)
  if (call !== undefined) return called(name, { marker, call, hasColon })
  return bare(name, { after, marker, word: said, isCode, hasColon })
}

/** `(args)` with what follows it, generics before it; undefined where there is no whole call. */
function callAfter(after: string): string | undefined {
  const generic = /^(?:<[^()]*>)?(?=\()/.exec(after)?.[0]
  if (generic === undefined) return undefined
  let depth = 0
  for (let at = generic.length; at < after.length; at++) {
    if (after[at] === '(') depth++
    if (after[at] === ')' && --depth === 0) {
      const result = after.slice(at + 1).trim()
      return result === '' || /^(?::|->|=>|→|\?|\{|<)/.test(result) ? after.trim() : undefined
    }
  }
  return undefined
}

interface Called {
  readonly marker: string
  readonly call: string
  readonly hasColon: boolean
}

function called(name: string, { marker, call }: Called): ApiName {
  const qualifiedName = plainPath(name)
  const isDotted = qualifiedName.includes('.')
  const isClass = marker === 'class' || marker === 'new'
  const kind: ApiKind = isClass
    ? 'class'
    : (kindOf[marker] ??
      (isDotted ? 'method' : /^[A-Z][a-z]/.test(qualifiedName) ? 'class' : 'function'))
  return { qualifiedName, kind, signature: name + call }
}

interface Bare {
  readonly after: string
  readonly marker: string
  /** The marker as it is written: prose begins with a capital. */
  readonly word: string
  readonly isCode: boolean
  readonly hasColon: boolean
}

// oxlint-disable-next-line complexity -- One case for each way in which it is written.
function bare(name: string, { after, marker, word, isCode, hasColon }: Bare): ApiName | undefined {
  const rest = after
    .replace(/^<.*>$|^\(\)$|^\?$/, '')
    .replace(/^\s*:\s.+$|^\s*=\s.+$/, (s) => (isCode ? '' : s))
    .trim()
  const isNamed =
    marker !== '' &&
    (isCode ||
      hasColon ||
      /[a-z\d][A-Z]|_/.test(name) ||
      (/^(?:class|interface|struct|enum|exception)$/.test(word) && /^[A-Z]/.test(name)))
  // Badges and versions may follow a name with a dot: `server.hmr ^5.0`.
  const isBadge =
    /^(?:[\^~>=v]*\d[\w.]*\+?|experimental|deprecated|beta|alpha|new|optional|required)$/i.test(
      rest
    )
  if (rest !== '' && !(isBadge && name.includes('.'))) return undefined
  if (noName.test(name) && !hasColon) return undefined
  const isPath =
    /^[A-Za-z_$@][\w$]*(?:(?:\.|#|::)[A-Za-z_$][\w$]*)+$/.test(name) &&
    !/^[A-Z][a-z]+\.[a-z]+$/.test(name)
  if (!isNamed && !isCode && !isPath) return undefined
  const qualifiedName = plainPath(name)
  const isConstant = /^[A-Z][A-Z\d_]+$/.test(qualifiedName)
  const plain: ApiKind = isConstant
    ? 'constant'
    : /^[A-Z]/.test(qualifiedName.split('.').at(-1) ?? '')
      ? 'class'
      : qualifiedName.includes('.')
        ? 'attribute'
        : 'option'
  return {
    qualifiedName,
    kind: kindOf[marker] ?? (marker === '' ? plain : 'function'),
    signature: isCode && after !== '' ? name + after : null
  }
}

function plainPath(name: string): string {
  return name.replace(/\.prototype\./g, '.').replace(/#|::/g, '.')
}
