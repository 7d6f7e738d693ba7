import { open } from './browser.js'
import { countSteps } from './steps.js'
import type { PagesWorld } from './pages-world.js'
import { question } from './review-tests.js'

/** What whoever asks sees, and tells. */
export function askTests(at: () => PagesWorld): void {
  test('an answer opens its source beside it with the quotation marked, and its address brings it back', async () => {
    const { page, complaints, close } = await at().visit('analyst')
    await open(page, '/ask')
    await page.keyboard.press('/')
    await page.keyboard.type(question)
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Answer' }).waitFor()
    await page
      .getByRole('button', { name: /^\[1\]/ })
      .first()
      .click()
    const mark = page.locator('.panel mark')
    await mark.waitFor()
    const { recommend } = await at().said<{ recommend: { citations: { quote: string }[] } }>(
      'query ($question: String!) { recommend(question: $question) { citations { quote } } }',
      { question },
      at().keys.agent
    )
    // Code in the quotation is drawn as code, without its signs.
    expect((await mark.textContent())?.replaceAll('`', '')).toBe(
      recommend.citations[0]?.quote.replaceAll('`', '')
    )

    await page.reload()
    await mark.waitFor()
    await page.keyboard.press('Escape')
    await mark.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Why?' }).first().click()
    expect(await page.getByRole('list', { name: 'Path from the question' }).count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })

  test('where nothing fits, the page says what was looked at, and why something is missing', async () => {
    const { page, complaints, close } = await at().visit('analyst')
    await open(page, `/ask?q=${encodeURIComponent('Which wine goes with grilled sardines?')}`)
    await page.getByText(/^Nothing here fits/).waitFor()
    await page.getByRole('button', { name: 'What was looked at' }).click()
    await page.getByText(/the likeliest first/).waitFor()
    await page
      .getByLabel('What you miss: its name or id')
      .fill('doc:docs/frames@1.2.0/api/frames.melt')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText(/\S/).first().waitFor()
    const { why } = await at().said<{ why: { node: { fate: string } } }>(
      '{ why(question: "Which wine goes with grilled sardines?", node: "doc:docs/frames@1.2.0/api/frames.melt") { node { fate } } }'
    )
    await page.getByRole('status').getByText(why.node.fate).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('from the question to what helped and what misled in four steps, by keyboard alone; the focus comes back from the source', async () => {
    const { page, complaints, close } = await at().visit('agent')
    const steps = countSteps()
    await open(page, '/ask')
    await steps.do('ask', async () => {
      await page.keyboard.type(question)
      await page.keyboard.press('Enter')
    })
    await page.getByRole('article', { name: 'Answer' }).waitFor()
    await page.evaluate('document.activeElement?.blur()')
    const first = page.locator('[data-item="0"]')
    await steps.do('to the first item', () => page.keyboard.press('j'))
    await steps.do('it helped', () => page.keyboard.press('h'))
    await page
      .getByRole('status')
      .getByText(/gained evidence/)
      .waitFor()
    expect(steps.taken.length).toBeLessThanOrEqual(4)
    expect(
      await first.getByRole('button', { name: /^Helped: / }).getAttribute('aria-pressed')
    ).toBe('true')

    await page.keyboard.press('Enter')
    await page.locator('.panel').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.panel').waitFor({ state: 'detached' })
    await page.locator('[data-item="0"]:focus').waitFor()
    await page.keyboard.press('m')
    await first.locator('.misled[aria-pressed=true]').waitFor()
    await page.getByRole('status').getByText('1 source lost trust').waitFor()
    const { recommendations } = await at().said<{
      recommendations: { nodes: { id: string; question: string }[] }
    }>('{ recommendations(first: 200) { nodes { id question } } }')
    const told = async (id: string) => {
      const query = 'query ($id: ID!) { feedback(recommendation: $id) { by used } }'
      const { feedback } = await at().said<{ feedback: { by: string; used: string[] }[] }>(query, {
        id
      })
      return feedback.filter(({ by }) => by === 'the-agent')
    }
    const all = await Promise.all(
      recommendations.nodes.filter((one) => one.question === question).map(({ id }) => told(id))
    )
    // The last word counts: one feedback, in which nothing helped any more.
    expect(all.flat().map(({ used }) => used)).toContainEqual([])
    expect(complaints).toEqual([])
    await close()
  })

  test('why something is missing is told by its name, in two steps', async () => {
    const { page, complaints, close } = await at().visit('analyst')
    const steps = countSteps()
    await open(page, `/ask?q=${encodeURIComponent('Which wine goes with grilled sardines?')}`)
    await page.getByText(/^Nothing here fits/).waitFor()
    await steps.do('open', () => page.getByRole('button', { name: 'What was looked at' }).click())
    await steps.do('name it', async () => {
      await page.getByLabel('What you miss: its name or id').fill('frames.melt')
      await page.keyboard.press('Enter')
    })
    await page
      .getByRole('status')
      .getByText(/frames\.melt/)
      .waitFor()
    expect(steps.taken.length).toBeLessThanOrEqual(2)
    expect(complaints).toEqual([])
    await close()
  })

  test('feedback on an answer is taken in as evidence', async () => {
    const { page, close } = await at().visit('agent')
    await open(page, `/ask?q=${encodeURIComponent(question)}`)
    await page.getByRole('button', { name: 'It worked' }).click()
    await page.getByLabel(/What happened/).fill('The names were tidied and the column was found.')
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText(/gained evidence/).waitFor()
    await close()
  })

  test('what a role may not do is not offered', async () => {
    const offered = async (as: 'agent' | 'analyst' | 'curator' | 'admin') => {
      const { page, close } = await at().visit(as)
      await open(page, '/libraries')
      const names = await page.locator('.side nav a').allTextContents()
      const takesIn = await page.getByRole('button', { name: 'Add a library' }).count()
      await close()
      return { names, takesIn }
    }
    expect(await offered('agent')).toEqual({ names: ['Ask', 'Libraries', 'Keys'], takesIn: 0 })
    const analyst = await offered('analyst')
    expect(analyst.names).toContain('Explore')
    expect(analyst.names).not.toContain('Review')
    expect((await offered('curator')).names).toContain('Review')
    expect((await offered('admin')).takesIn).toBe(1)
  })
}
