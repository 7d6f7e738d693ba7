import { escapeHtml } from '../dialects/pieces.js'
import type { Page } from './page.js'
import { attribute, folded, repeated } from './page.js'

const codes =
  /^(?:\w+:)?(?:func|meth|class|mod|attr|exc|obj|data|const|type|member|macro|var|property|deco|decorator|option|envvar|code|literal|file|command|program|samp|kbd|keyword|token|confval|setting|module|function|method|any|expr|struct|enum|enumerator|dir|opcode|makevar|mimetype|regexp|python|ansopt)$/i
/** Names of objects, which the page may describe. */
const objects = /^(?:py:|js:)?(?:func|meth|class|mod|attr|exc|obj|data|const|property|deco|any)$/i
const silent = /^(?:raw(?:-\w+)?|index|octicon|fa[brs]?|material\w*|icon|eval|eq)$/i

/** What a role says: `title <target>` its title, `~package.name` its last part, a label the title that it stands before. */
// oxlint-disable-next-line complexity -- One case for each way in which it is written.
export function roleHtml(role: string, said: string, page: Page): string {
  const name = role.toLowerCase()
  const text = said.replace(/\\\s|\\(.)/g, '$1').trim()
  if (silent.test(name)) return ''
  if (name === 'math') return `<span class="math">${escapeHtml(said)}</span>`
  if (/^su[bp]$/.test(name)) return `<${name}>${escapeHtml(text)}</${name}>`
  if (/^su[bp]erscript$|^subscript$/.test(name)) return raised(name, text)
  const [, title, target = ''] = /^([^<]*[^<\s])\s*<([^<>]+)>$/s.exec(text) ?? []
  if (name === '') return bareHtml(text)
  if (/^(?:ref|numref)$/.test(name)) return refHtml(title, target || text, page)
  if (name === 'doc' || name === 'download') return docHtml(title, target || text)
  if (name === 'pep' || name === 'rfc') return escapeHtml(title ?? `${name.toUpperCase()} ${text}`)
  if (name === 'abbr') return escapeHtml(text.replace(/\s+/g, ' '))
  if (!codes.test(name)) return escapeHtml((title ?? text).replace(/^[!~]/, ''))
  const shown = title ?? text.replace(/^!/, '').replace(/^~(?:[\w.]*\.)?|^\.(?=\w)/, '')
  const html = `<code>${escapeHtml(shown)}</code>`
  if (!objects.test(name) || text.startsWith('!')) return html
  const object = (target || text).replace(/^[~.]|\(\)$/g, '')
  return /^[\w.]{1,200}$/.test(object) ? `<a class="object" href="#${object}">${html}</a>` : html
}

function raised(name: string, text: string): string {
  const element = name.startsWith('sub') ? 'sub' : 'sup'
  return `<${element}>${escapeHtml(text)}</${element}>`
}

/** Without a role it is whatever the project makes of it, mostly a name where it looks like one. */
function bareHtml(text: string): string {
  const isCode = /^[\w.\-[\]=/]+(?:\([^()]*\))?$/.test(text)
  const shown = escapeHtml(text.replace(/^~(?:[\w.]*\.)?(?=\w)/, ''))
  return isCode ? `<code>${shown}</code>` : shown
}

function refHtml(title: string | undefined, label: string, page: Page): string {
  const id = repeated(page.places.get(folded(label)) ?? '', page)
  const known = repeated(page.titles.get(folded(label)) ?? '', page)
  const html = escapeHtml(title ?? (known === '' ? label.replace(/[_-]+/g, ' ') : known))
  return id === '' ? html : `<a href="#${attribute(id)}">${html}</a>`
}

function docHtml(title: string | undefined, path: string): string {
  const html = escapeHtml(title ?? path.replace(/^.*\//, '').replace(/[_-]+/g, ' '))
  return /^[\w./-]{1,300}$/.test(path) ? `<a href="${attribute(path)}">${html}</a>` : html
}
