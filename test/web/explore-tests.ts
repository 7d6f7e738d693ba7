import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from 'playwright-core'
import { ingested, temporaryFolder, testDatabase } from '../support/build-cairn.js'
import { functionPage, writeDump } from '../support/dump.js'
import { barriers, overflow, type VisitOptions } from './browser.js'
import { exploreFirstTests } from './explore-first-tests.js'
import { pageModule } from './page-module.js'
import type { PagesWorld } from './pages-world.js'

const rows = (page: Page) => page.locator('.explore-filters .rows .explore-row')
const count = (page: Page, words: string) => page.getByText(words).waitFor()
const kind = (page: Page, name: string) =>
  page.locator('.explore-legend').getByRole('button', { name })
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()

/** Unfolds the legend and the list beside an open node. */
async function listed(page: Page): Promise<void> {
  await page.locator('.explore-panel').waitFor()
  await page.keyboard.press('f')
  await page.locator('.explore-filters').waitFor()
}

/** Waits until the view, at rest, stands in the address. */
async function linked(page: Page): Promise<string> {
  await page.getByText('arranging').waitFor({ state: 'detached' })
  // The address is written half a second after the last change.
  let last = ''
  for (let same = 0; same < 7; same += 1) {
    await page.waitForTimeout(100)
    const now = page.url()
    if (now !== last || !now.includes('#v=')) same = 0
    last = now
  }
  return page.url()
}

/** What is read here of a view in an address. */
interface LinkedView {
  readonly path: readonly string[]
  readonly pinned: ReadonlySet<string>
  readonly camera: { readonly x: number; readonly y: number; readonly ratio: number } | null
}

/** What the address tells of the view. */
async function inAddress(page: Page): Promise<LinkedView> {
  const { viewOfLink } = await pageModule<{
    viewOfLink: (text: string) => Promise<LinkedView | null>
  }>('explore/view-link.ts')
  const view = await viewOfLink(new URL(await linked(page)).hash.slice('#v='.length))
  if (view === null) throw new Error('no view stands in the address')
  return view
}

/** Goes on with Tab until what has the focus says this. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  const says = () => page.evaluate<string>(`document.activeElement?.textContent ?? ''`)
  for (let i = 0; i < 80; i += 1) {
    if (words.test(await says())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${words.source}`)
}

const sheets = 'docs/sheets@2.1'

/** Attempts that use the documented functions, one of them in another space; and a hub with 120 members. */
async function plantGraph({ server }: PagesWorld): Promise<void> {
  const pages = [
    functionPage('sheets.spread', {
      call: 'spread(column, keep=True)',
      text: 'Turn each item of a list in a column into a row of its own. The other columns repeat.'
    }),
    functionPage('sheets.pick', { call: 'pick(rows)', text: 'Take rows by their position.' })
  ]
  const entries = pages.map(({ path }) => ({ name: path, path }))
  const folder = writeDump(temporaryFolder(), { name: 'Sheets', release: '2.1', pages, entries })
  await ingested(server.cairn, 'devdocs', [folder])
  const db = testDatabase()
  await db.raw(
    `MATCH (spread:Api {name: 'spread'}), (pick:Api {name: 'pick'})
     CREATE (p:Problem {id: 'problem:rows', title: 'One row for each item', text: 'One row for each item', kind: 'task', space: 'public', libraries: ['${sheets}']})
     CREATE (ok:Trace {id: 'trace:ok', title: 'Spread, then pick', text: 'Spread, then pick', kind: 'attempt', outcome: 'passed', space: 'public', agent: 'one', code: 'frame.spread("a")', createdAt: datetime('2026-03-01T00:00:00Z')})-[:ATTEMPTS]->(p)
     CREATE (bad:Trace {id: 'trace:bad', title: 'Pick without spreading', text: 'Pick without spreading', kind: 'attempt', outcome: 'failed', space: 'public', agent: 'two', createdAt: datetime('2026-04-01T00:00:00Z')})-[:ATTEMPTS]->(p)
     CREATE (:Trace {id: 'trace:secret', title: 'A secret attempt', outcome: 'failed', space: 'team-b', agent: 'spy'})-[:ATTEMPTS]->(p)
     CREATE (ok)-[:USES]->(spread) CREATE (ok)-[:USES]->(pick) CREATE (bad)-[:USES]->(pick)
     CREATE (bad)-[:RAISED {example: 'KeyError: rows'}]->(:ErrorSignature {id: 'error:key', title: 'KeyError: <str>', text: 'KeyError: rows', space: 'public'})
     CREATE (:Problem {id: 'problem:alone', title: 'Nobody tried this', text: 'Nobody tried this', kind: 'task', space: 'public', libraries: []})`
  )
  await db.raw(
    `CREATE (hub:Library {id: 'library:docs/hub@1', key: 'docs/hub@1', title: 'Hub', name: 'hub', version: '1', ecosystem: 'docs', state: 'complete', importNames: [], space: 'public'})
     WITH hub UNWIND range(1, 120) AS i
     CREATE (:Api {id: 'api:docs/hub@1/f' + toString(1000 + i), title: 'hub.f' + toString(1000 + i), name: 'f', space: 'public', library: 'docs/hub@1', kind: 'function'})-[:MEMBER_OF]->(hub)`
  )
  await db.close()
}

/** One or two fingers on the screen, as the browser hears of them. */
async function fingers(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x, y, id }))
    })
  return {
    /** Puts fingers down, moves each from its first to its last point, and lifts them. */
    move: async (ways: readonly (readonly [from: Point, to: Point])[]) => {
      const steps = 6
      await touch(
        'touchStart',
        ways.map(([from]) => from)
      )
      for (let i = 1; i <= steps; i += 1)
        await touch(
          'touchMove',
          ways.map(([from, to]) => ({
            x: from.x + ((to.x - from.x) * i) / steps,
            y: from.y + ((to.y - from.y) * i) / steps
          }))
        )
      await touch('touchEnd', [])
    }
  }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of the canvas, and what lies around it. */
async function middle(page: Page): Promise<(x: number, y: number) => Point> {
  const box = await page.locator('.explore-canvas').boundingBox()
  if (box === null) throw new Error('there is no canvas')
  return (x, y) => ({ x: box.x + box.width / 2 + x, y: box.y + box.height / 2 + y })
}

/** What analysts do on Explore. */
export function exploreTests(at: () => PagesWorld): void {
  beforeAll(() => plantGraph(at()))

  const visit = async (path: string, options: VisitOptions = {}) => {
    const window = await at().visit('analyst', { still: true, ...options })
    await window.page.goto(path)
    return window
  }

  test('by keyboard alone an analyst goes from a search to a path; Back leads to the search, and a link brings all of it back', async () => {
    const { page, complaints, close } = await visit('/explore')
    await page.getByText(/as the last|no attempts yet/).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('Turn each item of a list in a column into a row')
    await page
      .getByRole('option', { name: /sheets.spread/ })
      .first()
      .waitFor()
    const chosen = page.locator('[role=option][aria-selected=true]')
    for (let i = 0; i < 10 && !/sheets.spread/.test(await chosen.innerText()); i += 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading(page, /spread/)
    await listed(page)
    // From its page to the function, to an attempt that used it, to its problem, and to who else tried that.
    for (const [row, title, brings] of [
      [/^ƒ.*spread/, /spread/, 'Spread, then pick'],
      [/Spread, then pick/, /Spread, then pick/, 'One row for each item'],
      [/One row for each item/, /One row for each item/, 'Pick without spreading']
    ] as const) {
      await rows(page).filter({ hasText: row }).waitFor()
      await page.keyboard.press('/')
      await tabTo(page, row)
      await page.keyboard.press('Enter')
      await heading(page, title)
      await tabTo(page, /^Draw around it/)
      await page.keyboard.press('Enter')
      await rows(page).filter({ hasText: brings }).waitFor()
    }
    expect(await page.getByText('A secret attempt').count()).toBe(0)
    expect(await page.locator('.explore-edges').getByText('2 of 2').count()).toBe(1)

    // The way from the API to the attempt that did without it.
    await page.keyboard.press('/')
    await tabTo(page, /^ƒ.*spread/)
    await page.keyboard.press('Enter')
    await heading(page, /spread/)
    await page.keyboard.press('/')
    await tabTo(page, /Pick without spreading/)
    await page.keyboard.press('Shift+Enter')
    await page.getByText('2 chosen').waitFor()
    await page.keyboard.press('c')
    const paths = page.getByRole('group', { name: 'Paths' })
    await paths.getByRole('button', { name: 'Path 1' }).waitFor()
    const steps = await paths.locator('.explore-step').allTextContents()
    // It says so in a sentence.
    const said = (await paths.locator('.explore-sentence').first().textContent()) ?? ''
    expect(said.replaceAll(/[ƒ→×?](?=[“s])/g, '')).toMatch(
      /^sheets\.spread was used in the successful attempt “Spread, then pick”, which .*the failed attempt “Pick without spreading”\.$/
    )
    expect(steps.at(0)).toContain('spread')
    expect(steps.at(-1)).toContain('Pick without spreading')

    const address = await linked(page)
    const before = await rows(page).allTextContents()
    const { path } = await inAddress(page)
    expect(path).toHaveLength(steps.length)
    const again = await visit(address)
    await again.page.getByRole('heading', { name: /spread/ }).waitFor()
    await listed(again.page)
    await rows(again.page).first().waitFor()
    expect(await rows(again.page).allTextContents()).toEqual(before)
    expect(await again.page.locator('.rows .explore-row[aria-pressed="true"]').count()).toBe(2)
    // The path is there again, step by step.
    const same = again.page.getByRole('group', { name: 'Paths' })
    await same.waitFor()
    expect(await same.locator('.explore-step').allTextContents()).toEqual(steps)
    await again.close()

    await page.goBack()
    await heading(page, 'One row for each item')
    await page.goBack()
    await page.goBack()
    await heading(page, /spread/)
    expect([...complaints, ...again.complaints]).toEqual([])
    await close()
  })

  test('a kind that is switched off in the legend is off where the link is opened', async () => {
    const { page, close } = await visit('/explore?node=problem:rows')
    await listed(page)
    await rows(page).nth(2).waitFor()
    await kind(page, 'Problem').click()
    const again = await visit(await linked(page))
    await listed(again.page)
    await rows(again.page).first().waitFor()
    expect(await kind(again.page, 'Problem').getAttribute('aria-pressed')).toBe('false')
    expect(await rows(again.page).count()).toBe(2)
    await again.close()

    // Two attempts meet in what they used or were at, not in the state that both began in; the path says so in words.
    await kind(page, 'Problem').click()
    await rows(page).filter({ hasText: 'Pick without spreading' }).click()
    await heading(page, 'Pick without spreading')
    await page.getByRole('button', { name: 'Find path to…' }).click()
    await page.getByRole('dialog').getByText('Spread, then pick').click()
    const paths = page.getByRole('group', { name: 'Paths' })
    await paths
      .getByText(/used sheets\.pick|attempted the problem/)
      .first()
      .waitFor()
    expect(await paths.textContent()).not.toContain('the state')
    await page.getByRole('button', { name: 'Copy link' }).click()
    await page.getByText(/The link is copied|lets nothing be copied/).waitFor()
    await close()
  })

  test('Back goes to the node that was open before; what is drawn stays', async () => {
    const { page, close } = await visit('/explore?node=trace:ok')
    await page.getByRole('heading', { name: 'Spread, then pick' }).waitFor()
    await listed(page)
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
    const expand = page.getByRole('button', { name: /has member/ })
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
    await listed(page)
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
    await listed(page)
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
    await page.getByText('3 nodes').waitFor()
    await page.getByText('arranging').waitFor({ state: 'detached' })
    await page.locator('.explore-export summary').click()
    const file = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: `Export as ${name}` }).click()
      ])
      return readFileSync(await download.path())
    }
    const png = await file('PNG')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.length).toBeGreaterThan(5_000)
    const svg = (await file('SVG')).toString()
    expect(svg).toContain('<title>Failed trace: Pick without spreading</title>')
    expect(svg).toContain('stroke="#D55E00"')
    const data = JSON.parse((await file('JSON')).toString()) as {
      nodes: { id: string; x: number }[]
    }
    expect(data.nodes.map(({ id }) => id).sort()).toEqual(['problem:rows', 'trace:bad', 'trace:ok'])
    expect(data.nodes.every(({ x }) => Number.isFinite(x))).toBe(true)
    expect(await page.getByText('Open in Neo4j Browser').count()).toBe(0)
    await close()
  })

  test('a node that is not in sight is not drawn, and the page says what to do', async () => {
    const { page, close } = await visit('/explore?node=trace:secret')
    await page.getByRole('alert').first().waitFor()
    expect(await page.getByRole('alert').first().getAttribute('data-code')).toBe('NOT_FOUND')
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
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['light', 'dark'] as const)(
    'in %s axe finds nothing serious with a graph drawn',
    async (scheme) => {
      const { page, complaints, close } = await visit('/explore?node=problem:rows', { scheme })
      await listed(page)
      await rows(page).nth(2).waitFor()
      await page.getByRole('heading', { name: 'One row for each item' }).waitFor()
      await page.locator('.explore-edges').waitFor()
      await page.getByRole('button', { name: 'Outcome', exact: true }).click()
      await page.getByRole('list', { name: 'Colours' }).waitFor()
      expect(await barriers(page)).toEqual([])
      expect(complaints).toEqual([])
      await close()
    }
  )

  test('by touch at 390 px a tap opens a node, a finger drags the ground and a node, and two fingers bring the graph nearer', async () => {
    const { page, complaints, close } = await visit('/explore?node=problem:alone', {
      width: 390,
      touch: true
    })
    const sheet = page.locator('.explore-panel')
    await heading(page, 'Nobody tried this')
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await sheet.waitFor({ state: 'detached' })
    // Nobody chose where to look: all is kept in sight.
    expect((await inAddress(page)).camera).toBeNull()
    const from = await middle(page)
    const hand = await fingers(page)

    // The only node is in the middle.
    await page.touchscreen.tap(from(0, 0).x, from(0, 0).y)
    await heading(page, 'Nobody tried this')
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await sheet.waitFor({ state: 'detached' })

    await hand.move([[from(-60, 150), from(40, 150)]])
    const dragged = (await inAddress(page)).camera
    expect(dragged?.x).toBeLessThan(0.45)
    expect(dragged?.ratio).toBe(1)

    await hand.move([
      [from(-30, 120), from(-120, 120)],
      [from(30, 120), from(120, 120)]
    ])
    const pinched = (await inAddress(page)).camera
    expect(pinched?.ratio).toBeLessThan(0.6)

    await page.goto('/explore?node=problem:alone')
    await heading(page, 'Nobody tried this')
    await sheet.getByRole('button', { name: 'Close' }).tap()
    await sheet.waitFor({ state: 'detached' })
    await linked(page)
    await hand.move([[from(0, 0), from(90, 60)]])
    const held = await inAddress(page)
    expect([...held.pinned]).toEqual(['problem:alone'])
    expect(held.camera ?? { x: 0.5, y: 0.5, ratio: 1 }).toEqual({ x: 0.5, y: 0.5, ratio: 1 })
    expect(await overflow(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  exploreFirstTests(at)
}
