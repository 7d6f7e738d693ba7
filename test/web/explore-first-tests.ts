import type { Page } from 'playwright-core'
import { overflow, type VisitOptions } from './browser.js'
import type { PagesWorld } from './pages-world.js'
import { countSteps } from './steps.js'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
const listed = (page: Page) => page.locator('.explore-filters .rows .explore-row')
const told = (page: Page) => page.locator('.explore-said [role=status]')

/** What Explore shows before anything is asked for, what it understands, and what it keeps room for. */
export function exploreFirstTests(at: () => PagesWorld): void {
  const visit = async (path: string, options: VisitOptions = {}) => {
    const window = await at().visit('analyst', { still: true, ...options })
    await window.page.goto(path)
    return window
  }

  test('it opens on the map of what there is; whoever searches leaves it, and undo brings it back', async () => {
    const { page, complaints, close } = await visit('/explore')
    await told(page)
      .getByText(/^\d+ libraries, \d+ problems? and \d+ insights?/)
      .waitFor()
    await listed(page).filter({ hasText: 'Hub' }).waitFor()
    await listed(page).filter({ hasText: 'One row for each item' }).waitFor()
    // Nothing was asked for yet, so the address says nothing.
    await page.waitForTimeout(800)
    expect(new URL(page.url()).hash).toBe('')
    const map = (await told(page).textContent()) ?? ''

    // What is opened on the map stays on it.
    await listed(page).filter({ hasText: 'One row for each item' }).click()
    await heading(page, 'One row for each item')
    await page.locator('.explore-panel').getByRole('button', { name: 'Close' }).click()
    expect(await told(page).textContent()).toContain(/\d+ nodes/.exec(map)?.[0] ?? 'nodes')

    await page.keyboard.press('/')
    await page.keyboard.type('Turn each item of a list in a column')
    await page
      .getByRole('option', { name: /sheets.spread/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.explore-panel').waitFor()
    await told(page).getByText(map).waitFor({ state: 'detached' })
    await page.keyboard.press('Escape')
    await page.keyboard.press('u')
    await listed(page).filter({ hasText: 'Hub' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('failed attempts with an API and problems with a library are asked for in words', async () => {
    const { page, complaints, close } = await visit('/explore')
    await page.getByRole('button', { name: 'failed attempts with…' }).click()
    await page.keyboard.type('sheets.pick')
    await page
      .getByRole('option', { name: /Failed attempts with sheets\.pick/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await told(page).getByText('Failed attempts with sheets.pick').waitFor()
    await page.keyboard.press('f')
    await listed(page).filter({ hasText: 'Pick without spreading' }).waitFor()
    expect(await listed(page).filter({ hasText: 'Spread, then pick' }).count()).toBe(0)
    expect(await listed(page).filter({ hasText: 'A secret attempt' }).count()).toBe(0)

    await page.keyboard.press('/')
    await page.keyboard.type('problems with sheets')
    await page.getByRole('option', { name: /Problems with Sheets/ }).waitFor()
    await page.keyboard.press('Enter')
    await told(page).getByText('Problems with Sheets').waitFor()
    await listed(page).filter({ hasText: 'One row for each item' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test.each([1280, 1440])(
    'at %i px the canvas has three fifths of the width with a node open, and its tools stand in one line',
    async (width) => {
      const { page, close } = await visit('/explore?node=problem:rows', { width })
      await heading(page, 'One row for each item')
      await page.getByText('3 nodes').waitFor()
      const box = async (selector: string) => {
        const found = await page.locator(selector).boundingBox()
        if (found === null) throw new Error(`${selector} is not there`)
        return found
      }
      expect((await box('.explore-stage')).width).toBeGreaterThanOrEqual(0.6 * width)
      expect((await box('.explore-tools')).height).toBeLessThan(40)
      const [tools, search] = [await box('.explore-tools'), await box('.explore-search')]
      expect(tools.x).toBeGreaterThan(search.x + search.width)

      // The panel is made wider by its edge, and keeps that.
      const before = (await box('.explore-panel')).width
      await page.getByRole('separator', { name: 'Width of the panel' }).focus()
      await page.keyboard.press('ArrowLeft')
      expect((await box('.explore-panel')).width).toBe(Math.round(before + 24))
      await page.reload()
      await heading(page, 'One row for each item')
      expect((await box('.explore-panel')).width).toBe(Math.round(before + 24))
      await page.getByRole('separator', { name: 'Width of the panel' }).focus()
      await page.keyboard.press('Home')
      expect((await box('.explore-panel')).width).toBe(before)
      await close()
    }
  )

  test('colours tell the outcome, and a link brings them back', async () => {
    const { page, close } = await visit('/explore?node=problem:rows')
    await heading(page, 'One row for each item')
    await page.keyboard.press('f')
    await page.getByRole('button', { name: 'Outcome', exact: true }).click()
    const colours = page.getByRole('list', { name: 'Colours' })
    expect(await colours.getByRole('listitem').allTextContents()).toEqual([
      'Mostly passed',
      'Passed and failed',
      'Mostly failed',
      'Not known'
    ])
    await page.waitForURL(/#v=/)
    await page.waitForTimeout(900)
    const again = await visit(page.url())
    await again.page.getByRole('list', { name: 'Colours' }).waitFor()
    await again.close()
    await close()
  })

  test('groups of edges stand by what they tell, with their counts before anything is drawn', async () => {
    const { page, close } = await visit('/explore?node=trace:bad')
    await heading(page, 'Pick without spreading')
    const groups = page.locator('.explore-edges').first().locator('li > span:first-child')
    await groups.first().waitFor()
    expect(await groups.allTextContents()).toEqual(['attempt at', 'failed with', 'uses'])
    await close()
  })

  test.each([
    ['by keyboard', 1280],
    ['by touch at 390 px', 390]
  ] as const)('from a search to a shared path in five steps, %s', async (_, width) => {
    const narrow = width === 390
    const { page, complaints, close } = await visit('/explore', { width, touch: narrow })
    const steps = countSteps()
    await told(page)
      .getByText(/libraries/)
      .waitFor()
    if (narrow) await page.getByRole('combobox').tap()
    else await page.keyboard.press('/')
    await steps.do('search', async () => {
      await page.keyboard.type('Turn each item of a list in a column')
      await page
        .getByRole('option', { name: /sheets.spread/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
    })
    await page.locator('.explore-panel .explore-edges').first().waitFor()
    await steps.do('find a path', () =>
      narrow ? page.getByRole('button', { name: 'Find path to…' }).tap() : page.keyboard.press('t')
    )
    await page.getByRole('dialog').waitFor()
    await steps.do('name the other end', async () => {
      await page.keyboard.type('Take rows by their position')
      await page.getByRole('dialog').locator('.explore-row').first().waitFor()
      await page.getByText('Enter takes the first.').waitFor()
      await page.keyboard.press('Enter')
    })
    await page.getByRole('group', { name: 'Paths' }).waitFor()
    if (narrow) {
      await steps.do('more', () => page.locator('.explore-export summary').tap())
      await steps.do('copy', () => page.getByRole('button', { name: 'Copy link' }).tap())
    } else await steps.do('copy', () => page.keyboard.press('y'))
    await told(page)
      .getByText(/The link is copied|lets nothing be copied/)
      .waitFor()
    expect(steps.taken.length).toBeLessThanOrEqual(5)
    expect(await overflow(page)).toBe(0)
    const again = await visit(page.url())
    await again.page.getByRole('group', { name: 'Paths' }).waitFor()
    expect([...complaints, ...again.complaints]).toEqual([])
    await again.close()
    await close()
  })
}
