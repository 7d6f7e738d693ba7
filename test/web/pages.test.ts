import { actsTests } from './acts-tests.js'
import { allowEach } from '../support/native-runtime.js'
import { askTests } from './ask-tests.js'
import { eightJobsTests } from './eight-jobs-tests.js'
import { everyPageTests } from './every-page-tests.js'
import { exploreTests } from './explore-tests.js'
import { overviewTests } from './overview-tests.js'
import { keysTests } from './keys-tests.js'
import { libraryTests } from './library-tests.js'
import { openPagesWorld, type PagesWorld } from './pages-world.js'
import { reviewTests } from './review-tests.js'

// One server and one browser for all pages: opening them takes longer than most of what is tested.
let world: PagesWorld

// The first of them finds nothing planned and nothing loaded: 48 s where others use the machine too.
allowEach(120_000)

beforeAll(async () => {
  world = await openPagesWorld()
})

afterAll(() => world.close())

const at = () => world

describe('Review and Insights', () => {
  reviewTests(at)
})
describe('Ask', () => {
  askTests(at)
})
describe('Overview', () => {
  overviewTests(at)
})
describe('Epochs, Gaps, Libraries and Jobs', () => {
  actsTests(at)
})
describe('Adding libraries, and what jobs say', () => {
  libraryTests(at)
})
describe('Keys', () => {
  keysTests(at)
})
describe('The eight jobs', () => {
  eightJobsTests(at)
})
describe('Every page', () => {
  everyPageTests(at)
})
describe('Explore', () => {
  exploreTests(at)
})
