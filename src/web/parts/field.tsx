import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes
} from 'react'

interface Labelled {
  readonly label: string
  readonly hint?: ReactNode
  /** The label is for screen readers only. */
  readonly bare?: boolean
}

function Frame(props: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.id} className={props.bare === true ? 'hidden' : undefined}>
        {props.label}
      </label>
      {props.children}
      {props.hint !== undefined && (
        <p className="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
    </div>
  )
}

/** One line of text with its label. */
export function TextField(props: InputHTMLAttributes<HTMLInputElement> & Labelled) {
  const { label, hint, bare, ...rest } = props
  const id = useId()
  return (
    <Frame id={id} {...{ label, ...(hint === undefined ? {} : { hint }), bare: bare === true }}>
      <input
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        {...rest}
      />
    </Frame>
  )
}

/** Several lines of text with their label; grows with what is typed. */
export function TextArea(props: TextareaHTMLAttributes<HTMLTextAreaElement> & Labelled) {
  const { label, hint, bare, ...rest } = props
  const id = useId()
  return (
    <Frame id={id} {...{ label, ...(hint === undefined ? {} : { hint }), bare: bare === true }}>
      <textarea
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        rows={3}
        {...rest}
      />
    </Frame>
  )
}

/** One of a few. */
export function Select(
  props: SelectHTMLAttributes<HTMLSelectElement> &
    Labelled & { options: readonly (readonly [value: string, name: string])[] }
) {
  const { label, hint, bare, options, ...rest } = props
  const id = useId()
  return (
    <Frame id={id} {...{ label, ...(hint === undefined ? {} : { hint }), bare: bare === true }}>
      <select id={id} {...rest}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  )
}
