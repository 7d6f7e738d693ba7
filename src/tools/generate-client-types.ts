import { writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as operations from '@graphql-codegen/typescript-operations'
import { parse } from 'graphql'
import { documents } from '../client/documents.js'
import { readSchema } from './read-schema.js'
import { tidy } from './tidy.js'

const output = 'src/client/operation-types.ts'

const config = {
  enumType: 'string-literal',
  immutableTypes: true,
  skipTypename: true,
  arrayInputCoercion: false,
  omitOperationSuffix: true,
  scalars: { JSON: 'unknown', ID: 'string' }
}

/** The types of what the client asks and is answered, made from schema/ and src/client/documents.ts. */
export async function clientTypes(): Promise<string> {
  const text = await codegen({
    filename: output,
    schema: readSchema(),
    documents: Object.entries(documents).map(([name, document]) => ({
      location: `${name}.graphql`,
      document: parse(document)
    })),
    config: {},
    plugins: [{ operations: config }],
    pluginMap: { operations }
  })
  const notice =
    '// GENERATED from schema/ and src/client/documents.ts by `npm run generate`; edit those instead.\n'
  return tidy(output, `${notice}/* oxlint-disable */\n${text}`)
}

if (process.argv[1]?.endsWith('generate-client-types.js') === true) {
  writeFileSync(output, await clientTypes())
}
