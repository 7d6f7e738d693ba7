import { advisedAgainst } from '../../src/curate/gates/advised-against.js'
import { libraryRange } from '../../src/curate/library-range.js'
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

test('the silhouette is highest at the number of clusters that is there', () => {
  const { values } = blobs(60, 3)
  const points = Array.from({ length: 60 }, (_, i) => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0])
  const at = (k: number) => simplifiedSilhouette(points, kmeansClusters(points, k, 1))
  expect(at(3)).toBeGreaterThan(0.9)
  for (const k of [2, 4, 8]) expect(at(k)).toBeLessThan(at(3))
})

test.each([
  [['pypi/pandas@1.4.0'], '>=1.4.0 <2.0.0', 'pypi/pandas@1.4.0'],
  [['pypi/pandas@1.10.0', 'pypi/pandas@1.9.2'], '>=1.9.2 <2.0.0', 'pypi/pandas@1.10.0'],
  [['npm/left@0.3.1'], '>=0.3.1 <0.4.0', 'npm/left@0.3.1'],
  [['docs/left@latest'], null, 'docs/left@latest']
])('what was seen with %s holds for %s', (libraries, versions, library) => {
  expect(libraryRange(libraries)).toEqual({ library, versions })
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
