import { Code } from '../parts/code.js'
import { Prose } from '../parts/prose.js'
import type { OpenedNode } from './explore-documents.js'
import { stringOf } from './node-panel.js'

/** Which properties are prose and which are code, by what the node is. */
const prose: Readonly<Record<string, string>> = {
  applies: 'When it applies',
  advice: 'What to do',
  avoid: 'What not to do',
  summary: '',
  question: '',
  task: 'Task',
  note: 'Note',
  needed: 'What would have helped'
}

const code: Readonly<Record<string, string>> = {
  signature: 'Signature',
  code: 'Code',
  example: 'Example',
  error: 'Error'
}

/** What the node says: its words, then its code. */
export function NodeText({ node }: { node: OpenedNode }) {
  const words = Object.keys(prose).filter((name) => stringOf(node, name) !== null)
  const codes = Object.keys(code).filter((name) => stringOf(node, name) !== null)
  const text = stringOf(node, 'text')
  const isCode = node.label === 'State' || node.label === 'ErrorSignature'
  const showText = text !== null && node.label !== 'Insight' && text !== stringOf(node, 'task')
  return (
    <>
      {words.map((name) => (
        <section key={name}>
          {prose[name] !== '' && <h3>{prose[name]}</h3>}
          <Prose text={stringOf(node, name) ?? ''} />
        </section>
      ))}
      {codes.map((name) => (
        <section key={name}>
          <h3>{code[name]}</h3>
          <Code text={stringOf(node, name) ?? ''} name={code[name] ?? name} />
        </section>
      ))}
      {showText &&
        (isCode ? (
          <Code text={text} name={node.label === 'State' ? 'Code' : 'Example'} />
        ) : (
          <div className="explore-text" tabIndex={0} role="region" aria-label="Text">
            <Prose text={text} />
          </div>
        ))}
    </>
  )
}
