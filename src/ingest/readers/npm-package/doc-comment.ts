import type ts from 'typescript'
import type { DocText } from './package-model.js'
import { typescript } from './typescript.js'

interface OpenDoc {
  text: string
  summary: string
  remarks: string
  returns: string
  deprecated: string | null
  defaultValue: string | null
  readonly parameters: Record<string, string>
  readonly throws: string[]
  readonly see: string[]
  readonly examples: string[]
}

/** The doc comment that stands at a declaration; the last where there are several. */
export function readDoc(node: ts.Node): DocText {
  const doc = attached(node) ?? besides(node)
  const open: OpenDoc = {
    text: commentText(doc?.comment)
      .replace(/\{@inheritDoc[^}]*\}/gi, '')
      .trim(),
    summary: '',
    remarks: '',
    returns: '',
    deprecated: null,
    defaultValue: null,
    parameters: Object.create(null) as Record<string, string>,
    throws: [],
    see: [],
    examples: []
  }
  for (const tag of doc?.tags ?? []) readTag(tag, open)
  return open
}

function attached(node: ts.Node): ts.JSDoc | undefined {
  const t = typescript()
  return t
    .getJSDocCommentsAndTags(node)
    .filter((part) => t.isJSDoc(part))
    .at(-1)
}

/** A comment that stands before a member on the line of its predecessor; the compiler attaches it to neither. */
function besides(node: ts.Node): ts.JSDoc | undefined {
  const t = typescript()
  const isMember = t.isTypeElement(node) || t.isClassElement(node) || t.isEnumMember(node)
  if (!isMember) return undefined
  const { text } = node.getSourceFile()
  const comment = t.getTrailingCommentRanges(text, node.pos)?.at(-1)
  const said = comment === undefined ? '' : text.slice(comment.pos, comment.end)
  if (comment === undefined || !said.startsWith('/**')) return undefined
  if (/\n/.test(text.slice(comment.end, node.getStart()))) return undefined
  const alone = t.createSourceFile('comment.ts', `${said}\nlet it`, t.ScriptTarget.Latest, true)
  return alone.statements[0] && attached(alone.statements[0])
}

/** Whether a declaration says that it is not for users. */
export function isInternal(node: ts.Node): boolean {
  const hiding = /^(?:internal|hidden|ignore|private)$/
  return typescript()
    .getJSDocTags(node)
    .some((tag) => hiding.test(tag.tagName.text))
}

export function saysSomething(doc: DocText): boolean {
  return doc.text !== '' || doc.summary !== '' || doc.remarks !== '' || doc.deprecated !== null
}

function readTag(tag: ts.JSDocTag, open: OpenDoc): void {
  const t = typescript()
  const text = commentText(tag.comment)
  if (t.isJSDocParameterTag(tag) || t.isJSDocPropertyTag(tag)) {
    open.parameters[tag.name.getText()] = text.replace(/^[-:]\s*/, '')
  } else if (t.isJSDocReturnTag(tag)) open.returns = text
  else if (t.isJSDocDeprecatedTag(tag)) open.deprecated = text
  else if (t.isJSDocSeeTag(tag)) open.see.push(seeText(tag, text))
  else if (t.isJSDocThrowsTag(tag)) open.throws.push(throwsText(tag, text))
  else readNamedTag(tag.tagName.text, text, open)
}

function readNamedTag(name: string, text: string, open: OpenDoc): void {
  if (name === 'summary') open.summary = text
  else if (name === 'description' || name === 'desc') open.text = joined(open.text, text)
  else if (name === 'remarks') open.remarks = joined(open.remarks, text)
  else if (name === 'default' || name === 'defaultValue' || name === 'defaultvalue')
    open.defaultValue = text
  else if (name === 'example' || name === 'examples') open.examples.push(text)
}

function joined(before: string, text: string): string {
  return before === '' ? text : `${before}\n\n${text}`
}

function seeText(tag: ts.JSDocSeeTag, text: string): string {
  const name = tag.name?.getText() ?? ''
  return name === '' || /^https?$/.test(name) ? name + text : `\`${name}\` ${text}`.trim()
}

function throwsText(tag: ts.JSDocThrowsTag, text: string): string {
  const type = tag.typeExpression?.getText().replace(/^\{|\}$/g, '') ?? ''
  return [type === '' ? '' : `\`${type}\``, text].filter((part) => part !== '').join(' ')
}

function commentText(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (typescript().getTextOfJSDocComment(comment) ?? '')
    .replace(
      /\{@link(?:code|plain)?\s+([^}|\s]+)(?:[|\s]+([^}]*))?\}/g,
      (_, name: string, said?: string) => linkText(name, said?.trim() ?? '')
    )
    .trim()
}

function linkText(target: string, said: string): string {
  if (/^https?:/.test(target)) return said === '' ? target : `[${said}](${target})`
  return said === '' ? `\`${target}\`` : said
}
