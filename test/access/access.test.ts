import { buildPages } from '../web/browser.js'
import { matrixTests } from './matrix-tests.js'
import { pageActionsTests } from './page-actions-tests.js'
import { probeTests } from './probe-tests.js'
import { publishTests } from './publish-tests.js'
import { openTeamWorld, type TeamWorld } from './team-world.js'

// One world for all: opening it takes longer than most of what is asked of it.
let world: TeamWorld

beforeAll(async () => {
  buildPages()
  world = await openTeamWorld()
})

afterAll(() => world.close())

const at = () => world

// First, for the others ask about what the team keeps, and such questions are kept too.
describe('Publishing', () => {
  publishTests(at)
})
describe('What the pages offer to whom', () => {
  pageActionsTests(at)
})
describe('Who may do what', () => {
  matrixTests(at)
})
describe('A probe for what another team keeps', () => {
  probeTests(at)
})
