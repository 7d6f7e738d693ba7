import { useMemo } from 'react'
import { CodeLine } from './code.js'
import { diffRows, type DiffCell, type DiffRow } from './diff-rows.js'
import { highlightLines, languageOf, type Token } from './highlight.js'

interface Side {
  readonly title: string
  readonly text: string
}

const said = { same: '', changed: 'changed', removed: 'removed', added: 'added' } as const

/** Two texts, side by side where there is room and one below the other where there is not. */
export function Diff(props: { left: Side; right: Side }) {
  const { left, right } = props
  const rows = useMemo(() => diffRows(left.text, right.text), [left.text, right.text])
  const tokens = useMemo(() => {
    const language = languageOf(`${left.text}\n${right.text}`)
    return [highlightLines(left.text, language), highlightLines(right.text, language)] as const
  }, [left.text, right.text])
  const name = `${left.title} against ${right.title}`
  return (
    <div className="diff" role="region" aria-label={name} tabIndex={0}>
      <div className="diff-head" aria-hidden="true">
        <span>{left.title}</span>
        <span>{right.title}</span>
      </div>
      <div className="diff-body">
        {rows.map((row, index) => (
          <Row key={index} row={row} tokens={tokens} />
        ))}
      </div>
    </div>
  )
}

function Row(props: { row: DiffRow; tokens: readonly [Token[][], Token[][]] }) {
  const { row, tokens } = props
  return (
    <div className={`diff-row ${row.kind}`}>
      <Cell cell={row.left} tokens={tokens[0]} sign={row.kind === 'same' ? '' : '−'} side="left" />
      <Cell
        cell={row.right}
        tokens={tokens[1]}
        sign={row.kind === 'same' ? '' : '+'}
        side="right"
      />
      <span className="hidden">{said[row.kind]}</span>
    </div>
  )
}

function Cell(props: {
  cell: DiffCell | null
  tokens: readonly Token[][]
  sign: string
  side: 'left' | 'right'
}) {
  const { cell, tokens, sign, side } = props
  if (cell === null) return <code className={`cell ${side} none`} aria-hidden="true" />
  return (
    <code className={`cell ${side}`}>
      <span className="line-number">{cell.number}</span>
      <span className="sign" aria-hidden="true">
        {sign}
      </span>
      <span>
        <CodeLine tokens={tokens[cell.number - 1] ?? [{ text: cell.text, style: '' }]} />
      </span>
    </code>
  )
}
