import { useState, type KeyboardEvent } from 'react'
import { Button } from '../parts/button.js'
import { Chip } from '../parts/chip.js'
import { Select, TextArea } from '../parts/field.js'
import { libraryName } from '../parts/library-name.js'
import { useLibraryKeys, type Question } from './use-question.js'

/** The one field, and the libraries that the question was understood to be about. */
export function QuestionForm(props: {
  question: Question
  answered: readonly string[]
  busy: boolean
  onAsk: (question: Question) => void
}) {
  const { question, onAsk } = props
  const [text, setText] = useState(question.text)
  const askIt = () => {
    if (text.trim() === '') return
    onAsk({ ...question, text: text.trim() })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    askIt()
  }
  return (
    <form
      className="question"
      onSubmit={(event) => {
        event.preventDefault()
        askIt()
      }}
    >
      <TextArea
        label="Task, code or traceback"
        bare
        data-search
        autoFocus
        rows={2}
        value={text}
        placeholder="A task, a piece of code, a traceback"
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setText(event.target.value)
        }}
      />
      <div className="row question-foot">
        <LibraryChips {...props} />
        <span className="push muted tiny wide-only">
          <kbd>Enter</kbd> asks, <kbd>Shift</kbd> <kbd>Enter</kbd> a new line
        </span>
        <Button type="submit" kind="primary" busy={props.busy} disabled={text.trim() === ''}>
          Ask
        </Button>
      </div>
    </form>
  )
}

function LibraryChips(props: {
  question: Question
  answered: readonly string[]
  onAsk: (question: Question) => void
}) {
  const { question, answered, onAsk } = props
  const known = useLibraryKeys().data ?? []
  if (question.text === '') return null
  const shown = question.libraries.length > 0 ? question.libraries : answered
  if (question.without !== null) {
    const { without } = question
    return (
      <Chip
        name={`“not ${libraryName(without)}”`}
        onRemove={() => {
          onAsk({ ...question, without: null })
        }}
      >
        not {libraryName(without)}
      </Chip>
    )
  }
  const remove = (key: string) => {
    const rest = shown.filter((one) => one !== key)
    // Without any the question decides again, so the last one is left out by name.
    onAsk({ ...question, libraries: rest, without: rest.length === 0 ? key : null })
  }
  const others = known.filter(({ key }) => !shown.includes(key))
  return (
    <>
      {shown.map((key) => (
        <Chip
          key={key}
          name={libraryName(key)}
          onRemove={() => {
            remove(key)
          }}
        >
          {libraryName(key)}
        </Chip>
      ))}
      {others.length > 0 && (
        <Select
          label="Keep to a library"
          bare
          value=""
          options={[
            ['', shown.length === 0 ? 'All libraries' : 'Add a library'],
            ...others.map(({ key }) => [key, libraryName(key)] as const)
          ]}
          onChange={(event) => {
            onAsk({ ...question, libraries: [...question.libraries, event.target.value] })
          }}
        />
      )}
    </>
  )
}
