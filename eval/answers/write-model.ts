import { writeFileSync } from 'node:fs'
import { format } from 'prettier'
import { relevanceModels } from '../../src/retrieve/relevance/fitted-models.js'
import type { RelevanceModel } from '../../src/retrieve/relevance/relevance-model.js'

/** Writes the fitted models, this one in place of that for the same embedder. */
export async function writeModel(file: string, model: RelevanceModel): Promise<void> {
  const others = relevanceModels.filter(({ embedder }) => embedder !== model.embedder)
  const models = [...others, model].sort((a, b) => (a.embedder < b.embedder ? -1 : 1))
  const text = `import type { RelevanceModel } from './relevance-model.js'

/** Written by \`npm run eval:fit-relevance\`. */
export const relevanceModels: readonly RelevanceModel[] = ${JSON.stringify(models)}
`
  writeFileSync(
    file,
    await format(text, {
      parser: 'typescript',
      semi: false,
      singleQuote: true,
      printWidth: 100,
      trailingComma: 'none'
    })
  )
}
