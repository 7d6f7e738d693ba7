import { buildASTSchema, printSchema } from 'graphql'
import { typeDefs } from '../api/schema.js'

// The schema as one document: what a release promises its clients.
process.stdout.write(`${printSchema(buildASTSchema(typeDefs()))}\n`)
