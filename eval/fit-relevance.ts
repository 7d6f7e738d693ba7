import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fitRelevance } from './answers/fit.js'
import { labelled } from './answers/labelled.js'
import { openMemory } from './answers/memory.js'
import { readQuestions } from './answers/questions.js'
import { writeModel } from './answers/write-model.js'
import { print } from './support/print.js'

const { values: flags } = parseArgs({
  options: {
    questions: {
      type: 'string',
      multiple: true,
      default: ['eval/answers/questions.jsonl', 'eval/answers/more-questions.jsonl']
    },
    home: { type: 'string', default: join('.cairn', 'eval', 'answers') },
    packages: { type: 'string' },
    embedder: { type: 'string', default: 'local:Xenova/bge-small-en-v1.5' },
    'no-ingest': { type: 'boolean', default: false },
    dump: { type: 'string' },
    out: { type: 'string', default: 'src/retrieve/relevance/fitted-models.ts' }
  }
})

/**
 * Fits how likely an item is of use, and from which probability on it is shown, to judged questions:
 * npm run eval:fit-relevance -- [--questions FILE…] [--home DIR] [--embedder E]. Each library is judged by a
 * model that was fitted without it.
 */
async function main(): Promise<void> {
  const questions = readQuestions(flags.questions)
  const cairn = await openMemory(flags, questions)
  const data = await labelled(cairn, questions)
  const embedder = cairn.about.embedder
  await cairn.close()
  if (flags.dump !== undefined) writeFileSync(flags.dump, JSON.stringify(data))
  const { model, report } = fitRelevance(
    data,
    embedder.startsWith('lexical') ? 'lexical:' : embedder
  )
  print(report)
  await writeModel(flags.out, model)
  print(`written to ${flags.out}`)
}

await main()
