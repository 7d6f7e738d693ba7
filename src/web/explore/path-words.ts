import type { Edge, GraphPath, NodeBrief } from './explore-documents.js'
import { stepsOf } from './path-steps.js'

/** What an edge says in a sentence, read along it and against it: `X used Y`, `Y was used in X`. */
const verbs: Readonly<Record<string, readonly [along: string, against: string]>> = {
  MEMBER_OF: ['belongs to', 'contains'],
  PART_OF: ['is part of', 'contains'],
  DOCUMENTS: ['documents', 'is documented in'],
  SEE_ALSO: ['refers to', 'is referred to by'],
  ALIAS_OF: ['is another name of', 'is also called'],
  REPLACED_BY: ['was replaced by', 'replaces'],
  USED_WITH: ['is used together with', 'is used together with'],
  ABOUT: ['is about', 'is the subject of'],
  ATTEMPTS: ['attempted', 'was attempted in'],
  USES: ['used', 'was used in'],
  RAISED: ['failed with', 'was met in'],
  RESOLVED: ['got rid of', 'was got rid of in'],
  STARTS_AT: ['began in', 'is where it began:'],
  ENDS_AT: ['ended in', 'is where it ended:'],
  FOLLOWED: ['followed', 'was followed in'],
  LEARNED_IN: ['was learned in', 'taught'],
  DERIVED_FROM: ['was drawn from', 'led to'],
  BACKED_BY: ['is backed by', 'backs'],
  SUPERSEDES: ['takes the place of', 'was replaced by'],
  CONTRADICTS: ['contradicts', 'is contradicted by'],
  FOR: ['answered', 'was answered by'],
  CITES: ['cites', 'is cited by'],
  ASKS_FOR: ['asks for', 'is asked for by'],
  ON: ['is about', 'has'],
  USED: ['says it used', 'was used, says'],
  DECIDED: ['decided on', 'was decided on in'],
  CONCERNS: ['concerns', 'is the subject of'],
  IN_LIBRARY: ['is in', 'holds']
}

const nouns: Readonly<Record<string, string>> = {
  Doc: 'the section',
  Library: 'the library',
  Problem: 'the problem',
  Insight: 'the insight',
  Lesson: 'the field note',
  ErrorSignature: 'the error',
  State: 'the state',
  Recommendation: 'the answer to',
  Feedback: 'the feedback',
  KnowledgeRequest: 'the gap'
}

/** A piece of a sentence: words, or the name of a node. */
export type Piece = string | { readonly node: NodeBrief; readonly name: string }

/** A path as a sentence: `The successful attempt “A” used melt, which was used in the failed attempt “B”.` */
export function pathSentence(path: GraphPath): Piece[] {
  const [first] = path.nodes
  if (first === undefined) return []
  const steps = stepsOf(path).flatMap((joins, i): Piece[] => {
    const [before, node] = path.nodes.slice(i, i + 2)
    if (before === undefined || node === undefined) return []
    return [`${i === 0 ? ' ' : ', which '}${verbOf(joins, before.id)} `, ...named(node)]
  })
  return [...capital(named(first)), ...steps, '.']
}

/** The sentence as plain text. */
export function asText(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : piece.name)).join('')
}

function verbOf(joins: readonly Edge[], from: string): string {
  const said = joins.map((edge) => {
    const pair = verbs[edge.type]
    if (pair === undefined) return edge.type.toLowerCase().replaceAll('_', ' ')
    return pair[edge.from === from ? 0 : 1]
  })
  return [...new Set(said)].slice(0, 2).join(' and ')
}

/** Its noun, and its name in quotation marks unless it is a name of code. */
function named(node: NodeBrief): Piece[] {
  const title = node.title.replaceAll('`', '')
  if (node.label === 'Api') return [{ node, name: title }]
  if (node.label === 'Library') return ['the library ', { node, name: title }]
  const noun = node.label === 'Trace' ? attempt(node) : (nouns[node.label] ?? 'the node')
  return [`${noun} `, { node, name: `“${title}”` }]
}

function attempt({ outcome }: NodeBrief): string {
  if (outcome === 'failed') return 'the failed attempt'
  return outcome === 'passed' ? 'the successful attempt' : 'the attempt'
}

function capital([first, ...rest]: readonly Piece[]): Piece[] {
  if (typeof first !== 'string') return first === undefined ? [] : [first, ...rest]
  return [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest]
}
