import type { ApiKind, ApiRecord, PageRecord } from '../../../domain/documentation.js'
import type { RawPage } from '../../reader.js'
import { headBlock, indent, textBlock, type Block } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { mergeParameters } from '../devdocs/parameters.js'
import { signatureParameters } from '../devdocs/signature.js'
import { examplesIn } from '../examples-in.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import type { Docstring } from './docstring.js'
import { parameter, type ToldParameter } from './docstring-parameters.js'
import { optionSection, optionsOf, type Option } from './option-sections.js'
import { readDocstring } from './docstring.js'

interface PythonMember {
  readonly name: string
  readonly kind: ApiKind
  readonly signature: string | null
  readonly doc: string
  /** What PEP 727 says of its parameters, by name. */
  readonly told?: Readonly<Record<string, string>>
  /** What PEP 702 says of it. */
  readonly deprecated?: string | null
  /** Classes that have it from this one: their names for it. */
  readonly heirs?: readonly string[]
  /** What the docstring of a class's `__init__` says. */
  readonly init?: string
  readonly members?: readonly PythonMember[]
}

interface PythonObject extends PythonMember {
  readonly members: readonly PythonMember[]
  readonly aliases: readonly string[]
}

interface PythonModule {
  readonly name: string
  readonly doc: string
  readonly objects: readonly PythonObject[]
}

/**
 * A module as a page: a section for each object, for each method and property of a class, and for each parameter that is
 * an option.
 */
export function parseModulePage(page: RawPage): PageRecord {
  const module = JSON.parse(page.body) as PythonModule
  const root = describe(
    { name: module.name, kind: 'module', signature: null, doc: module.doc },
    { anchor: '', qualifiedName: module.name, parent: null, aliases: [] }
  ).section
  const sections = new Map([['', root]])
  /** @returns the section of what is told of here; undefined where its name is told of already. */
  const add = (one: PythonMember, at: Omit<Place, 'qualifiedName'>): SectionDraft | undefined => {
    const { anchor } = at
    if (sections.has(anchor)) return undefined
    const qualifiedName = `${module.name}.${anchor}`
    const { section, options } = describe(one, { ...at, qualifiedName })
    sections.set(anchor, section)
    for (const option of options) {
      const place = { owner: section, anchor: `${anchor}.${option.parameter.name}` }
      if (!sections.has(place.anchor) && !isTold(one, option.parameter.name))
        sections.set(place.anchor, optionSection(option, { ...place, callable: qualifiedName }))
    }
    return section
  }
  for (const one of module.objects) {
    const { name, aliases } = one
    const parent = add(one, { anchor: name, parent: root, aliases }) ?? root
    for (const member of one.members)
      add(member, { anchor: `${name}.${member.name}`, parent, aliases: [] })
  }
  return { path: page.path, url: null, sections: sectionRecords([...sections.values()]) }
}

/** Whether a class tells of a member of this name itself. */
function isTold({ members = [] }: PythonMember, name: string): boolean {
  return members.some((member) => member.name === name && member.doc !== '')
}

interface Place {
  readonly anchor: string
  readonly qualifiedName: string
  readonly parent: SectionDraft | null
  readonly aliases: readonly string[]
}

const shownKinds: Readonly<Partial<Record<ApiKind, string>>> = {
  class: 'class ',
  exception: 'exception ',
  property: 'property ',
  module: 'module '
}

interface Described {
  readonly section: SectionDraft
  readonly options: readonly Option[]
}

function describe(one: PythonMember, at: Place): Described {
  const doc = readDocstring(one.doc)
  const init = readDocstring(one.init ?? '')
  const call = one.signature ?? (one.kind === 'constant' ? null : doc.call)
  const signature = call === null ? null : cleanText(one.name + call)
  const lead = [shownKinds[one.kind], at.qualifiedName, call].join('')
  const notice = noticeOf(one, doc)
  const body = [...doc.blocks, ...init.blocks]
  const annotated = annotatedParameters(one)
  const called = callParameters(one.kind, signature)
  const defined = doc.definitions.filter(({ name }) => called.some((p) => p.name === name))
  const told = [...doc.parameters, ...init.parameters, ...annotated, ...defined]
  const parameters = mergeParameters(called, told)
  const api: ApiRecord = {
    qualifiedName: at.qualifiedName,
    kind: one.kind,
    signature,
    summary: doc.summary,
    parameters,
    deprecated: notice ?? doc.deprecated,
    aliasOf: at.aliases,
    replacedBy: [],
    examples: examplesIn(body)
  }
  const section: SectionDraft = {
    anchor: at.anchor,
    title: at.qualifiedName,
    parent: at.parent,
    blocks: [
      textBlock(cleanText(lead)),
      ...body,
      ...annotatedBlocks(annotated),
      ...(notice === null || doc.deprecated !== null ? [] : [textBlock(notice)])
    ],
    links: [],
    apis: [api, ...(one.heirs ?? []).map((name) => heir(api, name))]
  }
  return { section, options: optionsOf(parameters, told, called) }
}

/** What annotations say of the parameters in words. */
function annotatedParameters({ told = {} }: PythonMember): ToldParameter[] {
  return Object.entries(told).map(([name, text]) => parameter(name, '', readDocstring(text).blocks))
}

/** That is no part of the docstring, and belongs to what is told of the callable all the same. */
function annotatedBlocks(annotated: readonly ToldParameter[]): Block[] {
  const blocks = annotated.flatMap(({ name, description }, at) =>
    description === null
      ? []
      : [headBlock(name, at > 0), { ...indent(textBlock(description), '    '), tight: true }]
  )
  return blocks.length === 0 ? [] : [headBlock('Parameters'), ...blocks]
}

function callParameters(
  kind: ApiKind,
  signature: string | null
): ReturnType<typeof signatureParameters> {
  const isCalled = signature !== null && kind !== 'attribute' && kind !== 'constant'
  return isCalled ? signatureParameters(signature) : []
}

function heir(api: ApiRecord, qualifiedName: string): ApiRecord {
  return { ...api, qualifiedName, aliasOf: [api.qualifiedName] }
}

/** PEP 702 says it of the thing itself, whatever its docstring says. */
function noticeOf({ deprecated }: PythonMember, doc: Docstring): string | null {
  if (typeof deprecated !== 'string') return null
  return doc.deprecated ?? cleanText(`Deprecated: ${deprecated}`)
}
