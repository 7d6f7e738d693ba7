import type { InsightText } from '../../domain/insight.js'
import type { Feature } from '../contrast.js'
import type { CommonError, Material } from '../material.js'

export type Words = Omit<InsightText, 'code'>

const longestTitle = 140
const longestTask = 120

/** An insight in words of ours, filled with what was counted; the same material gives the same words. */
export function wordsByRules(material: Material): Words {
  return {
    title: titleOf(material),
    applies: appliesOf(material),
    advice: adviceOf(material),
    avoid: avoidOf(material)
  }
}

function titleOf({ recommended, avoided, words, libraries }: Material): string {
  const use = listed(recommended.slice(0, 2))
  const instead = avoided[0] === undefined ? '' : ` rather than \`${avoided[0].name}\``
  const about = words.length > 0 ? words.slice(0, 3).join(', ') : libraries.join(' with ')
  return cut(`${use}${instead}${about === '' ? '' : ` for ${about}`}`, longestTitle)
}

function appliesOf({ libraries, words, task }: Material): string {
  const using = libraries.length === 0 ? 'Applies' : `Applies with ${libraries.join(' and ')}`
  const about = words.length === 0 ? '' : ` to tasks about ${words.join(', ')}`
  const like = task.trim() === '' ? '' : `, such as: ${cut(oneLine(task), longestTask)}`
  return `${using}${about}${like}`
}

function adviceOf({ recommended, passed, failed, errors }: Material): string {
  const counts = recommended.map(
    (one) =>
      `\`${one.name}\` (in ${share(one.passed, passed)} that passed${failed === 0 ? '' : `, ${share(one.failed, failed)} that failed`})`
  )
  const got = errors.filter(({ resolved }) => resolved > 0).map(resolvedText)
  return [`Use ${joined(counts)}.`, ...got].join(' ')
}

function avoidOf({ avoided, errors, failed }: Material): string {
  const counts = avoided.map(
    (one) => `\`${one.name}\` (in ${share(one.failed, failed)} that failed)`
  )
  const parts = counts.length === 0 ? [] : [`Rather not ${joined(counts)}.`]
  const met = errors.map(({ title, raised }) => `${oneLine(title)} (${times(raised)})`)
  if (met.length > 0) parts.push(`Attempts ended with: ${met.join('; ')}.`)
  return parts.join(' ')
}

function resolvedText({ type, resolved }: CommonError): string {
  return `${String(resolved)} ${resolved === 1 ? 'attempt' : 'attempts'} passed where others met \`${type}\`.`
}

function share(some: number, all: number): string {
  return `${String(some)} of the ${String(all)}`
}

function times(n: number): string {
  return n === 1 ? 'once' : `${String(n)} times`
}

function listed(features: readonly Feature[]): string {
  return joined(features.map(({ name }) => `\`${name}\``))
}

function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text
  const head = text.slice(0, longest - 1).toWellFormed()
  const space = head.lastIndexOf(' ')
  return `${(space > longest / 2 ? head.slice(0, space) : head).trimEnd()}…`
}
