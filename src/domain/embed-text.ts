import { nameForms } from './code-terms.js'

/** What of each kind of node is turned into its vector: the same when it comes in and when it is embedded anew. */

/** Characters that are read: about what the small encoders take. */
const docCharacters = 700
const taskCharacters = 900

export function docEmbedText(doc: {
  breadcrumb: readonly string[]
  title: string
  text: string
}): string {
  const trail = [...doc.breadcrumb.slice(-1), doc.title].join(' > ')
  return `${trail}\n${doc.text}`.slice(0, docCharacters)
}

export function apiEmbedText(api: { qualifiedName: string; summary: string }): string {
  const said = api.summary === '' ? nameForms(api.qualifiedName).join(' ') : api.summary
  return `${api.qualifiedName}: ${said}`.slice(0, docCharacters)
}

/** A problem, and the attempts at it, which share its vector. */
export function taskEmbedText(task: string): string {
  return task.slice(0, taskCharacters)
}

export function insightEmbedText(text: string): string {
  return text.slice(0, taskCharacters)
}
