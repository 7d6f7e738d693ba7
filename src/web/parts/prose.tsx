import { useEffect, useRef } from 'react'
import { Code } from './code.js'
import { markQuote } from './mark-quote.js'

interface Piece {
  readonly kind: 'text' | 'code'
  readonly text: string
}

/** Text of documentation: paragraphs, fenced code in boxes, and a quotation marked where it stands. */
export function Prose(props: { text: string; quote?: string }) {
  const { quote = '' } = props
  return (
    <div className="stack prose-box">
      {piecesOf(props.text).map(({ kind, text }, index) =>
        kind === 'code' && markQuote(text, quote).quote === '' ? (
          <Code key={index} text={text} name="Example" />
        ) : (
          <Quoted key={index} text={text} quote={quote} code={kind === 'code'} />
        )
      )}
    </div>
  )
}

/** Text with the quotation marked and scrolled into sight. */
export function Quoted(props: { text: string; quote: string; code?: boolean }) {
  const at = useRef<HTMLElement>(null)
  const { before, quote, after } = markQuote(props.text, props.quote)
  useEffect(() => {
    at.current?.scrollIntoView({ block: 'center' })
  }, [quote, before])
  const inside = (
    <>
      {before}
      {quote !== '' && <mark ref={at}>{quote}</mark>}
      {after}
    </>
  )
  return props.code === true ? (
    <pre className="plain-code">{inside}</pre>
  ) : (
    <p className="prose">{inside}</p>
  )
}

/** Fences make code; where there is none, everything is text. */
function piecesOf(text: string): Piece[] {
  return text
    .split(/^```.*$/m)
    .map((piece, index): Piece => ({ kind: index % 2 === 1 ? 'code' : 'text', text: piece.trim() }))
    .filter(({ text: inside }) => inside !== '')
}
