import { actsTests } from './acts-tests.js'
import { askTests } from './ask-tests.js'
import { everyPageTests } from './every-page-tests.js'
import { exploreTests } from './explore-tests.js'
import { overviewTests } from './overview-tests.js'
import { openPagesWorld, type PagesWorld } from './pages-world.js'
import { reviewTests } from './review-tests.js'

// One server and one browser for all pages: opening them takes longer than most of what is tested.
let world: PagesWorld

beforeAll(async () => {
  world = await openPagesWorld()
}, 120_000)

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
describe('Epochs, Gaps, Keys, Libraries and Jobs', () => {
  actsTests(at)
})
describe('Every page', () => {
  everyPageTests(at)
})
describe('Explore', () => {
  exploreTests(at)
})
