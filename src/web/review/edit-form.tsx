import { DeskError } from './desk-error.js'
import type { Desk } from './use-desk.js'
import { WordsForm, wordsOf } from './words-form.js'

/** The candidate's words as a form in their place. */
export function EditForm(props: { desk: Desk }) {
  const { desk } = props
  const insight = desk.full.data?.insight
  const { doing } = desk
  if (insight === undefined || doing === null) return null
  return (
    <WordsForm
      words={wordsOf(insight)}
      busy={desk.decide.isPending}
      error={<DeskError desk={desk} />}
      onSave={(into) => {
        desk.decide.mutate({ act: { kind: 'edit', seen: doing.seen, into }, title: into.title })
      }}
      onCancel={() => {
        desk.setDoing(null)
      }}
    />
  )
}
