import type { MutationResolvers, QueryResolvers } from './resolver-types.js'
import { within } from './within.js'

/** The questions to what was learned from outcomes. */
export const learningQueries = {
  feedback: (_, { recommendation }, { cairn }) => cairn.feedback(recommendation),
  gap: (_, { id }, { cairn }) => cairn.gap(id),
  insightEffects: (_, { limit }, { cairn }) =>
    cairn.effects(within('limit', limit, { min: 1, max: 500 }))
} satisfies QueryResolvers

/** What tells of outcomes. */
export const learningMutations = {
  sendFeedback: (_, { input }, { cairn }) => cairn.sendFeedback({ ...input, by: input.by ?? '' }),
  closeGap: (_, { id, state }, { cairn }) => cairn.closeGap(id, state),
  takeGap: (_, { id, take }, { cairn }) => cairn.takeGap({ id, take, by: '' }),
  setWithholding: (_, { on }, { cairn }) => cairn.setWithholding(on)
} satisfies MutationResolvers
