import { readFileSync, writeFileSync } from 'node:fs'
import { describeSettings } from '../config.js'
import { edges } from '../domain/graph-schema.js'
import { featureMeanings } from '../retrieve/features.js'
import { rankingWeights } from '../retrieve/ranking-weights.js'

/** A part of a guide that the program states: its file, the name between its marks, and the text. */
const parts: readonly { file: string; mark: string; text: () => string }[] = [
  { file: 'docs/operators.md', mark: 'settings', text: settings },
  { file: 'docs/graph-model.md', mark: 'edges', text: edgeTable },
  { file: 'docs/ranking.md', mark: 'features', text: features }
]

/** The guides with the tables that follow from the program: path and text of each. @throws Error where a file has lost its marks */
export function guides(): (readonly [path: string, text: string])[] {
  return parts.map(({ file, mark, text }) => {
    const begin = `<!-- ${mark}: made by \`npm run generate\` -->`
    const end = `<!-- /${mark} -->`
    const [head, rest] = readFileSync(file, 'utf8').split(begin)
    const tail = rest?.split(end)[1]
    if (head === undefined || tail === undefined)
      throw new Error(`${file} has lost the marks of its part '${mark}'`)
    return [file, `${head}${begin}\n\n${text()}\n\n${end}${tail}`]
  })
}

function settings(): string {
  return table(
    ['variable', 'default', 'what it is'],
    describeSettings().map(({ variable, fallback, help }) => [code(variable), code(fallback), help])
  )
}

function edgeTable(): string {
  return table(
    ['edge', 'from', 'to'],
    edges.map(([type, from, to]) => [code(type), from.join(', '), to.join(', ')])
  )
}

function features(): string {
  const weightIn = (weights: typeof rankingWeights.documentation, name: string) =>
    (weights.find(({ feature }) => feature === name)?.weight ?? 0).toFixed(2)
  return table(
    ['feature', 'what it is', 'weight', 'with experience'],
    featureMeanings.map(({ name, means }) => [
      code(name),
      means,
      weightIn(rankingWeights.documentation, name),
      weightIn(rankingWeights.experience, name)
    ])
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [head, head.map(() => '---'), ...rows].map(line).join('\n')
}

function code(text: string): string {
  return text === '' ? '' : `\`${text}\``
}

if (process.argv[1]?.endsWith('generate-guides.js') === true)
  for (const [path, text] of guides()) writeFileSync(path, text)
