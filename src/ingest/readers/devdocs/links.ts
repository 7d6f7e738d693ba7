import { descendants } from '../../text/html-query.js'
import { ignoredInText } from '../../text/html-noise.js'
import type { HtmlElement, HtmlNode } from '../../text/html-tree.js'

/**
 * Where the links below the nodes lead within the same dump: `path` or `path#anchor`, sorted, without
 * repeats. Hrefs are relative to the folder of the page's own path.
 */
export function internalLinks(
  nodes: readonly HtmlNode[],
  path: string,
  skip: ReadonlySet<HtmlElement>
): string[] {
  const found = new Set<string>()
  for (const element of descendants(nodes, (e) => !skip.has(e) && !ignoredInText(e))) {
    if (element.name !== 'a' || skip.has(element)) continue
    const target = resolveLink(element.attribs['href'] ?? '', path)
    if (target !== undefined) found.add(target)
  }
  return [...found].sort()
}

/** @returns undefined for what leaves the dump or cannot be a page of it. */
export function resolveLink(href: string, path: string): string | undefined {
  const text = href.trim()
  if (/^(?:#?$|[a-z][\w+.-]*:|\/\/)/i.test(text)) return undefined
  const [, file = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(text) ?? []
  const target = file === '' ? path : joinPath(path, file)
  if (!target) return undefined
  return anchor === '' ? target : `${target}#${decode(anchor)}`
}

function joinPath(from: string, file: string): string | undefined {
  const steps = file.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of decode(file).split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return undefined
  }
  return steps.join('/')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
