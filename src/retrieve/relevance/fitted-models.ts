import type { RelevanceModel } from './relevance-model.js'

/** Written by `npm run eval:fit-relevance`. */
export const relevanceModels: readonly RelevanceModel[] = []
