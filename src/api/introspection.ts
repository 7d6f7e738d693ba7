import type { ApolloServerPlugin } from '@apollo/server'
import { Kind, visit, type DocumentNode } from 'graphql'
import { atLeast, type Role } from '../domain/caller.js'
import { CairnError } from '../errors.js'
import type { Context } from './context.js'
import { graphqlRefusal } from './graphql-refusal.js'

/** The schema over the wire is for this role and above; schema/ in the package is the same text. */
export function introspectionBy(least: Role): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, contextValue: { caller } }) => {
          if (atLeast(caller.role, least) || !asksForSchema(document)) return Promise.resolve()
          throw graphqlRefusal(
            new CairnError(
              'FORBIDDEN',
              `Introspection is for the role ${least} and above; ${caller.name} is ${caller.role}. The schema is in the package's folder schema.`,
              { details: { field: '__schema', value: caller.role, expected: least } }
            )
          )
        }
      })
  }
}

function asksForSchema(document: DocumentNode): boolean {
  let asks = false
  visit(document, {
    [Kind.FIELD]: ({ name }) => {
      if (name.value === '__schema' || name.value === '__type') asks = true
    }
  })
  return asks
}
