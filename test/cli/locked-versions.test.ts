import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lockedVersions } from '../../src/cli/locked-versions.js'
import { removeFolders, temporaryFolder } from '../support/build-cairn.js'

afterAll(removeFolders)

const files: [string, string][] = [
  [
    'package-lock.json',
    JSON.stringify({
      packages: {
        '': { version: '1.0.0' },
        'node_modules/teapot': { version: '3.2.1' },
        'node_modules/other/node_modules/teapot': { version: '1.0.0' }
      }
    })
  ],
  ['pnpm-lock.yaml', "packages:\n  'teapot@3.2.1(react@19.0.0)':\n    resolution: {}\n"],
  ['yarn.lock', '# yarn lockfile v1\n\nteapot@^3.0.0:\n  version "3.2.1"\n'],
  ['uv.lock', '[[package]]\nname = "teapot"\nversion = "3.2.1"\n'],
  ['poetry.lock', '[[package]]\nname = "teapot"\nversion = "3.2.1"\ndescription = ""\n'],
  ['requirements.txt', 'teapot[milk]==3.2.1\nother>=2\n']
]

test.each(files)(
  '%s of a folder above tells the version of what the question speaks of',
  (name, text) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, name), text)
    const inner = join(folder, 'src', 'deep')
    mkdirSync(inner, { recursive: true })
    expect(lockedVersions(inner, 'teapot: pour without spilling')).toEqual([
      { name: 'teapot', version: '3.2.1' }
    ])
    expect(lockedVersions(inner, 'something else')).toEqual([])
  }
)

test('a lock file that is broken counts as none', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'package-lock.json'), '{ not json')
  expect(lockedVersions(folder, 'teapot')).toEqual([])
})
