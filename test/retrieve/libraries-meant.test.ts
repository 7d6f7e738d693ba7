import { importsIn } from '../../src/domain/imports.js'
import { proseOf } from '../../src/domain/prose.js'
import type { KnownLibrary } from '../../src/retrieve/known-libraries.js'
import { currentLibraries, librariesMeant } from '../../src/retrieve/libraries-meant.js'

function library(key: string, more: Partial<KnownLibrary> = {}): KnownLibrary {
  const [, name = '', version = ''] = /^[^/]+\/(.+)@([^@]+)$/.exec(key) ?? []
  return { key, name, version, title: name, importNames: [], state: 'ready', ...more }
}

const known = [
  library('npm/express@4.21.2'),
  library('npm/express@5.1.0'),
  library('pypi/click@8.3.0'),
  library('npm/effect@3.18.0'),
  library('pypi/requests@2.32.3'),
  library('npm/three@0.180.0'),
  library('npm/@oven/baking-plan@2.0.0'),
  library('npm/lru-cache@11.0.0'),
  library('npm/zod@4.1.12'),
  library('pypi/scikit-learn@1.7.2', { importNames: ['sklearn'] })
]

function meant(text: string, locked: Record<string, string> = {}) {
  return librariesMeant({
    text,
    prose: proseOf(text),
    imports: importsIn(text),
    known,
    asked: [],
    locked: new Map(Object.entries(locked))
  })
}

const keysOf = (text: string) => [...meant(text).held.keys()]

test.each([
  ['how do I express this as a sum?'],
  ['the button does nothing when I click it'],
  ['what effect does a larger batch have?'],
  ['too many requests per second to our own server'],
  ['split the list into three parts'],
  ['she would like to express her thanks'],
  ['double click on a row opens it'],
  ['side effect of the cache'],
  ['the server requests a token'],
  ['one, two, three words'],
  ['write an LRU cache in forty lines'],
  ['an LRU cache 5 entries long'],
  ['the oven and its baking plan']
])('a name that is a word binds nothing by itself: %s', (text) => {
  expect(keysOf(text)).toEqual([])
})

test.each([
  ['express: answer with status 404', 'npm/express@5.1.0'],
  ['click: ask for a password', 'pypi/click@8.3.0'],
  ["import { Effect } from 'effect'\nhow do I retry?", 'npm/effect@3.18.0'],
  ['import requests\nhow do I set a timeout?', 'pypi/requests@2.32.3'],
  ['what does `click.option` take?', 'pypi/click@8.3.0'],
  ['requests.get(url) hangs', 'pypi/requests@2.32.3'],
  ['npm install three and then?', 'npm/three@0.180.0'],
  ['in express.js, parse a form', 'npm/express@5.1.0'],
  ['the click library and its groups', 'pypi/click@8.3.0'],
  ['my app uses Express and fails', 'npm/express@5.1.0'],
  ['is zod able to coerce?', 'npm/zod@4.1.12'],
  ['from sklearn.svm import SVC', 'pypi/scikit-learn@1.7.2'],
  ['how do I stop Oven Baking Plan early?', 'npm/@oven/baking-plan@2.0.0'],
  ['oven baking-plan: stop early', 'npm/@oven/baking-plan@2.0.0'],
  ['Lru Cache: how many entries?', 'npm/lru-cache@11.0.0'],
  ['with Scikit Learn, fit a line', 'pypi/scikit-learn@1.7.2']
])('it binds with a sign: %s', (text, key) => {
  expect(keysOf(text)).toEqual([key])
})

test.each([
  ['express 4.21.2: app.del is gone?', 'npm/express@4.21.2'],
  ['express@4.21: app.del is gone?', 'npm/express@4.21.2'],
  ['with express 4 the router differs', 'npm/express@4.21.2'],
  ['express: app.del is gone?', 'npm/express@5.1.0']
])('a version that is named is meant, else the newest: %s', (text, key) => {
  expect(keysOf(text)).toEqual([key])
})

test('a version beside a spoken name is read', () => {
  expect(meant('Oven Baking Plan 1.4: stop early').otherVersion).toBe('@oven/baking-plan 1.4')
})

test('a version that is not held is said, and the newest answers', () => {
  const { held, otherVersion } = meant('express 3.2: where is bodyParser?')
  expect([...held.keys()]).toEqual(['npm/express@5.1.0'])
  expect(otherVersion).toBe('express 3.2')
})

test('what the project has locked decides where the question names no version', () => {
  expect([...meant('express: routers', { express: '4.21.2' }).held.keys()]).toEqual([
    'npm/express@4.21.2'
  ])
  expect([...meant('express 5.1.0: routers', { express: '4.21.2' }).held.keys()]).toEqual([
    'npm/express@5.1.0'
  ])
})

test.each([
  ['kafkajs: create a consumer group', 'kafkajs'],
  ['redis-py: set with an expiry', 'redis-py'],
  ['go: close a channel once', 'go'],
  ['rust: share state between tasks', 'rust']
])('a library that is named and not held is said: %s', (text, name) => {
  expect(meant(text)).toMatchObject({ held: new Map(), foreign: name })
})

test.each([
  ['python: sort by two keys'],
  ['error: cannot find module'],
  ['TypeError: x is not a function'],
  ['FST_ERR_CTP_BODY_TOO_LARGE: Request body is too large'],
  ['https://example.org/a: what is this'],
  ['zod: a union']
])('what stands before a colon is not always a library: %s', (text) => {
  expect(meant(text).foreign).toBeNull()
})

test('of each library the newest version is current, in every space that holds it', () => {
  const team = library('npm/zod@4.1.12+team', { version: '4.1.12' })
  const keys = currentLibraries([...known, team]).map(({ key }) => key)
  expect(keys).not.toContain('npm/express@4.21.2')
  expect(keys).toContain('npm/express@5.1.0')
  expect(currentLibraries(known, new Map([['express', '4.21.2']])).map(({ key }) => key)).toContain(
    'npm/express@4.21.2'
  )
})
