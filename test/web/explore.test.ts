import { readFileSync } from 'node:fs'
import { chromium, type Browser, type Page } from 'playwright-core'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask } from '../api/ask-http.js'
import { ingestFrames } from '../insight/plant.js'
import {
  adminKey,
  buildCairn,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig,
  testDatabase
} from '../support/build-cairn.js'
import { barriers, buildPages, overflow, visit as visitAny } from './browser.js'

const args = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  // WebGL drawn by the processor.
  ...['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
]

let server: RunningServer
let browser: Browser
let analyst: string

/** What a graphics driver says of itself is no complaint of ours. */
const ours = (complaints: readonly string[]) =>
  complaints.filter((said) => !said.includes('GL Driver Message'))

beforeAll(async () => {
  buildPages()
  await ingestFrames(await buildCairn(), '2.1')
  await closeCairns()
  await plantGraph()
  const settings = { CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' }
  server = await startServer(testConfig(settings), { log: createLog('silent') })
  const { data } = await ask(
    server.url,
    'mutation { makePrincipal(input: { name: "ann", role: "analyst" }) { key } }',
    {},
    adminKey
  )
  analyst = (data as unknown as { makePrincipal: { key: string } }).makePrincipal.key
  const executablePath = process.env['CAIRN_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
  browser = await chromium.launch({ executablePath, args })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  await emptyGraph()
  removeFolders()
})

/** Attempts that use the documented functions, one of them in another space; and a hub with 120 members. */
async function plantGraph(): Promise<void> {
  const db = testDatabase()
  await db.raw(
    `MATCH (spread:Api {name: 'spread'}), (pick:Api {name: 'pick'})
     CREATE (p:Problem {id: 'problem:rows', title: 'One row for each item', text: 'One row for each item', kind: 'task', space: 'public', libraries: ['docs/frames@2.1']})
     CREATE (ok:Trace {id: 'trace:ok', title: 'Spread, then pick', text: 'Spread, then pick', kind: 'attempt', outcome: 'passed', space: 'public', agent: 'one', code: 'frame.spread("a")', createdAt: datetime('2026-03-01T00:00:00Z')})-[:ATTEMPTS]->(p)
     CREATE (bad:Trace {id: 'trace:bad', title: 'Pick without spreading', text: 'Pick without spreading', kind: 'attempt', outcome: 'failed', space: 'public', agent: 'two', createdAt: datetime('2026-04-01T00:00:00Z')})-[:ATTEMPTS]->(p)
     CREATE (:Trace {id: 'trace:secret', title: 'A secret attempt', outcome: 'failed', space: 'team-b', agent: 'spy'})-[:ATTEMPTS]->(p)
     CREATE (ok)-[:USES]->(spread) CREATE (ok)-[:USES]->(pick) CREATE (bad)-[:USES]->(pick)
     CREATE (bad)-[:RAISED {example: 'KeyError: rows'}]->(:ErrorSignature {id: 'error:key', title: 'KeyError: <str>', text: 'KeyError: rows', space: 'public'})`
  )
  await db.raw(
    `CREATE (hub:Library {id: 'library:docs/hub@1', key: 'docs/hub@1', title: 'Hub', name: 'hub', version: '1', ecosystem: 'docs', state: 'complete', importNames: [], space: 'public'})
     WITH hub UNWIND range(1, 120) AS i
     CREATE (:Api {id: 'api:docs/hub@1/f' + toString(1000 + i), title: 'hub.f' + toString(1000 + i), name: 'f', space: 'public', library: 'docs/hub@1', kind: 'function'})-[:MEMBER_OF]->(hub)`
  )
  await db.close()
}

async function visit(path: string, options: { width?: number; scheme?: 'light' | 'dark' } = {}) {
  const window = await visitAny(browser, server.url, { key: analyst, ...options })
  await window.page.goto(path)
  return window
}

const rows = (page: Page) => page.locator('.explore-filters .explore-row')
const count = (page: Page, words: string) => page.getByText(words).waitFor()
const kind = (page: Page, name: string) =>
  page.locator('.explore-legend').getByRole('button', { name })

/** Waits until the view stands in the address. */
async function linked(page: Page): Promise<string> {
  await page.getByText('arranging').waitFor({ state: 'detached', timeout: 30_000 })
  for (let last = ''; ; last = page.url()) {
    await page.waitForTimeout(900)
    if (page.url().includes('#v=') && page.url() === last) return last
  }
}

test('an analyst goes from a search to a path, and a link brings all of it back', async () => {
  const { page, complaints, close } = await visit('/explore')
  await page.getByText('Begin somewhere').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('Turn each item of a list into a row')
  await page
    .getByRole('option', { name: /spread/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /spread/ }).waitFor()
  const api = rows(page).filter({ hasText: /^ƒ.*spread/ })
  await api.click()
  await page.getByRole('button', { name: 'Draw around it' }).click()
  await rows(page).filter({ hasText: 'Spread, then pick' }).click()
  await page.getByRole('heading', { name: 'Spread, then pick' }).waitFor()
  await page.getByRole('button', { name: 'Draw around it' }).click()
  await rows(page).filter({ hasText: 'One row for each item' }).click()
  await page.getByRole('button', { name: /ATTEMPTS from/ }).click()
  const failed = rows(page).filter({ hasText: 'Pick without spreading' })
  await failed.waitFor()
  expect(await page.getByText('A secret attempt').count()).toBe(0)
  expect(await page.locator('.explore-edges').getByText('2 of 2').count()).toBe(1)

  await api.click()
  await failed.click({ modifiers: ['Shift'] })
  await page.getByRole('button', { name: 'Paths between them' }).click()
  await page.getByRole('group', { name: 'Paths' }).getByText('Path 1').waitFor()
  await kind(page, 'Problem').click()

  const address = await linked(page)
  const before = await rows(page).allTextContents()
  const again = await visit(address)
  await again.page.getByRole('heading', { name: /./ }).first().waitFor()
  await rows(again.page).first().waitFor()
  expect(await rows(again.page).allTextContents()).toEqual(before)
  expect(await kind(again.page, 'Problem').getAttribute('aria-pressed')).toBe('false')
  const chosen = again.page.locator('.explore-row[aria-pressed="true"]')
  expect(await chosen.count()).toBe(2)
  expect([...ours(complaints), ...ours(again.complaints)]).toEqual([])
  await again.close()
  await close()
})

test('Back goes to the node that was open before; what is drawn stays', async () => {
  const { page, close } = await visit('/explore?node=trace:ok')
  await page.getByRole('heading', { name: 'Spread, then pick' }).waitFor()
  await rows(page).filter({ hasText: 'One row for each item' }).click()
  await page.getByRole('heading', { name: 'One row for each item' }).waitFor()
  const drawn = await rows(page).count()
  await page.goBack()
  await page.getByRole('heading', { name: 'Spread, then pick' }).waitFor()
  expect(await rows(page).count()).toBe(drawn)
  await close()
})

test('expanding draws 50 at a time and says how many there are; undo takes it back', async () => {
  const { page, close } = await visit('/explore?node=trace:bad')
  await page.getByRole('heading', { name: 'Pick without spreading' }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('x')
  await page.keyboard.press('Escape')
  await page.goto('/explore?node=library:docs/hub@1')
  await count(page, '51 nodes, 50 edges')
  const expand = page.getByRole('button', { name: /MEMBER_OF from/ })
  expect(await expand.textContent()).toContain('+ 50')
  await expand.click()
  await page.getByText('51 nodes, 50 edges').waitFor()
  await expand.click()
  await count(page, '101 nodes, 100 edges')
  expect(await expand.textContent()).toContain('+ 20')
  await page.getByRole('button', { name: 'Undo' }).click()
  await count(page, '51 nodes, 50 edges')
  await close()
})

test('the legend filters, counts what each choice would show, and shows failed attempts hollow', async () => {
  const { page, close } = await visit('/explore?node=problem:rows')
  await rows(page).filter({ hasText: 'Pick without spreading' }).waitFor()
  expect(await kind(page, 'Trace').textContent()).toContain('2')
  await page.getByRole('button', { name: 'failed 1' }).click()
  expect(await rows(page).allTextContents()).not.toContain('→Spread, then pick')
  expect(await kind(page, 'Trace').textContent()).toContain('1')
  const glyph = rows(page).filter({ hasText: 'Pick without spreading' }).locator('circle')
  expect(await glyph.getAttribute('stroke')).toBe('#D55E00')
  expect(await glyph.getAttribute('fill')).toBe('var(--surface)')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page.getByLabel('From', { exact: true }).fill('2026-03-15')
  expect(await rows(page).count()).toBe(2)
  await close()
})

test('by keyboard alone: search, walk the neighbours, expand, choose, hide, undo, close', async () => {
  const { page, close } = await visit('/explore?node=problem:rows')
  await page.getByRole('heading', { name: 'One row for each item' }).waitFor()
  await rows(page).nth(2).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Pick without spreading' }).waitFor()
  const drawn = await rows(page).count()
  await page.keyboard.press('Enter')
  await rows(page).filter({ hasText: 'KeyError' }).waitFor()
  expect(await rows(page).count()).toBeGreaterThan(drawn)
  await page.keyboard.press('h')
  await rows(page).filter({ hasText: 'Pick without spreading' }).waitFor({ state: 'detached' })
  await page.keyboard.press('u')
  await rows(page).filter({ hasText: 'Pick without spreading' }).waitFor()
  await page.keyboard.press('?')
  expect(await page.getByRole('dialog').textContent()).toContain('next neighbour')
  await page.keyboard.press('Escape')
  await close()
})

test('the view is exported as a picture, as SVG with its titles, and as data', async () => {
  const { page, close } = await visit('/explore?node=problem:rows')
  await rows(page).nth(2).waitFor()
  await page.locator('.explore-export summary').click()
  const file = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click()
    ])
    return readFileSync(await download.path())
  }
  const png = await file('PNG')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.length).toBeGreaterThan(5_000)
  const svg = (await file('SVG')).toString()
  expect(svg).toContain('<title>Failed trace: Pick without spreading</title>')
  expect(svg).toContain('stroke="#D55E00"')
  const data = JSON.parse((await file('JSON')).toString()) as { nodes: { id: string; x: number }[] }
  expect(data.nodes.map(({ id }) => id).sort()).toEqual(['problem:rows', 'trace:bad', 'trace:ok'])
  expect(data.nodes.every(({ x }) => Number.isFinite(x))).toBe(true)
  expect(await page.getByText('Open in Neo4j Browser').count()).toBe(0)
  await close()
})

test('a node that is not in sight is not drawn, and the page says what to do', async () => {
  const { page, close } = await visit('/explore?node=trace:secret')
  await page.getByRole('alert').first().waitFor()
  expect(await page.getByRole('alert').first().textContent()).toContain('NOT_FOUND')
  expect(await page.getByText('A secret attempt').count()).toBe(0)
  await close()
})

test('at 390 px the panel is a sheet, the graph stays in sight, and nothing is too wide', async () => {
  const { page, complaints, close } = await visit('/explore?node=problem:rows', { width: 390 })
  await page.getByRole('heading', { name: 'One row for each item' }).waitFor()
  const sheet = await page.locator('.explore-panel').boundingBox()
  expect(sheet?.width).toBe(390)
  expect(sheet?.y).toBeGreaterThan(300)
  expect(await overflow(page)).toBe(0)
  await page.locator('.explore-panel').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Filters' }).click()
  await kind(page, 'Trace').click()
  expect(await rows(page).count()).toBe(1)
  expect(ours(complaints)).toEqual([])
  await close()
})

test.each(['light', 'dark'] as const)(
  'in %s axe finds nothing serious with a graph drawn',
  async (scheme) => {
    const { page, complaints, close } = await visit('/explore?node=problem:rows', { scheme })
    await rows(page).nth(2).waitFor()
    await page.getByRole('heading', { name: 'One row for each item' }).waitFor()
    await page.locator('.explore-edges').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(ours(complaints)).toEqual([])
    await close()
  }
)
