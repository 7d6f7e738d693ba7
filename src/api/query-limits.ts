import type { ApolloServerPlugin } from '@apollo/server'
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { CairnError } from '../errors.js'
import type { Context } from './context.js'
import { graphqlRefusal } from './graphql-refusal.js'
import { countWrites } from './count-writes.js'
import { measureDocument } from './measure-document.js'

/** The deepest that anybody needs (introspection) has 13 levels. */
const deepest = 15
const mostAliases = 40
const dearest = 50_000
/** Tokens of a document; a longer one is not even parsed. The longest of our own pages has some 500. */
export const mostTokens = 4_000

/**
 * Refuses a document that is too deep, too wide or would cost too much to answer.
 * @throws GraphQLError TOO_LARGE that says by how much and what to do
 */
export function requireWithinLimits(
  schema: GraphQLSchema,
  at: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  variables: Readonly<Record<string, unknown>>
): void {
  const { depth, aliases, cost } = measureDocument(schema, at, variables)
  const found = [
    { is: depth, most: deepest, what: 'levels deep', instead: 'Ask for less at once.' },
    { is: aliases, most: mostAliases, what: 'aliases wide', instead: 'Send several requests.' },
    {
      is: cost,
      most: dearest,
      what: 'values large, as far as can be told',
      instead: 'Ask for fewer with first or limit, or in several requests.'
    }
  ].find(({ is, most }) => is > most)
  if (found === undefined) return
  const { is, most, what, instead } = found
  throw graphqlRefusal(
    new CairnError(
      'TOO_LARGE',
      `This document is ${is} ${what}; at most ${most} are answered. ${instead}`,
      { details: { field: 'query', value: is, expected: `at most ${most}` } }
    )
  )
}

/** Each field that writes counts as a request: forty under as many names are forty. */
async function charged({ charge }: Context, more: number): Promise<void> {
  try {
    await charge?.(more)
  } catch (error) {
    throw error instanceof CairnError ? graphqlRefusal(error) : error
  }
}

export const limitDocuments: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (operation === undefined) return
        requireWithinLimits(schema, { document, operation }, request.variables ?? {})
        const writes = countWrites(document, operation)
        if (writes > 1) await charged(contextValue, writes - 1)
      }
    })
}
