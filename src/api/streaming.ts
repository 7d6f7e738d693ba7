import type { RequestHandler } from 'express'
import { GraphQLError, specifiedRules, validate } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/express'
import type { Cairn } from '../cairn.js'
import { publicFailure } from '../errors.js'
import { visitorOf } from './caller-of-request.js'
import { contextFor } from './context.js'
import { executableSchema } from './schema.js'
import { validationRules } from './query-limits.js'

/**
 * Subscriptions as server-sent events, one connection each (the distinct mode of the GraphQL over SSE
 * protocol): they pass through what lets HTTP pass and need no second protocol.
 */
export function streaming(root: Cairn): RequestHandler {
  const handler = createHandler({
    schema: executableSchema(),
    validate: (schema, document) =>
      validate(schema, document, [...specifiedRules, ...validationRules]),
    context: ({ raw }) => ({ ...contextFor(root, visitorOf(raw)) }),
    onNext: (_context, _request, result) => ({
      ...result,
      ...(result.errors === undefined ? {} : { errors: result.errors.map(shown) })
    })
  })
  return (request, response, next) => {
    handler(request, response).catch(next)
  }
}

/** As over HTTP: what is ours by the table of failures, of others nothing. */
function shown(error: GraphQLError): GraphQLError {
  const { originalError } = error
  if (originalError === undefined) return error
  const { code, message, details } = publicFailure(originalError)
  return new GraphQLError(message, {
    ...(error.path === undefined ? {} : { path: error.path }),
    extensions: { code, details }
  })
}
