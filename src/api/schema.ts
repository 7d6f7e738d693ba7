import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeExecutableSchema } from '@graphql-tools/schema'
import { concatAST, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { packageRoot } from '../package-root.js'
import { resolvers } from './resolvers.js'

/** The schema as its files state it, read once at start-up. */
export function typeDefs(): DocumentNode {
  const folder = join(packageRoot(), 'schema')
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'))
  return concatAST(files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8'))))
}

let made: GraphQLSchema | undefined

/** The schema with its resolvers; the same for every door. */
export function executableSchema(): GraphQLSchema {
  made ??= makeExecutableSchema({ typeDefs: typeDefs(), resolvers })
  return made
}
