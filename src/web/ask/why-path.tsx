import { NodeGlyph } from '../parts/node-glyph.js'
import { NodeLink } from '../parts/node-link.js'
import type { PathStep } from './ask-documents.js'

/** The way from the question to an item, drawn step by step. */
export function WhyPath(props: { question: string; steps: readonly PathStep[] }) {
  return (
    <ol className="why" aria-label="Path from the question">
      <li>
        <span className="why-node">
          <span className="why-question" aria-hidden="true">
            ?
          </span>
          <span>
            {props.question.length > 90 ? `${props.question.slice(0, 90)}…` : props.question}
          </span>
        </span>
      </li>
      {props.steps.map((step) => (
        <li key={step.id}>
          <span className="why-by">{step.by}</span>
          <NodeLink id={step.id} className="why-node">
            <NodeGlyph label={step.label} />
            <span>{step.title}</span>
          </NodeLink>
        </li>
      ))}
    </ol>
  )
}
