import type { Page } from 'playwright-core'
import { ask } from '../api/ask-http.js'
import { open, overflow, type Visit } from './browser.js'
import { inForce, plantCandidate, plantOutcomes, standing, waiting } from './pages-world.js'
import type { PagesWorld, Role } from './pages-world.js'
import { question } from './review-tests.js'
import { countSteps, type Steps } from './steps.js'

const told = (page: Page, words: string | RegExp) =>
  page.getByRole('status').getByText(words).first().waitFor()
const dialog = (page: Page) => page.getByRole('dialog')

/** How somebody works: with keys alone at 1280 px, or with a finger at 390 px. */
interface Way {
  readonly name: string
  readonly narrow: boolean
}

const ways: readonly Way[] = [
  { name: 'by keyboard alone', narrow: false },
  { name: 'by touch at 390 px', narrow: true }
]

interface Work {
  readonly page: Page
  readonly steps: Steps
  /** A button pressed: with a finger, or reached with Tab and pressed with Enter. */
  readonly press: (name: string | RegExp, within?: string) => Promise<void>
}

/** Goes on with Tab until this button has the focus, and presses it. */
async function pressByTab(page: Page, name: string | RegExp, within: string): Promise<void> {
  const button = page.locator(within).getByRole('button', { name }).first()
  await button.waitFor()
  for (let i = 0; i < 120; i += 1) {
    if ((await button.and(page.locator(':focus')).count()) > 0) {
      await page.keyboard.press('Enter')
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(name)}`)
}

/** The jobs that issue 21 names, each in so many steps at most, with keys alone and with a finger at 390 px. */
export function eightJobsTests(at: () => PagesWorld): void {
  const work = async (
    as: Role,
    { narrow }: Way,
    job: (work: Work) => Promise<void>
  ): Promise<readonly string[]> => {
    const options = narrow ? { width: 390, touch: true, still: true } : { still: true }
    const { page, complaints, close }: Visit = await at().visit(as, options)
    const steps = countSteps()
    const press: Work['press'] = (name, within = '#main, dialog') =>
      narrow
        ? page.locator(within).getByRole('button', { name }).first().tap()
        : pressByTab(page, name, within)
    await job({ page, steps, press })
    expect(await overflow(page)).toBe(0)
    expect(complaints).toEqual([])
    await close()
    return steps.taken
  }

  /** To a page out of the navigation: two keys, or the menu and its name. */
  const goTo = async ({ page, steps }: Work, way: Way, [key, name]: readonly [string, string]) => {
    if (!way.narrow) {
      await steps.do(`g ${key}`, async () => {
        await page.keyboard.press('g')
        await page.keyboard.press(key)
      })
    } else {
      await page.getByRole('button', { name: 'Menu' }).tap()
      await steps.do(name, () => page.getByRole('link', { name }).last().tap())
    }
    await page.getByRole('heading', { name, level: 1 }).waitFor({ state: 'attached' })
  }

  test.each(ways)('a question is asked and told about in four steps, $name', async (way) => {
    // What is found is there before it is asked for.
    await waiting(at())
    const taken = await work('agent', way, async ({ page, steps, press }) => {
      await open(page, '/ask')
      await steps.do('ask', async () => {
        await page.getByLabel('Task, code or traceback').fill(question)
        await page.keyboard.press('Enter')
      })
      await page.getByRole('article', { name: 'Answer' }).waitFor()
      await steps.do('it helped', () => press(/^Helped: /))
      await told(page, /gained evidence|counts? for|nothing changed|already/)
    })
    expect(taken.length).toBeLessThanOrEqual(4)
  })

  test.each(ways)('why something is missing is told in two steps, $name', async (way) => {
    const taken = await work('analyst', way, async ({ page, steps, press }) => {
      await open(page, `/ask?q=${encodeURIComponent('Which wine goes with grilled sardines?')}`)
      await page.getByText(/^Nothing here fits/).waitFor()
      await steps.do('open', () => press('What was looked at'))
      await steps.do('name it', async () => {
        await page.getByLabel('What you miss: its name or id').fill('frames.melt')
        await page.keyboard.press('Enter')
      })
      await told(page, /frames\.melt/)
    })
    expect(taken.length).toBeLessThanOrEqual(2)
  })

  test.each(ways)(
    'a candidate is found, understood, edited and approved in five steps, $name',
    async (way) => {
      const { id, title } = await plantCandidate(way.narrow ? 'harvests' : 'orchards')
      const better = `${title}, all of them`
      const taken = await work('curator', way, async ({ page, steps, press }) => {
        await open(page, '/review')
        await steps.do('find it', async () => {
          await page.getByRole('searchbox').fill(title)
          await page.keyboard.press('Enter')
        })
        const row = page.locator('.queue-row').filter({ hasText: title })
        await row.waitFor()
        if (way.narrow) await steps.do('open it', () => row.tap())
        // What it claims and what backs it stand there together.
        await page.getByRole('heading', { name: title }).waitFor()
        await page.getByText('Turn wide columns into long rows').first().waitFor()
        await page.evaluate('document.activeElement?.blur()')
        await steps.do('edit', () => (way.narrow ? press(/^Edit/) : page.keyboard.press('e')))
        await steps.do('other words', async () => {
          await page.getByLabel('Title').fill(better)
          await page.keyboard.press('Control+Enter')
        })
        await page.getByRole('heading', { name: better }).waitFor()
        await steps.do('approve', () => (way.narrow ? press(/^Approve/) : page.keyboard.press('a')))
        await told(page, `Approved: “${better}”`)
      })
      expect(taken.length).toBeLessThanOrEqual(5)
      expect((await standing(at(), id)).state).toBe('superseded')
    }
  )

  test.each(ways)('five are rejected in three steps, $name', async (way) => {
    const word = way.narrow ? 'pebble' : 'gravel'
    const planted = []
    for (let i = 1; i <= 5; i += 1) planted.push(await plantCandidate(`${word}-${i}`))
    const taken = await work('curator', way, async ({ page, steps, press }) => {
      await open(page, '/review')
      await steps.do('find them', async () => {
        await page.getByRole('searchbox').fill(word)
        await page.keyboard.press('Enter')
      })
      await page.getByText('5 insights').waitFor()
      const all = page.locator('.queue-head').getByRole('checkbox')
      await steps.do('choose all', async () => {
        if (way.narrow) await all.tap()
        else {
          await all.focus()
          await page.keyboard.press('Space')
        }
      })
      await page.getByText('5 chosen').first().waitFor()
      // The reason is given already: Enter is enough.
      await steps.do('reject', async () => {
        if (way.narrow) await press(/^Reject/, '.decide-bar')
        else await page.keyboard.press('x')
        await dialog(page).waitFor()
        await page.keyboard.press('Enter')
      })
      await told(page, 'Rejected: 5 insights')
    })
    expect(taken.length).toBeLessThanOrEqual(3)
    for (const { id } of planted) expect((await standing(at(), id)).state).toBe('rejected')
  })

  test.each(ways)(
    'whether an insight helps or hurts is read after one step, $name',
    async (way) => {
      const title = `Melt frames ${way.narrow ? 'in autumn' : 'in spring'}`
      await plantOutcomes(await inForce(at(), title), { shown: 4, withheld: 26, of: 30 })
      const taken = await work('curator', way, async (at_) => {
        await open(at_.page, '/jobs')
        await goTo(at_, way, ['i', 'Insights'])
        const hurts = at_.page.getByRole('region', { name: `Hurts: ${title}` })
        await hurts.getByText('4 of 30 passed with it, 26 of 30 without').waitFor()
      })
      expect(taken.length).toBeLessThanOrEqual(1)
    }
  )

  test.each(ways)('what an epoch brought is read after one step, $name', async (way) => {
    await inForce(at(), `Melt once ${way.narrow ? 'a month' : 'a week'}`)
    await at().said('mutation { closeEpoch(note: "Before the comparison") { closed } }')
    const comes = await inForce(at(), `Melt twice ${way.narrow ? 'a month' : 'a week'}`)
    const taken = await work('curator', way, async (at_) => {
      await open(at_.page, '/jobs')
      await goTo(at_, way, ['p', 'Epochs'])
      await at_.page
        .locator('.differences .added')
        .getByRole('link', { name: (await standing(at(), comes)).title })
        .waitFor()
    })
    expect(taken.length).toBeLessThanOrEqual(1)
  })

  test.each(ways)('a library is added and seen coming in in three steps, $name', async (way) => {
    const taken = await work('admin', way, async ({ page, steps, press }) => {
      await open(page, '/libraries')
      await steps.do('add', () => press('Add a library'))
      await steps.do('name it', async () => {
        await page.getByLabel('Package').fill('thimble')
        await page.keyboard.press('Enter')
      })
      const preview = page.getByRole('region', { name: 'What comes in' })
      await preview.getByText('Keeps needles off fingers.').waitFor()
      await steps.do('take it in', () =>
        way.narrow ? press('Take in', 'dialog') : page.keyboard.press('Enter')
      )
      await dialog(page).getByText('done', { exact: true }).waitFor()
      await page.keyboard.press('Escape')
    })
    expect(taken.length).toBeLessThanOrEqual(3)
  })

  test.each(ways)('a key is made and used in three steps, $name', async (way) => {
    const name = way.narrow ? 'telephonist' : 'typist'
    const taken = await work('admin', way, async ({ page, steps, press }) => {
      await open(page, '/keys')
      await steps.do('add', () => press('Add a person or agent'))
      await steps.do('name it', async () => {
        await page.getByLabel('Name').fill(name)
        await page.keyboard.press('Enter')
      })
      const key = (await page.locator('.key-shown code').textContent()) ?? ''
      const me = await steps.do('use it', () => ask(at().server.url, '{ me { name } }', {}, key))
      expect(me.data).toEqual({ me: { name } })
    })
    expect(taken.length).toBeLessThanOrEqual(3)
  })
}
