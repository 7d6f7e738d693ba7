import type { ApiRecord, ParameterRecord } from '../../../domain/documentation.js'
import { cleanText } from '../../text/clean-text.js'
import { textBlock, type Block } from '../../text/blocks.js'
import { firstSentence, shorten } from '../../text/first-sentence.js'
import { examplesIn } from '../examples-in.js'
import type { SectionDraft } from '../section-records.js'
import type { ToldParameter } from './docstring-parameters.js'

/** A call with fewer options is read whole; a description of fewer words tells little beside the name. */
const leastOptions = 3
const leastWords = 4
const mostOptions = 80

/** What of a callable's parameters is an option: it has a default, and its own description. */
export interface Option {
  readonly parameter: ParameterRecord
  readonly blocks: readonly Block[]
}

/**
 * The options of a callable that has several. In Python they are what types of options are elsewhere: who looks for how to
 * rename a key finds `Field(data_key=…)`, and not the whole of `Field`. Pure.
 */
export function optionsOf(
  parameters: readonly ParameterRecord[],
  told: readonly ToldParameter[],
  signature: readonly { readonly name: string }[]
): Option[] {
  const isInSignature = (name: string) => signature.some((one) => one.name === name)
  // What only the description knows is taken by keyword.
  const takesMore = signature.some((one) => one.name.startsWith('**'))
  const said = new Map(told.map(({ name, blocks }) => [name, blocks]))
  const options = parameters.flatMap((parameter): Option[] => {
    const blocks = said.get(parameter.name) ?? []
    const words = blocks.flatMap(({ text }) => text.split(/\s+/)).length
    const { name } = parameter
    const isOptional = parameter.default !== null || (takesMore && !isInSignature(name))
    const isOption = isOptional && /^[A-Za-z]\w*$/.test(name)
    return isOption && words >= leastWords ? [{ parameter, blocks }] : []
  })
  return options.length < leastOptions ? [] : options.slice(0, mostOptions)
}

/** The section of one option, below that of its callable. */
export function optionSection(
  { parameter, blocks }: Option,
  at: { readonly owner: SectionDraft; readonly callable: string; readonly anchor: string }
): SectionDraft {
  const { name, type, default: value } = parameter
  const qualifiedName = `${at.callable}.${name}`
  const signature = cleanText(
    `${name}${type === null ? '' : `: ${type}`}${value === null ? '' : ` = ${shorten(value, 80)}`}`
  )
  const [first] = blocks
  const api: ApiRecord = {
    qualifiedName,
    kind: 'option',
    signature,
    summary: first?.kind === 'text' ? firstSentence(first.text) : '',
    parameters: [],
    deprecated: null,
    aliasOf: [],
    replacedBy: [],
    examples: examplesIn(blocks)
  }
  return {
    anchor: at.anchor,
    title: qualifiedName,
    parent: at.owner,
    blocks: [textBlock(cleanText(`${at.callable}(${signature})`)), ...blocks],
    links: [],
    apis: [api]
  }
}
