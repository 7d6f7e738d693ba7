import type { Span } from '../redaction/span.js'

const base64 = /(?<![\w+/=-])[A-Za-z0-9+/_-]{24,8000}={0,2}(?![\w+/=])/g
const hexadecimal = /(?<![\w])(?:0x)?(?:[0-9a-f]{2}[\s:]?){16,4000}(?![\w])/gi
const escaped = /(?:(?:\\x|%)[0-9a-f]{2}|\\u00[0-9a-f]{2}|&#x?[0-9a-f]{2,3};){12,4000}/gi
const readable = /^[\x20-\x7e\t\r\n\u00a0-\uffff]+$/

/** Runs whose text, once decoded, is an order. */
export function encodedOrders(text: string, isOrder: (text: string) => boolean): Span[] {
  const found = (pattern: RegExp, decode: (run: string) => string) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const decoded = decode(match[0])
      if (decoded.length < 12 || !readable.test(decoded) || !isOrder(decoded)) return []
      return [{ start: match.index, end: match.index + match[0].length, kind: 'encoded-order' }]
    })
  return [
    ...found(base64, fromBase64),
    ...found(hexadecimal, (run) =>
      Buffer.from(run.replace(/0x|[\s:]/gi, ''), 'hex').toString('utf8')
    ),
    ...found(escaped, (run) =>
      run.replace(
        /(?:\\x|%|\\u00|&#x)([0-9a-f]{2,3});?|&#(\d{2,3});/gi,
        (_, hex: string, decimal?: string) =>
          String.fromCharCode(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      )
    )
  ]
}

/** Names are runs of these letters too; what is encoded mixes them. */
function fromBase64(run: string): string {
  if (!/[A-Z]/.test(run) || !/[a-z]/.test(run)) return ''
  const head = Buffer.from(run.slice(0, 16), 'base64').toString('latin1')
  return /^[\x20-\x7e\t\r\n\u00a0-\u00ff]+$/.test(head)
    ? Buffer.from(run, 'base64').toString('utf8')
    : ''
}

/** Letters one by one: `i g n o r e`, `i-g-n-o-r-e`. */
const spaced =
  /(?<![\p{L}\p{N}])(?:\p{L}(?:[ \t]{1,3}|[.\-_*·•|/+~])){9,600}\p{L}(?![\p{L}\p{N}])/gu
const squeezed =
  /(?:ignore|disregard|forget|bypass|override)(?:all|any|the|your|every|my|these|those)*(?:previous|prior|above|earlier|system|existing|safety)*(?:instruction|prompt|rule|direction|command|guideline)|systemprompt|youarenow|donottell|(?:send|upload|post|reveal|leak)(?:all|the|your|me)*(?:secret|password|credential|apikey|key|token|env)|curlhttp|runthefollowing|executethe|ignoriere|anweisung|instrucc?i?ones|игнорируи|忽略|無視/i

/** Orders whose letters stand apart, so that no pattern of words sees them. */
export function spacedOrders(text: string): Span[] {
  return [...text.matchAll(spaced)].flatMap((match) =>
    squeezed.test(match[0].replace(/[^\p{L}]/gu, ''))
      ? [{ start: match.index, end: match.index + match[0].length, kind: 'spaced-letters' }]
      : []
  )
}
