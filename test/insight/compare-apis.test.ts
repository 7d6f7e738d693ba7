import { compareApis, compareVersions } from '../../src/domain/api-changes.js'

const api = (
  qualifiedName: string,
  signature: string | null = null,
  deprecated: string | null = null
) => ({ qualifiedName, signature, deprecated })

test('what was added, went, is called otherwise or was deprecated is told by name', () => {
  const old = [
    api('m.gone', 'gone(a)'),
    api('m.same', 'same(a, b=1)'),
    api('m.both', 'both(a)'),
    api('m.old', 'old()', 'Use same.')
  ]
  const now = [
    api('m.same', 'same(a,  b = 1)'),
    api('m.both', 'both(a, b)', 'Deprecated since 2.'),
    api('m.old', 'old()', 'Use same instead.'),
    api('m.fresh', 'fresh()')
  ]
  expect(compareApis(old, now)).toEqual([
    { api: 'm.both', kind: 'signature', before: 'both(a)', after: 'both(a, b)' },
    { api: 'm.both', kind: 'deprecated', before: null, after: 'Deprecated since 2.' },
    { api: 'm.fresh', kind: 'added', before: null, after: 'fresh()' },
    { api: 'm.gone', kind: 'removed', before: 'gone(a)', after: null }
  ])
})

test('a signature that one side does not tell is no change', () => {
  expect(compareApis([api('m.f')], [api('m.f', 'f(a)')])).toEqual([])
  expect(compareApis([api('m.f', 'f(a)')], [api('m.f')])).toEqual([])
})

test('the same APIs do not differ, in whatever order they come', () => {
  const apis = ['a', 'b', 'c'].map((name) => api(name, `${name}(x)`, 'old'))
  expect(compareApis(apis, [...apis].reverse())).toEqual([])
})

test.each([
  ['1.9', '1.10'],
  ['1.4.0', '1.4.1'],
  ['2.0.0-rc.1', '2.0.0'],
  ['2.0rc1', '2.0'],
  ['2.0a1', '2.0rc1'],
  ['2.0', '2.0.post1'],
  ['2.0.post1', '2.1'],
  ['v1.2', 'v2'],
  ['0.9', '10']
])('%s is older than %s', (older, newer) => {
  expect(compareVersions(older, newer)).toBeLessThan(0)
  expect(compareVersions(newer, older)).toBeGreaterThan(0)
})

test.each([
  ['1.4', '1.4.0'],
  ['v3', '3'],
  ['1.0+local', '1.0']
])('%s and %s are one version', (a, b) => {
  expect(compareVersions(a, b)).toBe(0)
})
