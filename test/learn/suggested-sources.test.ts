import { suggestedSources } from '../../src/learn/suggested-sources.js'

const names = (text: string, held: readonly string[] = []) =>
  suggestedSources(text, held).map(({ reader, source }) => `${reader} ${source}`)

test.each<[string, string, readonly string[], string[]]>([
  [
    'what it works with, from either registry',
    'stream a response with httpx',
    [],
    ['python-package httpx', 'npm-package httpx']
  ],
  [
    'what its code imports, from the registry of its language',
    'Why does this hang?\nimport httpx\nhttpx.get(url)',
    [],
    ['python-package httpx']
  ],
  [
    'a scope, which only npm has',
    'log requests with `@fastify/cors`',
    [],
    ['npm-package @fastify/cors']
  ],
  ['nothing that is held', 'stream a response with httpx', ['HTTPX'], []],
  ['no English words', 'roll back a release on the server with care', [], []]
])('suggests %s', (_, text, held, expected) => {
  expect(names(text, held)).toEqual(expected)
})
