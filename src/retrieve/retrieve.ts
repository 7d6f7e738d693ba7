import type { Database } from '../graph/database.js'
import type { Embedder } from '../model/embedder.js'
import { readIntent } from './intent.js'
import { librariesNamed, type LibraryShelf } from './known-libraries.js'
import type { Retrieved } from './memory.js'
import { planSearch } from './plan.js'
import { checkQuestion, type Question } from './question.js'
import { rank } from './rank.js'
import { recall } from './recall.js'

export interface RetrieveDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly shelf: LibraryShelf
}

/**
 * Finds what a good engineer would open for a question, best first, each with the path by which
 * it came. No language model takes part.
 * @throws CairnError BAD_INPUT, TOO_LARGE, NOT_FOUND (a library that is not here), GRAPH_UNAVAILABLE, MODEL_UNAVAILABLE
 */
export async function retrieve(
  deps: RetrieveDeps,
  question: Question,
  spaces: readonly string[]
): Promise<Retrieved> {
  const text = checkQuestion(question.text)
  const started = performance.now()
  const known = await deps.shelf.list(spaces)
  const intent = readIntent(text, { known, asked: librariesNamed(question.libraries, known) })
  const plan = planSearch(intent, {
    question: text,
    everything: known.map((library) => library.key),
    spaces
  })
  const planned = performance.now()
  const [vector = new Float32Array(deps.embedder.dimensions)] = await deps.embedder.embed([
    plan.vectorText
  ])
  const embedded = performance.now()
  const recalled = await recall(deps.db, plan, { vector, spaces })
  const answered = performance.now()
  const ranked = rank(recalled, plan)
  return {
    question: text,
    intent,
    ranked,
    ms: {
      intent: planned - started,
      embed: embedded - planned,
      recall: answered - embedded,
      rank: performance.now() - answered
    }
  }
}
