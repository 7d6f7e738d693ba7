import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult
} from 'graphql'
import { TOKEN_HEADER_KEY, TOKEN_QUERY_KEY } from 'graphql-sse'
import { createHandler } from 'graphql-sse/lib/use/express'
import type { Cairn } from '../cairn.js'
import { CairnError, publicFailure } from '../errors.js'
import { currentRequest } from '../request-context.js'
import { visitorOf } from './caller-of-request.js'
import { contextFor } from './context.js'
import { mostTokens, requireWithinLimits } from './query-limits.js'
import { executableSchema } from './schema.js'

/**
 * Subscriptions as server-sent events, one connection each or all in one (both modes of the GraphQL over
 * SSE protocol): they pass through what lets HTTP pass and need no second protocol.
 */
export function streaming(root: Cairn): RequestHandler {
  const schema = executableSchema()
  const handler = createHandler({
    authenticate: ({ method, headers, url }) => {
      // A new reservation gets a token of its own: clients send the one of their last connection along.
      if (method === 'PUT') return randomUUID()
      const token = headers.get(TOKEN_HEADER_KEY) ?? tokenIn(url)
      return typeof token === 'string' && token !== '' ? token : randomUUID()
    },
    onSubscribe: ({ raw }, { query, operationName, variables }) => {
      const read = readDocument(query, variables ?? {})
      if (!('document' in read)) return read
      const { document } = read
      return {
        schema,
        document,
        contextValue: { ...contextFor(root, visitorOf(raw)) },
        variableValues: variables ?? {},
        operationName: operationName ?? null
      }
    },
    onNext: (_context, _request, result) => ({
      ...result,
      ...(result.errors === undefined ? {} : { errors: result.errors.map(shown) })
    })
  })
  return (request, response, next) => {
    handler(request, response).catch(next)
  }
}

function tokenIn(url: string): string | null {
  return new URL(url, 'http://localhost/').searchParams.get(TOKEN_QUERY_KEY)
}

/** Only subscriptions are streamed: what is asked or changed goes through the door that keeps its limits. */
function readDocument(
  query: unknown,
  variables: Readonly<Record<string, unknown>>
): { readonly document: DocumentNode } | ExecutionResult {
  const schema = executableSchema()
  try {
    const document = parse(String(query), { maxLexicalTokens: mostTokens })
    const errors = validate(schema, document, specifiedRules)
    if (errors.length > 0) return refused(errors)
    for (const operation of document.definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) continue
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
        throw new CairnError(
          'BAD_INPUT',
          'Only subscriptions are streamed; everything else is asked at /graphql.'
        )
      requireWithinLimits(schema, { document, operation }, variables)
    }
    return { document }
  } catch (error) {
    if (error instanceof GraphQLError) return refused([error])
    return refused([new GraphQLError('', { originalError: error as Error })])
  }
}

/** An answer without `data` graphql-sse takes for none, and says something of its own. */
function refused(errors: readonly GraphQLError[]): ExecutionResult {
  return { data: null, errors: errors.map(shown) }
}

/** As over HTTP: what is ours by the table of failures, what GraphQL itself refuses as it explains it; each with the request's id. */
function shown(error: GraphQLError): GraphQLError {
  const { originalError, path } = error
  const requestId = currentRequest()?.id
  if (originalError === undefined) {
    Object.assign(error.extensions, { code: error.extensions['code'] ?? 'BAD_INPUT', requestId })
    return error
  }
  const { code, message, details } = publicFailure(originalError)
  return new GraphQLError(message, {
    ...(path === undefined ? {} : { path }),
    extensions: { code, details, requestId }
  })
}
