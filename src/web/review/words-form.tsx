import { useState, type ReactNode } from 'react'
import { Button } from '../parts/button.js'
import { TextArea, TextField } from '../parts/field.js'
import type { Words } from './review-types.js'

/** The words of an insight as fields. */
export function WordsFields(props: {
  words: Words
  /** Whoever opened them wants to type. */
  focus?: boolean
  onChange: (words: Words) => void
}) {
  const { words, onChange } = props
  const area = (name: 'applies' | 'advice' | 'avoid', label: string) => (
    <TextArea
      label={label}
      value={words[name]}
      required={name !== 'avoid'}
      onChange={(event) => {
        onChange({ ...words, [name]: event.target.value })
      }}
    />
  )
  return (
    <>
      <TextField
        label="Title"
        value={words.title}
        required
        spellCheck
        autoFocus={props.focus === true}
        onChange={(event) => {
          onChange({ ...words, title: event.target.value })
        }}
      />
      {area('applies', 'Applies when')}
      {area('advice', 'Do')}
      {area('avoid', 'Avoid')}
      <TextArea
        label="Example"
        className="mono"
        spellCheck={false}
        value={words.code ?? ''}
        onChange={(event) => {
          onChange({ ...words, code: event.target.value === '' ? null : event.target.value })
        }}
      />
    </>
  )
}

/** Editing in place; what is typed stays until it is saved or thrown away. */
export function WordsForm(props: {
  words: Words
  busy: boolean
  error: ReactNode
  /** What the button says. */
  save?: string
  onSave: (words: Words) => void
  onCancel: () => void
}) {
  const [words, setWords] = useState(props.words)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(words)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onSave(words)
      }}
    >
      <WordsFields words={words} focus onChange={setWords} />
      {props.error}
      <div className="row">
        <Button type="submit" kind="primary" busy={props.busy}>
          {props.save ?? 'Save as revision'}
        </Button>
        <Button kind="quiet" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** Only the words of an insight, to send. */
export function wordsOf({ title, applies, advice, avoid, code }: Words): Words {
  return { title, applies, advice, avoid, code }
}
