import type ts from 'typescript'
import type { Block } from '../../text/blocks.js'
import { headBlock, indent, textBlock } from '../../text/blocks.js'
import { markdownBlocks } from '../markdown/parse-markdown.js'
import { typescript } from './typescript.js'

/** A doc comment taken apart. Text is Markdown as it stands in the comment. */
export interface DocComment {
  readonly text: string
  readonly parameters: ReadonlyMap<string, string>
  readonly returns: string
  /** '' where it is deprecated without a word; null where it is not. */
  readonly deprecated: string | null
  readonly see: readonly string[]
  readonly examples: readonly string[]
}

export function readDocComment(node: ts.Node): DocComment {
  const t = typescript()
  const comments = t.getJSDocCommentsAndTags(node).filter((part) => t.isJSDoc(part))
  const doc = comments.at(-1)
  const found = {
    parameters: new Map<string, string>(),
    returns: '',
    see: [] as string[],
    examples: [] as string[]
  }
  let deprecated: string | null = null
  for (const tag of doc?.tags ?? []) {
    const text = commentText(tag.comment)
    if (t.isJSDocParameterTag(tag))
      found.parameters.set(tag.name.getText(), text.replace(/^[-:]\s*/, ''))
    else if (t.isJSDocReturnTag(tag)) found.returns = text
    else if (t.isJSDocDeprecatedTag(tag)) deprecated = text
    else if (t.isJSDocSeeTag(tag)) found.see.push(text)
    else if (tag.tagName.text === 'example') found.examples.push(text)
  }
  return { text: commentText(doc?.comment), deprecated, ...found }
}

function commentText(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (typescript().getTextOfJSDocComment(comment) ?? '')
    .replace(
      /\{@link(?:code|plain)?\s+([^}|\s]+)(?:[|\s]+([^}]*))?\}/g,
      (_, name: string, said?: string) => {
        const shown = said?.trim()
        return shown === undefined || shown === '' ? `\`${name}\`` : shown
      }
    )
    .trim()
}

/** A doc comment as text: what it says, then returns, deprecation, references and examples. */
export function docBlocks(doc: DocComment): { body: Block[]; after: Block[] } {
  const after: Block[] = []
  if (doc.returns !== '') after.push(headBlock('Returns'), ...nested(doc.returns))
  if (doc.deprecated !== null) after.push(...markdownBlocks(deprecationText(doc.deprecated)))
  for (const see of doc.see.filter((text) => text !== '')) after.push(textBlock(`See also: ${see}`))
  for (const example of doc.examples) after.push(headBlock('Example'), ...exampleBlocks(example))
  return { body: markdownBlocks(doc.text), after }
}

export function deprecationText(text: string): string {
  return text === '' ? 'Deprecated.' : `Deprecated: ${text}`
}

export function nested(text: string): Block[] {
  return markdownBlocks(text).map((block) => ({ ...indent(block, '    '), tight: true }))
}

function exampleBlocks(example: string): Block[] {
  if (/^\s*(?:<caption>|```)/m.test(example))
    return markdownBlocks(example.replace(/<\/?caption>/g, ''))
  return markdownBlocks('```ts\n' + example + '\n```')
}
