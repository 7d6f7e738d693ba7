import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { encode } from 'gpt-tokenizer'
import type { Cairn } from '../src/cairn.js'
import { recommendationMarkdown } from '../src/domain/recommendation-markdown.js'
import type { Recommendation } from '../src/domain/recommendation.js'
import { codeBlocks, isDeclaration } from '../src/recommend/shown-code.js'
import { verdictsOf, type Judged } from './answers/judge.js'
import { openMemory } from './answers/memory.js'
import { readQuestions, type AnswerQuestion } from './answers/questions.js'
import { report } from './answers/report.js'
import { machine } from './support/machine.js'
import { print } from './support/print.js'

const { values: flags } = parseArgs({
  options: {
    questions: { type: 'string', multiple: true, default: ['eval/answers/questions.jsonl'] },
    home: { type: 'string', default: join('.cairn', 'eval', 'answers') },
    packages: { type: 'string' },
    embedder: { type: 'string', default: 'local:Xenova/bge-small-en-v1.5' },
    tokens: { type: 'string', default: '400' },
    'no-ingest': { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    json: { type: 'string' }
  }
})

/**
 * Asks questions whose right answer was written down before, and prints how good the answers are:
 * npm run eval:answers -- [--questions FILE…] [--home DIR] [--embedder E] [--show].
 */
async function main(): Promise<void> {
  const questions = readQuestions(flags.questions)
  const cairn = await openMemory(flags, questions)
  const judged: Judged[] = []
  for (const question of questions) judged.push(await ask(cairn, question))
  await cairn.close()
  print(report(judged))
  print(`\n${JSON.stringify({ ...machine(), embedder: flags.embedder, tokens: flags.tokens })}`)
  if (flags.json !== undefined)
    writeFileSync(flags.json, `${JSON.stringify({ machine: machine(), judged }, null, 2)}\n`)
}

async function ask(cairn: Cairn, question: AnswerQuestion): Promise<Judged> {
  const tokens = Number(flags.tokens)
  const answer = await cairn.recommend(
    { text: question.question, libraries: [] },
    { tokens, withholdShare: 0 }
  )
  const verdicts = verdictsOf(question, answer)
  const place = verdicts.indexOf('right')
  const { withCode, withExample } = await codeIn(cairn, answer)
  if (flags.show) show(question, answer, verdicts)
  return {
    question,
    verdicts,
    place: place < 0 ? null : place + 1,
    nothing: answer.items.length === 0,
    tokens: encode(recommendationMarkdown(answer)).length,
    withCode,
    withExample,
    ms: answer.ms
  }
}

/** Of the items whose source holds an example, how many show code; a signature in a fence is no example. */
async function codeIn(
  cairn: Cairn,
  answer: Recommendation
): Promise<{ withCode: number; withExample: number }> {
  let [withCode, withExample] = [0, 0]
  const ids = answer.items.flatMap(({ path }) => path.map(({ id }) => id))
  const asked = [...new Set([...answer.citations.map(({ id }) => id), ...ids])]
  const nodes = new Map((await cairn.openAll(asked)).map((node) => [node.id, node]))
  for (const item of answer.items) {
    const cited = answer.citations.filter(({ number }) => item.citations.includes(number))
    const about = [...cited, ...item.path].map(({ id }) => nodes.get(id)?.properties ?? {})
    const signatures = about.flatMap(({ signature }) =>
      typeof signature === 'string' && signature !== '' ? [signature] : []
    )
    const holds = about.some(
      ({ text, code, examples }) =>
        typeof code === 'string' ||
        (Array.isArray(examples) && examples.length > 0) ||
        codeBlocks(typeof text === 'string' ? text : '').some(
          (block) => !signatures.some((one) => isDeclaration(block, one))
        )
    )
    if (!holds) continue
    withExample += 1
    if (item.code !== null) withCode += 1
  }
  return { withCode, withExample }
}

function show(question: AnswerQuestion, answer: Recommendation, verdicts: readonly string[]): void {
  print(`\n=== ${question.id}: ${question.question}`)
  answer.items.forEach((item, i) => {
    const mark = { right: '+', relevant: '~', irrelevant: '-' }[verdicts[i] ?? ''] ?? '?'
    print(` ${mark} [${item.section}] ${item.title.slice(0, 140)} :: ${item.body.slice(0, 160)}`)
    if (item.code !== null) print(item.code.replace(/^/gm, '      | '))
  })
  if (answer.items.length === 0) print(`   ${answer.answer} ${answer.remarks.join(' ')}`)
}

await main()
