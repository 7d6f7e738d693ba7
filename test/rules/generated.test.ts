import { readFileSync } from 'node:fs'
import { clientTypes } from '../../src/tools/generate-client-types.js'
import { guides } from '../../src/tools/generate-guides.js'
import { generated } from '../../src/tools/generate-queries.js'
import { resolverTypes } from '../../src/tools/generate-resolver-types.js'
import { parseQueryFile } from '../../src/tools/parse-query-file.js'

test('the query modules are what cypher/ says', async () => {
  for (const [path, text] of await generated()) expect(readFileSync(path, 'utf8')).toBe(text)
})

test('the resolver types are what schema/ says', async () => {
  expect(readFileSync('src/api/resolver-types.ts', 'utf8')).toBe(await resolverTypes())
})

test('the types of the client are what schema/ and its documents say', async () => {
  expect(readFileSync('src/client/operation-types.ts', 'utf8')).toBe(await clientTypes())
})

test('the tables of the guides are what the program says', () => {
  for (const [path, text] of guides()) expect(readFileSync(path, 'utf8')).toBe(text)
})

test.each([
  ['no sentence', '// @read\nRETURN 1', 'needs a sentence'],
  ['no access', '// Says one.\nRETURN 1', 'needs @read, @write or @batched'],
  [
    'an unknown type',
    '// Says one.\n// @read\n// @param n: number\nRETURN $n',
    "cannot read '@param n: number'"
  ],
  ['no statement', '// Says nothing.\n// @read\n', 'there is no statement']
])('a query file with %s is refused', (_, content, reason) => {
  expect(() => parseQueryFile('x/says-one.cypher', content)).toThrow(reason)
})
