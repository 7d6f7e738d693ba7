import { ApolloServer } from '@apollo/server'
import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { publicFailure } from '../errors.js'
import type { Config } from '../config.js'
import type { Log } from '../log.js'
import { currentRequest } from '../request-context.js'
import type { Context } from './context.js'
import { introspectionBy } from './introspection.js'
import { limitDocuments, mostTokens } from './query-limits.js'
import { readSafeList, onlySafe } from './safe-list.js'
import { executableSchema } from './schema.js'

/** The GraphQL server, without a transport: tests call executeOperation, the app mounts it. */
export function createApollo(
  log: Log,
  config: Pick<Config, 'introspection' | 'safeList'>
): ApolloServer<Context> {
  const safe = config.safeList === null ? [] : [onlySafe(readSafeList(config.safeList))]
  return new ApolloServer<Context>({
    schema: executableSchema(),
    parseOptions: { maxLexicalTokens: mostTokens },
    plugins: [...safe, introspectionBy(config.introspection), limitDocuments],
    // Whether it may be read depends on who asks.
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formatError(formatted, error, log),
    // The process decides when it ends; see server.ts.
    stopOnTerminationSignals: false
  })
}

function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Log
): GraphQLFormattedError {
  const original = unwrapResolverError(error)
  // What GraphQL itself refuses (syntax, unknown fields, wrong variables) it explains well.
  if (original instanceof GraphQLError || !(original instanceof Error))
    return withoutStack(formatted)
  const failure = publicFailure(original)
  if (failure.code === 'BUG') log.error({ err: original }, 'request failed')
  else if (original.cause !== undefined)
    log.warn({ err: original.cause, code: failure.code }, failure.message)
  const { code, status, exit, details } = failure
  const extensions = { code, status, exit, details, requestId: currentRequest()?.id }
  return { ...formatted, message: failure.message, extensions }
}

function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { code, details } = formatted.extensions ?? {}
  const said = details === undefined ? {} : { details }
  const extensions = { code: code ?? 'BAD_INPUT', ...said, requestId: currentRequest()?.id }
  return { ...formatted, extensions }
}
