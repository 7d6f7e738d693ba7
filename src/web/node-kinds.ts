/** How a kind of node looks everywhere: on these pages, in Neo4j Browser, in exported images. */
export interface NodeKind {
  /** Label of the nodes, such as `Insight`. */
  readonly label: string
  /** What people call one. */
  readonly name: string
  /** Fill, `#RRGGBB`. */
  readonly colour: string
  /** Colour of the glyph upon the fill, at least 4.5 : 1. */
  readonly ink: string
  /** One character that tells it from the others without its colour. */
  readonly glyph: string
}

const white = '#FFFFFF'
const black = '#000000'

const kinds: readonly NodeKind[] = [
  { label: 'Library', name: 'Library', colour: '#4B5563', ink: white, glyph: '≡' },
  { label: 'Doc', name: 'Documentation', colour: '#56B4E9', ink: black, glyph: '¶' },
  { label: 'Api', name: 'API', colour: '#0072B2', ink: white, glyph: 'ƒ' },
  { label: 'Problem', name: 'Problem', colour: '#E69F00', ink: black, glyph: '?' },
  { label: 'Trace', name: 'Trace', colour: '#009E73', ink: black, glyph: '→' },
  { label: 'State', name: 'State', colour: '#8A8F98', ink: black, glyph: '◆' },
  { label: 'ErrorSignature', name: 'Error', colour: '#C1272D', ink: white, glyph: '!' },
  { label: 'Lesson', name: 'Lesson', colour: '#B8A000', ink: black, glyph: '§' },
  { label: 'Insight', name: 'Insight', colour: '#CC79A7', ink: black, glyph: '★' },
  { label: 'Recommendation', name: 'Recommendation', colour: '#7B61B3', ink: white, glyph: '»' },
  { label: 'Feedback', name: 'Feedback', colour: '#8A8F98', ink: black, glyph: '±' },
  { label: 'KnowledgeRequest', name: 'Gap', colour: '#8A8F98', ink: black, glyph: '∅' },
  { label: 'Epoch', name: 'Epoch', colour: '#8A8F98', ink: black, glyph: '#' },
  { label: 'Review', name: 'Review', colour: '#8A8F98', ink: black, glyph: '✓' },
  { label: 'Principal', name: 'Principal', colour: '#8A8F98', ink: black, glyph: '@' },
  { label: 'Space', name: 'Space', colour: '#8A8F98', ink: black, glyph: '□' },
  { label: 'Job', name: 'Job', colour: '#8A8F98', ink: black, glyph: '%' },
  { label: 'Retired', name: 'Removed', colour: '#8A8F98', ink: black, glyph: '–' }
]

/** A trace that failed: hollow, so that it is told apart without its colour too. */
export const failedTrace: NodeKind & { readonly hollow: true } = {
  label: 'Trace',
  name: 'Failed trace',
  colour: '#D55E00',
  ink: black,
  glyph: '×',
  hollow: true
}

/** The kinds that Explore and its legend list first, in the order of the design. */
export const nodeKinds: readonly NodeKind[] = kinds

const other: NodeKind = { label: '', name: 'Node', colour: '#8A8F98', ink: black, glyph: '·' }

const byLabel = new Map(kinds.map((kind) => [kind.label, kind]))

/** How a node looks; `Error` is what the API calls an ErrorSignature. Unknown labels are grey. */
export function nodeKind(label: string, outcome?: string | null): NodeKind & { hollow?: boolean } {
  if (label === 'Trace' && outcome === 'failed') return failedTrace
  return byLabel.get(label === 'Error' ? 'ErrorSignature' : label) ?? other
}
