import { writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as resolvers from '@graphql-codegen/typescript-resolvers'
import { readSchema } from './read-schema.js'
import { tidy } from './tidy.js'

const output = 'src/api/resolver-types.ts'

const config = {
  useTypeImports: true,
  enumsAsTypes: true,
  immutableTypes: true,
  skipTypename: true,
  scalars: { JSON: 'unknown', ID: 'string' },
  contextType: './context.js#Context',
  mappers: {
    Recommendation: '../domain/recommendation.js#Recommendation as DomainRecommendation',
    Node: '../cairn.js#OpenedNode',
    Job: '../cairn.js#Job as CairnJob',
    Status: '../cairn.js#About',
    Library: '../cairn.js#LibraryCount',
    Insight: '../cairn.js#InsightBrief',
    Citation: '../domain/recommendation.js#Citation as DomainCitation',
    Found: '../cairn.js#Found as CairnFound'
  }
}

/** The types of the resolvers, made from schema/. */
export async function resolverTypes(): Promise<string> {
  const text = await codegen({
    filename: output,
    schema: readSchema(),
    documents: [],
    config: {},
    plugins: [{ typescript: config }, { resolvers: config }],
    pluginMap: { typescript, resolvers }
  })
  const notice =
    '// GENERATED from schema/ by `npm run generate`; edit the .graphql files instead.\n'
  return tidy(output, `${notice}/* oxlint-disable */\n${text}`)
}

if (process.argv[1]?.endsWith('generate-resolver-types.js') === true) {
  writeFileSync(output, await resolverTypes())
}
