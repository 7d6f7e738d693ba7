import { useMemo } from 'react'
import { CopyButton } from './copy-button.js'
import { highlightLines, languageOf, type Language, type Token } from './highlight.js'

/** Tokens as spans; text only, never HTML. */
export function CodeLine(props: { tokens: readonly Token[] }) {
  return props.tokens.map(({ text, style }, index) =>
    style === '' ? (
      text
    ) : (
      <span key={index} className={`t-${style}`}>
        {text}
      </span>
    )
  )
}

/** Code in a box of its own, highlighted, that scrolls within itself and can be copied. */
export function Code(props: { text: string; language?: Language; name?: string }) {
  const { text, language } = props
  const lines = useMemo(() => highlightLines(text, language ?? languageOf(text)), [text, language])
  return (
    <div className="code">
      <pre tabIndex={0} role="group" aria-label={props.name ?? 'Code'}>
        <code>
          {lines.map((tokens, index) => (
            <span key={index}>
              <CodeLine tokens={tokens} />
              {index < lines.length - 1 ? '\n' : ''}
            </span>
          ))}
        </code>
      </pre>
      <CopyButton text={text} name={props.name ?? 'code'} />
    </div>
  )
}
