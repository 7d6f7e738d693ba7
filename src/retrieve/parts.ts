/** The parts of retrieval that a measurement can do without, to see what each brings. */
export const retrievalParts = [
  'meaning',
  'words',
  'names',
  'popular',
  'companions',
  'experience',
  'tasks',
  'errors',
  'learned',
  'reranker'
] as const
export type RetrievalPart = (typeof retrievalParts)[number]
