import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { concatAST, parse, type DocumentNode } from 'graphql'
import { packageRoot } from '../package-root.js'

/** The schema as its files state it, read once at start-up. */
export function typeDefs(): DocumentNode {
  const folder = join(packageRoot(), 'schema')
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'))
  return concatAST(files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8'))))
}
