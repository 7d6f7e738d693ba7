import { readFileSync } from 'node:fs'
import type { ApolloServerPlugin } from '@apollo/server'
import { parse, print } from 'graphql'
import { CairnError } from '../errors.js'
import type { Context } from './context.js'
import { graphqlRefusal } from './graphql-refusal.js'

/**
 * The documents that alone are answered, in their printed form.
 * @throws CairnError NOT_CONFIGURED that names the file and what is wrong with it
 */
export function readSafeList(file: string): ReadonlySet<string> {
  try {
    const documents = JSON.parse(readFileSync(file, 'utf8')) as unknown
    if (!Array.isArray(documents) || !documents.every((one) => typeof one === 'string'))
      throw new TypeError('not an array of documents')
    return new Set(documents.map((one) => print(parse(one))))
  } catch (error) {
    throw new CairnError(
      'NOT_CONFIGURED',
      `CAIRN_SAFE_LIST is '${file}'; expected a JSON file with an array of GraphQL documents.`,
      { cause: error, details: { field: 'CAIRN_SAFE_LIST', value: file } }
    )
  }
}

/** Refuses every operation that is not on the list; how it is laid out makes no difference. */
export function onlySafe(list: ReadonlySet<string>): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document }) => {
          if (list.has(print(document))) return Promise.resolve()
          throw graphqlRefusal(
            new CairnError(
              'FORBIDDEN',
              'This Cairn answers listed operations only, and this is none of them; its operator keeps the list (CAIRN_SAFE_LIST).'
            )
          )
        }
      })
  }
}
