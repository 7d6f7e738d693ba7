import type { Recommendation } from '../../domain/recommendation.js'
import { renderRecommendation } from '../render/recommendation.js'
import { printable } from '../render/wrap.js'
import { connect, type CommandContext } from '../run.js'

const document = `query ($question: String!, $libraries: [String!]!, $tokens: Int!) {
  recommend(question: $question, libraries: $libraries, tokens: $tokens) {
    id question answer libraries remarks ms markdown
    items { section title body code reason citations score path { id label title by } }
    citations { number id label source url quote }
  }
}`

export interface RecommendFlags {
  readonly library: readonly string[]
  readonly tokens: number
  readonly markdown: boolean
}

/** Asks for advice. */
export async function recommend(
  context: CommandContext,
  question: string,
  flags: RecommendFlags
): Promise<void> {
  const ask = await connect(context)
  const { recommend: answer } = await ask<{ recommend: Recommendation & { markdown: string } }>(
    document,
    {
      question,
      libraries: flags.library,
      tokens: flags.tokens
    }
  )
  const text = flags.markdown
    ? printable(answer.markdown)
    : renderRecommendation(answer, context.terminal)
  context.terminal.answer(text, answer)
}
