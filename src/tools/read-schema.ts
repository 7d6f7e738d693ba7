import { readdirSync, readFileSync } from 'node:fs'
import { concatAST, parse, type DocumentNode } from 'graphql'

/** The whole GraphQL schema, as it stands in schema/. */
export function readSchema(): DocumentNode {
  const files = readdirSync('schema').filter((file) => file.endsWith('.graphql'))
  return concatAST(files.sort().map((file) => parse(readFileSync(`schema/${file}`, 'utf8'))))
}
