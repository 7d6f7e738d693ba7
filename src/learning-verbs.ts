import { nameOf, type Caller } from './domain/caller.js'
import type { Database } from './graph/database.js'
import { suspendHarmful } from './insight/suspend.js'
import { recommendationId } from './learn/check-feedback.js'
import type { Sender } from './learn/learner.js'
import { createLearning, type Learning } from './learn/learning.js'
import type { Embedder } from './model/embedder.js'
import { requireCurator, writableSpaceOf } from './placed.js'

interface Shared {
  readonly db: Database
  readonly embedder: Embedder
  /** Says that what is remembered of the graph is stale. */
  readonly forget: () => void
}

/** What one caller tells of how answers turned out, and asks of what was learned from it. */
export function learningVerbs(shared: Shared, caller: Caller): Learning {
  const { space, spaces, role } = caller
  const who: Sender = {
    // Names are labels: what one key says under many of them is one sender's word.
    principal: caller.id,
    trust: role === 'runner' ? 'observed' : 'self-reported'
  }
  return {
    ...createLearning(shared, { space, spaces, who }),
    sendFeedback: async (input) => {
      const id = recommendationId(input.recommendation)
      const there = await writableSpaceOf(shared.db, id, caller)
      const learning = createLearning(shared, { space: there, who })
      const receipt = await learning.sendFeedback({ ...input, by: nameOf(caller, input.by) })
      await suspend(shared, { recommendation: id, space: there, learning })
      return receipt
    },
    closeGap: async (id, state) => {
      await requireCurator(shared.db, id, caller)
      const there = await writableSpaceOf(shared.db, id, caller)
      return createLearning(shared, { space: there, who }).closeGap(id, state)
    },
    takeGap: async ({ id, take }) => {
      await requireCurator(shared.db, id, caller)
      const there = await writableSpaceOf(shared.db, id, caller)
      const learning = createLearning(shared, { space: there, spaces, who })
      return learning.takeGap({ id, take, by: nameOf(caller, null) })
    }
  }
}

/** What this answer showed or went without is not shown any more where it was measured to lower success. */
async function suspend(
  shared: Shared,
  at: {
    readonly recommendation: string
    readonly space: string
    readonly learning: Pick<Learning, 'harmfulIn'>
  }
): Promise<void> {
  const harmful = await at.learning.harmfulIn(at.recommendation)
  const suspended = await suspendHarmful(shared, harmful, at.space)
  if (suspended.length > 0) shared.forget()
}
