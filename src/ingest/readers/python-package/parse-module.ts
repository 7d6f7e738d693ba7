import type { ApiKind, ApiRecord, PageRecord } from '../../../domain/documentation.js'
import type { RawPage } from '../../reader.js'
import { textBlock } from '../../text/blocks.js'
import { cleanText } from '../../text/clean-text.js'
import { mergeParameters } from '../devdocs/parameters.js'
import { signatureParameters } from '../devdocs/signature.js'
import { examplesIn } from '../examples-in.js'
import type { SectionDraft } from '../section-records.js'
import { sectionRecords } from '../section-records.js'
import type { Docstring } from './docstring.js'
import { readDocstring } from './docstring.js'

interface PythonMember {
  readonly name: string
  readonly kind: ApiKind
  readonly signature: string | null
  readonly doc: string
  /** What PEP 702 says of it. */
  readonly deprecated?: string | null
  /** Classes that have it from this one: their names for it. */
  readonly heirs?: readonly string[]
  /** What the docstring of a class's `__init__` says. */
  readonly init?: string
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

/** A module as a page: a section for each object, and for each method and property of a class. */
export function parseModulePage(page: RawPage): PageRecord {
  const module = JSON.parse(page.body) as PythonModule
  const root = describe(
    { name: module.name, kind: 'module', signature: null, doc: module.doc },
    { anchor: '', qualifiedName: module.name, parent: null, aliases: [] }
  )
  const used = new Set([''])
  const sections = [root]
  const add = (one: PythonMember, at: Place) => {
    if (used.has(at.anchor)) return undefined
    used.add(at.anchor)
    const section = describe(one, at)
    sections.push(section)
    return section
  }
  for (const one of module.objects) {
    const qualifiedName = `${module.name}.${one.name}`
    const section = add(one, {
      anchor: one.name,
      qualifiedName,
      parent: root,
      aliases: one.aliases
    })
    for (const member of one.members) {
      add(member, {
        anchor: `${one.name}.${member.name}`,
        qualifiedName: `${qualifiedName}.${member.name}`,
        parent: section ?? root,
        aliases: []
      })
    }
  }
  return { path: page.path, url: null, sections: sectionRecords(sections) }
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

function describe(one: PythonMember, at: Place): SectionDraft {
  const doc = readDocstring(one.doc)
  const init = readDocstring(one.init ?? '')
  const call = one.signature ?? (one.kind === 'constant' ? null : doc.call)
  const signature = call === null ? null : cleanText(one.name + call)
  const lead = [shownKinds[one.kind], at.qualifiedName, call].join('')
  const notice = noticeOf(one, doc)
  const body = [...doc.blocks, ...init.blocks]
  const described = [...doc.parameters, ...init.parameters]
  const api: ApiRecord = {
    qualifiedName: at.qualifiedName,
    kind: one.kind,
    signature,
    summary: doc.summary,
    parameters: mergeParameters(callParameters(one.kind, signature), described),
    deprecated: notice ?? doc.deprecated,
    aliasOf: at.aliases,
    replacedBy: [],
    examples: examplesIn(body)
  }
  return {
    anchor: at.anchor,
    title: at.qualifiedName,
    parent: at.parent,
    blocks: [
      textBlock(cleanText(lead)),
      ...body,
      ...(notice === null || doc.deprecated !== null ? [] : [textBlock(notice)])
    ],
    links: [],
    apis: [api, ...(one.heirs ?? []).map((name) => heir(api, name))]
  }
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
