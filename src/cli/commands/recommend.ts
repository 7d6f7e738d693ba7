import type { Recommendation } from '../../domain/recommendation.js'
import { renderRecommendation } from '../render/recommendation.js'
import { printable } from '../render/wrap.js'
import { lockedVersions } from '../locked-versions.js'
import { connect, type CommandContext } from '../run.js'

const document = `mutation ($question: String!, $libraries: [String!]!, $tokens: Int!, $versions: [LockedVersion!]!) {
  recommend(question: $question, libraries: $libraries, tokens: $tokens, versions: $versions) {
    id question answer fits libraries remarks ms markdown
    items { kind section title body code evidence version reason citations score path { id label title by } }
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
      tokens: flags.tokens,
      versions: lockedVersions(process.cwd(), question)
    }
  )
  const text = flags.markdown
    ? printable(answer.markdown)
    : renderRecommendation(answer, context.terminal)
  context.terminal.answer(text, answer)
}
