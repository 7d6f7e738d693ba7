import { GraphQLError } from 'graphql'
import { publicFailure, type CairnError } from '../errors.js'

/** A refusal from outside a resolver, as Apollo expects it: anything else it takes for an error of its own. */
export function graphqlRefusal(error: CairnError): GraphQLError {
  const { code, message, status, exit, details } = publicFailure(error)
  return new GraphQLError(message, {
    extensions: { code, status, exit, details, http: { status } }
  })
}
