import { clusterRows } from '../../src/curate/cluster/cluster-rows.js'
import { gapOf, isUnsafe } from '../../src/curate/cluster/gap-of.js'
import { splitCluster } from '../../src/curate/cluster/split-cluster.js'
import { advisedAgainst } from '../../src/curate/gates/advised-against.js'
import { libraryRange } from '../../src/curate/library-range.js'
import { normalisedMutualInformation, purity } from '../../src/domain/cluster-quality.js'
import { kmeansClusters, simplifiedSilhouette } from '../../src/domain/kmeans-cluster.js'
import { randomFrom } from '../../src/domain/random-from.js'

/** Points around `centres` corners of a square grid, in turn. */
function blobs(count: number, centres: number): { values: Float32Array; labels: number[] } {
  const random = randomFrom(3)
  const values = new Float32Array(count * 2)
  const labels = Array.from({ length: count }, (_, i) => i % centres)
  labels.forEach((label, i) => {
    values[2 * i] = (label % 10) * 10 + random()
    values[2 * i + 1] = Math.floor(label / 10) * 10 + random()
  })
  return { values, labels }
}

test('purity and NMI agree with the worked example of the textbook', () => {
  // Introduction to Information Retrieval, figure 16.4: 17 items, three clusters.
  const clusters = Array.from('11111122222233333')
  const classes = Array.from('xxxxxoxoooovxxvvv')
  expect(purity(clusters, classes)).toBeCloseTo(0.71, 2)
  expect(normalisedMutualInformation(clusters, classes)).toBeCloseTo(0.36, 2)
})

test('NMI is 1 where clusters are the classes under other names, and 0 where they tell nothing', () => {
  expect(normalisedMutualInformation([1, 1, 2, 2], ['b', 'b', 'a', 'a'])).toBeCloseTo(1)
  expect(normalisedMutualInformation([1, 2, 1, 2], ['a', 'a', 'b', 'b'])).toBeCloseTo(0)
})

test('the silhouette is highest at the number of clusters that is there', () => {
  const { values } = blobs(60, 3)
  const points = Array.from({ length: 60 }, (_, i) => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0])
  const at = (k: number) => simplifiedSilhouette(points, kmeansClusters(points, k, 1))
  expect(at(3)).toBeGreaterThan(0.9)
  for (const k of [2, 4, 8]) expect(at(k)).toBeLessThan(at(3))
})

test('many rows are cut into parts and clustered alike under one seed; every row is in one cluster', async () => {
  const { values, labels } = blobs(3_000, 100)
  const matrix = { rows: 3_000, width: 2, values }
  const clusters = await clusterRows(matrix, { seed: 5 })
  expect(await clusterRows(matrix, { seed: 5 })).toEqual(clusters)
  expect(clusters.flat().sort((a, b) => a - b)).toEqual(labels.map((_, i) => i))
  const found = labels.map(() => 0)
  clusters.forEach((rows, cluster) => {
    for (const row of rows) found[row] = cluster
  })
  expect(purity(found, labels)).toBeGreaterThan(0.9)
})

test('rows that are all the same end too', async () => {
  const matrix = { rows: 700, width: 2, values: new Float32Array(1_400) }
  expect((await clusterRows(matrix, { seed: 1 })).flat()).toHaveLength(700)
})

const attempt = {
  outcome: 'passed',
  tainted: false,
  apis: ['a.b'],
  libraries: [],
  errors: [],
  unsafe: null
} as const

test.each([
  ['security-practice', [{ ...attempt, unsafe: 'x = eval(text)' }], ['a']],
  ['integration-limit', [attempt], ['a', 'b']],
  ['api-confusion', [{ ...attempt, outcome: 'failed', errors: ['AttributeError'] }], ['a']],
  ['idiomatic-pattern', [attempt, { ...attempt, outcome: 'failed', apis: ['a.c'] }], ['a']],
  [null, [attempt], ['a']]
] as const)('attempts show the gap %s by what they did', (gap, attempts, libraries) => {
  expect(gapOf(attempts, libraries)).toBe(gap)
})

test.each([
  ['eval(text)', true],
  ['model.eval()', false],
  ["df.eval('a + b')", false],
  ['ast.literal_eval(text)', false],
  ['pickle.loads(data)', true],
  ['yaml.load(text)', true],
  ['yaml.load(text, Loader=yaml.SafeLoader)', false],
  ['subprocess.run(line, shell=True)', true]
])('whether %s is unsafe: %s', (code, expected) => {
  expect(isUnsafe(code)).toBe(expected)
})

test('a cluster is cut by library and by gap; who shows no gap goes with the most', () => {
  const key = { clean: 1, tainted: 0 }
  const groups = splitCluster([
    { ...key, id: '1', libraries: ['a'], gap: 'api-confusion' },
    { ...key, id: '2', libraries: ['a'], gap: null },
    { ...key, id: '3', libraries: ['b'], gap: null },
    { ...key, id: '4', libraries: ['a'], gap: 'security-practice' },
    { ...key, id: '5', libraries: ['a'], gap: 'api-confusion' }
  ])
  expect(groups.map(({ tasks, gap }) => [tasks.map(({ id }) => id).join(), gap])).toEqual([
    ['1,2,5', 'api-confusion'],
    ['4', 'security-practice'],
    ['3', 'idiomatic-pattern']
  ])
})

const use = { id: 'x', name: 'x', used: 1, kind: null }

test.each([
  [['pypi/pandas@1.4.0'], '>=1.4.0 <2.0.0', 'pypi/pandas@1.4.0'],
  [['pypi/pandas@1.10.0', 'pypi/pandas@1.9.2'], '>=1.9.2 <2.0.0', 'pypi/pandas@1.10.0'],
  [['npm/left@0.3.1'], '>=0.3.1 <0.4.0', 'npm/left@0.3.1'],
  [['docs/left@latest'], null, 'docs/left@latest']
])('what was seen with %s holds for %s', (libraries, versions, library) => {
  const sources = libraries.map((one) => ({ uses: [{ ...use, library: one }] }))
  expect(libraryRange(sources, [])).toEqual({ library, versions })
})

test.each([
  ['a.load', 'This function is deprecated since 2.0.', true],
  ['a.load', 'The parameter how is deprecated since 2.0.', false],
  ['a.load', 'Never unpickle data from an untrusted source.', true],
  ['a.load', 'Use load for small files.', false],
  ['a.load', 'Using load is discouraged in new code.', true],
  ['a.load', 'The old save is deprecated.', false]
])('of %s documentation says "%s": against it is %s', (name, text, expected) => {
  const docs = [{ api: name, name, deprecated: null, docs: [{ id: 'd', title: '', text }] }]
  expect(advisedAgainst(docs).length > 0).toBe(expected)
})
