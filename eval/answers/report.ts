import { bootstrap, mean } from '../support/statistics.js'
import { table } from '../support/table.js'
import type { Judged } from './judge.js'
import { groupOf } from './questions.js'

/** Tables of what the answers came to, per library and in all, with 95 % intervals over libraries. */
export function report(judged: readonly Judged[]): string {
  const known = judged.filter(({ question }) => !question.unknown)
  const unknown = judged.filter(({ question }) => question.unknown)
  const groups = [...new Set(known.map(({ question }) => groupOf(question)))]
  const rows = groups.map((group) =>
    rowOf(
      group,
      known.filter(({ question }) => groupOf(question) === group)
    )
  )
  const overall = [
    ['right first', share(known, ({ place }) => place === 1)],
    ['right in three', share(known, ({ place }) => place !== null && place <= 3)],
    ['right shown', share(known, ({ place }) => place !== null)],
    ['irrelevant of all shown', irrelevant(judged)],
    ['irrelevant of those shown to known questions', irrelevant(known)],
    ['false «nothing fits»', share(known, ({ nothing }) => nothing)],
    ['unknowns answered with «nothing fits»', share(unknown, ({ nothing }) => nothing)],
    ['items with code where the source has an example', codeShare(judged)],
    ['tokens an answer, mean', mean(judged.map(({ tokens }) => tokens)).toFixed(0)],
    [
      'items an answer, mean (known)',
      mean(known.map(({ verdicts }) => verdicts.length)).toFixed(2)
    ],
    ['milliseconds, mean', mean(judged.map(({ ms }) => ms)).toFixed(0)]
  ]
  return [
    table(['library', 'n', 'first', 'in 3', 'shown', 'irrelevant', 'nothing', 'tokens'], rows),
    '',
    table(['all', 'value [95 %]'], overall)
  ].join('\n')
}

function rowOf(group: string, mine: readonly Judged[]): (string | number)[] {
  const n = mine.length
  const count = (test: (one: Judged) => boolean) => mine.filter(test).length
  const shown = mine.flatMap(({ verdicts }) => verdicts)
  return [
    group,
    n,
    count(({ place }) => place === 1),
    count(({ place }) => place !== null && place <= 3),
    count(({ place }) => place !== null),
    `${shown.filter((v) => v === 'irrelevant').length} of ${shown.length}`,
    count(({ nothing }) => nothing),
    Math.round(mean(mine.map(({ tokens }) => tokens)))
  ]
}

function share(sample: readonly Judged[], test: (one: Judged) => boolean): string {
  const hits = sample.filter(test).length
  return `${hits} of ${sample.length} = ${withInterval(sample, (s) => mean(s.map((one) => Number(test(one)))))}`
}

function irrelevant(sample: readonly Judged[]): string {
  const of = (some: readonly Judged[]) => {
    const shown = some.flatMap(({ verdicts }) => verdicts)
    return shown.length === 0 ? 0 : shown.filter((v) => v === 'irrelevant').length / shown.length
  }
  const shown = sample.flatMap(({ verdicts }) => verdicts)
  const bad = shown.filter((v) => v === 'irrelevant').length
  return `${bad} of ${shown.length} = ${withInterval(sample, of)}`
}

function codeShare(sample: readonly Judged[]): string {
  const sum = (of: (one: Judged) => number) => sample.reduce((total, one) => total + of(one), 0)
  const [code, example] = [sum(({ withCode }) => withCode), sum(({ withExample }) => withExample)]
  return `${code} of ${example} = ${example === 0 ? 'none' : (code / example).toFixed(3)}`
}

/** A figure with its interval, drawn over whole groups: questions of one library are alike. */
function withInterval(
  sample: readonly Judged[],
  figure: (some: readonly Judged[]) => number
): string {
  const groups = new Map<string, Judged[]>()
  for (const one of sample) {
    const key = one.question.unknown ? one.question.id : groupOf(one.question)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const { low, high } = bootstrap([...groups.values()], (drawn) => figure(drawn.flat()))
  return `${figure(sample).toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}
