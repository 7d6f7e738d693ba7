import {
  ResourceNotFoundError,
  type ListResourcesResult,
  type ReadResourceResult,
  type ResourceTemplateType
} from '@modelcontextprotocol/server'
import type { Cairn } from '../cairn.js'
import { atLeast, type Caller } from '../domain/caller.js'
import { permissions } from '../domain/permissions.js'
import { CairnError } from '../errors.js'
import { longestMaterial, oneLine } from './bounds.js'
import { invalidParams } from './json-rpc-refusals.js'
import { pageAt } from './mcp-pages.js'
import { pageOf, readableNode } from './node-text.js'
import { reference } from '../domain/reference.js'

const prefix = 'cairn://node/'
const mimeType = 'text/markdown'

/** With the plus an id keeps its slashes: api:pypi/pandas@1.4.0/pandas.concat. */
export const resourceTemplates: ResourceTemplateType[] = [
  {
    uriTemplate: `${prefix}{+id}`,
    name: 'node',
    title: 'A node of the memory',
    description: 'Documentation, an API, an attempt, an insight, by its id. Reference material.',
    mimeType
  }
]

/** A page of the libraries, for those who may list them. */
export async function libraryResources(
  at: { readonly cairn: Cairn; readonly caller: Caller },
  cursor: string | undefined
): Promise<ListResourcesResult> {
  const libraries = atLeast(at.caller.role, permissions.libraries) ? await at.cairn.libraries() : []
  const { entries, ...next } = pageAt({ method: 'resources/list', all: libraries }, cursor)
  return {
    resources: entries.map(({ id, title, version, docs, apis }) => ({
      uri: `${prefix}${encodeURI(id).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
      name: oneLine(`${title} ${version}`, 120),
      description: `${docs} sections, ${apis} APIs`,
      mimeType
    })),
    ...next
  }
}

/** A node as a resource, its first page. @throws ProtocolError -32602 where there is none */
export async function nodeResource(cairn: Cairn, uri: string): Promise<ReadResourceResult> {
  if (!uri.startsWith(prefix))
    throw invalidParams(`uri is '${oneLine(uri, 100)}'; expected ${prefix} and the id of a node.`)
  const node = await opened(cairn, uri)
  const { text, total, next } = pageOf(readableNode(node), 0, longestMaterial)
  const more =
    next === null ? '' : `Characters 0 to ${next} of ${total}; the tool open shows the rest.\n`
  return { contents: [{ uri, mimeType, text: `${more}${reference(text)}` }] }
}

async function opened(cairn: Cairn, uri: string): ReturnType<Cairn['open']> {
  try {
    return await cairn.open(decoded(uri.slice(prefix.length)))
  } catch (error) {
    if (!(error instanceof CairnError) || error.code !== 'NOT_FOUND') throw error
    throw new ResourceNotFoundError(uri, oneLine(error.message, 800))
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
