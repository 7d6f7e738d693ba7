import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { safeUrl } from '../data/safe-url.js'
import { Code } from './code.js'
import { blocksOf, markEnd, markStart, spansOf, type Block } from './markdown.js'
import { markQuote } from './mark-quote.js'

/** Text of documentation as Markdown means it, code highlighted, and a quotation marked where it stands. */
export function Prose(props: { text: string; quote?: string }) {
  const { text, quote = '' } = props
  const box = useRef<HTMLDivElement>(null)
  const blocks = useMemo(() => marked(blocksOf(withMarks(text, quote))), [text, quote])
  useEffect(() => {
    box.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [blocks])
  return (
    <div className="stack prose-box" ref={box}>
      {blocks.map(({ block, inside }, index) => (
        <BlockOf key={index} block={block} inside={inside} />
      ))}
    </div>
  )
}

function withMarks(text: string, wanted: string): string {
  const { before, quote, after } = markQuote(text.replace(/[\uE000\uE001]/g, ''), wanted)
  return quote === '' ? before : `${before}${markStart}${quote}${markEnd}${after}`
}

interface Placed {
  readonly block: Block
  /** Whether the quotation goes on from the block before. */
  readonly inside: boolean
}

function marked(blocks: readonly Block[]): Placed[] {
  let inside = false
  return blocks.map((block) => {
    const placed = { block, inside }
    const said = JSON.stringify(block)
    const [start, end] = [said.lastIndexOf(markStart), said.lastIndexOf(markEnd)]
    if (start >= 0 || end >= 0) inside = start > end
    return placed
  })
}

function BlockOf({ block, inside }: Placed) {
  if (block.kind === 'code') return <CodeBlock text={block.text} inside={inside} />
  if (block.kind === 'list')
    return <List items={block.items} ordered={block.ordered} inside={inside} />
  if (block.kind === 'table') return <Table rows={block.rows} />
  const line = <Line text={block.text} inside={inside} />
  if (block.kind === 'heading')
    return (
      <p className="prose prose-heading">
        <strong>{line}</strong>
      </p>
    )
  return block.kind === 'quote' ? (
    <blockquote className="prose note">{line}</blockquote>
  ) : (
    <p className="prose">{line}</p>
  )
}

function CodeBlock({ text, inside }: { text: string; inside: boolean }) {
  if (!inside && !text.includes(markStart)) return <Code text={text} name="Example" />
  return (
    <pre className="plain-code" tabIndex={0}>
      {segments(text, inside).map(({ text: piece, isMarked }, i) =>
        isMarked ? <mark key={i}>{piece}</mark> : piece
      )}
    </pre>
  )
}

function List(props: { items: readonly string[]; ordered: boolean; inside: boolean }) {
  const { items, ordered } = props
  let { inside } = props
  const rows = items.map((text, i) => {
    const row = <Line text={text} inside={inside} />
    const [start, end] = [text.lastIndexOf(markStart), text.lastIndexOf(markEnd)]
    if (start >= 0 || end >= 0) inside = start > end
    return <li key={i}>{row}</li>
  })
  return ordered ? <ol className="prose-list">{rows}</ol> : <ul className="prose-list">{rows}</ul>
}

function Table({ rows }: { rows: readonly (readonly string[])[] }) {
  const [head = [], ...body] = rows
  return (
    <div className="table-box" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col">
                <Line text={cell} inside={false} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((cells, at) => (
            <tr key={at}>
              {cells.map((cell, i) => (
                <td key={i}>
                  <Line text={cell} inside={false} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface Segment {
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut where the quotation begins and ends. */
function segments(text: string, inside: boolean): Segment[] {
  let isMarked = inside
  return text.split(/([\uE000\uE001])/).flatMap((piece): Segment[] => {
    if (piece === markStart || piece === markEnd) {
      isMarked = piece === markStart
      return []
    }
    return piece === '' ? [] : [{ text: piece, isMarked }]
  })
}

function Line({ text, inside }: { text: string; inside: boolean }) {
  return segments(text, inside).map(({ text: piece, isMarked }, i) => {
    const said = <Spans text={piece} />
    return isMarked ? <mark key={i}>{said}</mark> : <span key={i}>{said}</span>
  })
}

function Spans({ text }: { text: string }): ReactNode {
  return spansOf(text).map((span, i) => {
    if (span.kind === 'code') return <code key={i}>{span.text}</code>
    if (span.kind === 'strong') return <strong key={i}>{span.text}</strong>
    const href = span.kind === 'link' ? safeUrl(span.href) : null
    if (href === null) return span.text
    return (
      <a key={i} href={href} target="_blank" rel="noreferrer noopener">
        {span.text}
      </a>
    )
  })
}
