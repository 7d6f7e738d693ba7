import type { Span } from '../redaction/span.js'
import { orderWords } from './order-rules.js'

/** Characters that show nothing but reach a model: tags, zero-width runs, direction overrides. */
const unseen: readonly (readonly [string, RegExp])[] = [
  // A flag emoji may carry tags after U+1F3F4; everything else has no business with them.
  ['tag-characters', /(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8})[\u{E0000}-\u{E007F}]{2,}/gu],
  ['bidi-override', /[\u202D\u202E]|[\u2066-\u2068][^\u2069\n]{0,200}[\u202D\u202E]/g],
  ['zero-width', /[\u200B\u2060-\u2064\uFEFF\u180E]{3,}/g],
  // One between letters splits a word that a filter looks for.
  ['zero-width', /(?<=[a-z])[\u200B\u2060\uFEFF\u00AD\u200C\u200D](?=[a-z])/gi],
  ['variation-selectors', /[\u{E0100}-\u{E01EF}]{3,}/gu]
]

/** What is read of one comment. */
const maxComment = 4_000
const hiddenElement =
  /<[a-z]{1,10}\s[^>]{0,300}?(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0|opacity\s{0,3}:\s{0,3}0(?![.\d]))[^>]{0,300}>([^<]{1,2000})/gi

/** Words beside an image or a link, which a page shows to nobody who does not point at it. */
const beside =
  /!\[([^\]\n]{8,500})\]\(|\[[^\]\n]{0,200}\]\([^)\s"']{0,500}\s{1,4}["']([^"'\n]{8,500})["']\)|^\s{0,3}\[[^\]\n]{1,80}\]:\s{0,4}\S{1,500}\s{1,4}["'(]([^"')\n]{8,500})["')]|\b(?:alt|title|aria-label|data-\w{1,20})\s{0,2}=\s{0,2}["']([^"'\n]{8,500})["']/gm

/** What a person who looks at the page does not see; comments, hidden elements and words beside images only with orders. */
export function hiddenSpans(text: string): Span[] {
  const characters = unseen.flatMap(([kind, pattern]) => spansOf(kind, text.matchAll(pattern)))
  const comments = commentsIn(text).filter(({ start, end }) =>
    orderWords.test(text.slice(start, Math.min(end, start + maxComment)))
  )
  const elements = [...text.matchAll(hiddenElement)].filter(([, inner = '']) =>
    orderWords.test(inner)
  )
  const words = [...text.matchAll(beside)].filter((match) =>
    orderWords.test(match.slice(1).join(' '))
  )
  return [
    ...characters,
    ...comments,
    ...spansOf('hidden-element', elements),
    ...spansOf('image-text', words)
  ]
}

function spansOf(kind: string, matches: Iterable<RegExpExecArray>): Span[] {
  return [...matches].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind
  }))
}

/** By hand: a pattern would look for the end of every unclosed comment anew. */
function commentsIn(text: string): Span[] {
  const spans: Span[] = []
  let start = text.indexOf('<!--')
  while (start >= 0) {
    const close = text.indexOf('-->', start + 4)
    if (close < 0) break
    spans.push({ start, end: close + 3, kind: 'hidden-comment' })
    start = text.indexOf('<!--', close + 3)
  }
  return spans
}
