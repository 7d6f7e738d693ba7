import type { ApolloServerPlugin } from '@apollo/server'
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { isListType, isNonNullType, type GraphQLOutputType, type ValidationRule } from 'graphql'
import {
  getComplexity,
  type ComplexityEstimator,
  type ComplexityEstimatorArgs
} from 'graphql-query-complexity'
import { CairnError } from '../errors.js'
import type { Context } from './context.js'

/** Levels of fields in each other; the deepest that anybody needs (introspection) has 13. */
const deepest = 15
const mostAliases = 40
/** What a document may cost: a field is 1, a list its length times what is asked of each. */
const dearest = 50_000
/** Tokens of a document; larger ones are not even parsed. */
export const mostTokens = 10_000
/** What a list is taken for that says nothing of its length. */
const usualLength = 10

/** Rules that a document meets before anything is done. */
export const validationRules: ValidationRule[] = [
  maxDepthRule({
    n: deepest,
    flattenFragments: true,
    ignoreIntrospection: false,
    exposeLimits: true
  }),
  maxAliasesRule({ n: mostAliases, exposeLimits: true })
]

/** Refuses a document that would cost too much to answer. */
export const limitCost: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ schema, document, request }) => {
        const cost = getComplexity({
          schema,
          query: document,
          variables: request.variables ?? {},
          ...(request.operationName == null ? {} : { operationName: request.operationName }),
          estimators: [costOf]
        })
        if (cost <= dearest) return Promise.resolve()
        throw new CairnError(
          'TOO_LARGE',
          `This document asks for about ${cost} values; at most ${dearest} are answered at once. Ask for fewer with first or limit, or in several requests.`,
          { details: { field: 'query', value: cost, expected: `at most ${dearest}` } }
        )
      }
    })
}

const lengths = ['first', 'limit', 'nodes', 'most'] as const

const costOf: ComplexityEstimator = ({ field, args, childComplexity }: ComplexityEstimatorArgs) => {
  const said = lengths.map((name) => args[name] as unknown).find((n) => typeof n === 'number')
  const isList = holdsList(field.type)
  const times = typeof said === 'number' ? Math.max(1, said) : isList ? usualLength : 1
  return 1 + (isList || said !== undefined ? times : 1) * childComplexity
}

function holdsList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}
