import { writeFileSync } from 'node:fs'
import { relevanceModels } from '../../src/retrieve/relevance/fitted-models.js'
import type { RelevanceModel } from '../../src/retrieve/relevance/relevance-model.js'
import { tidy } from '../../src/tools/tidy.js'

/** Writes the fitted models, this one in place of that for the same embedder. */
export async function writeModel(file: string, model: RelevanceModel): Promise<void> {
  const others = relevanceModels.filter(({ embedder }) => embedder !== model.embedder)
  const models = [...others, model].sort((a, b) => (a.embedder < b.embedder ? -1 : 1))
  const text = `import type { RelevanceModel } from './relevance-model.js'

/** Written by \`npm run eval:fit-relevance\`. */
export const relevanceModels: readonly RelevanceModel[] = ${JSON.stringify(models)}
`
  writeFileSync(file, await tidy(file, text))
}
