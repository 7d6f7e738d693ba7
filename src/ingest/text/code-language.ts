import { childElements, hasClass } from './html-query.js'
import type { HtmlElement } from './html-tree.js'

const shortNames: Readonly<Record<string, string>> = {
  py: 'python',
  python3: 'python',
  pycon: 'python',
  ipython: 'python',
  ipython3: 'python',
  js: 'javascript',
  ts: 'typescript',
  sh: 'bash',
  default: '',
  none: '',
  text: '',
  plaintext: ''
}

/** The language of a `pre`, '' where the page does not say: a class on it is meant for a reader, data-language is a guess. */
export function codeLanguage(pre: HtmlElement): string {
  const inner = childElements(pre).find((child) => child.name === 'code')
  const name =
    fromClass(pre, /\blang(?:uage)?-([\w+#-]+)/) ??
    (inner && fromClass(inner, /\blang(?:uage)?-([\w+#-]+)/)) ??
    guessed(pre) ??
    fromWrapper(pre) ??
    ''
  return shortNames[name.toLowerCase()] ?? name.toLowerCase()
}

/** DevDocs guesses where a page says nothing; TensorFlow's pages it takes for C++. */
function guessed(pre: HtmlElement): string | undefined {
  const name = pre.attribs['data-language']
  return name === 'cpp' && hasClass(pre, 'prettyprint') ? undefined : name
}

function fromClass(element: HtmlElement, pattern: RegExp): string | undefined {
  return pattern.exec(element.attribs['class'] ?? '')?.[1]
}

function fromWrapper(pre: HtmlElement): string | undefined {
  let at = pre.parent
  for (let up = 0; at !== null && up < 3; up++, at = at.parent) {
    if (hasClass(at, 'highlight')) continue
    const name = fromClass(at, /\bhighlight-([\w+#-]+)/)
    if (name !== undefined) return name
  }
  return undefined
}
