import type { Recommendation } from './domain/recommendation.js'
import type { Asker } from './domain/task-lot.js'
import { recommend, type FindNotes, type RecommendOptions } from './recommend/recommend.js'
import type { Question } from './retrieve/question.js'
import type { Retrieved } from './retrieve/memory.js'
import {
  gather,
  retrieve,
  type Gathered,
  type RetrieveDeps,
  type RetrieveOptions
} from './retrieve/retrieve.js'
import { search, type Found } from './retrieve/search.js'
import { why, type Why } from './retrieve/why.js'
import type { Widened } from './widened.js'

export type { FindNotes } from './recommend/recommend.js'

/** What is asked of the memory. */
export interface Asking {
  recommend(
    question: Question,
    options?: Pick<
      RecommendOptions,
      'tokens' | 'withholdShare' | 'placeOf' | 'asOf' | 'unasked' | 'task'
    >
  ): Promise<Recommendation>
  search(
    question: Question,
    limit: number,
    options?: Pick<RetrieveOptions, 'without'> & { readonly spaces?: readonly string[] }
  ): Promise<Found[]>
  /** What an answer would be chosen from, and where a node was lost. */
  why(question: Question, node: string | null): Promise<Why>
  /** What a question brings up, with how long each stage took. For eval. */
  retrieve(question: Question, options: RetrieveOptions): Promise<Retrieved>
  /** Candidates before they are ordered. For eval, which learns the weights from them. */
  gather(
    question: Question,
    options: Pick<RetrieveOptions, 'spaces' | 'without'>
  ): Promise<Gathered>
}

export function createAsking(
  deps: RetrieveDeps & {
    readonly widened: (question: Question) => Promise<Widened>
    /** With which probability an insight is left out of an answer. */
    readonly withholdShare: number
    readonly findNotes?: FindNotes
  },
  { spaces, asker }: { readonly spaces: readonly string[]; readonly asker: Asker }
): Asking {
  const usual = deps.embedder.id.startsWith('lexical') ? [lexicalRemark] : []
  return {
    recommend: async (asked, options = {}) => {
      const { question, remarks } = await deps.widened(asked)
      const said = [...usual, ...remarks]
      const { withholdShare } = deps
      return recommend(deps, question, { spaces, asker, remarks: said, withholdShare, ...options })
    },
    search: async (asked, limit, options = {}) => {
      const { question } = await deps.widened(asked)
      return search(deps, question, { spaces, limit, ...options })
    },
    why: (question, node) => why(deps, question, { spaces, node }),
    retrieve: (question, options) => retrieve(deps, question, options),
    gather: (question, options) => gather(deps, question, options)
  }
}

const lexicalRemark =
  'Only words are compared, not meanings: no sentence encoder is set up. CAIRN_EMBEDDER names one, `cairn reembed` puts it to use.'
