import type { Page } from 'playwright-core'
import { open, settled } from './browser.js'
import {
  inForce,
  plantCandidate,
  plantOutcomes,
  standing,
  waiting,
  type PagesWorld
} from './pages-world.js'

export const question = 'look up a column in a frame whose column names have stray blanks'

const plain = (title: string) => title.replaceAll('`', '')
const told = (page: Page, words: string) => page.getByRole('status').getByText(words).waitFor()
const bar = (page: Page, name: RegExp) =>
  page.locator('.decide-bar').getByRole('button', { name, exact: true })
const form = (page: Page) => page.getByRole('dialog')

/** What curators do on Review and Insights, as they do it. */
export function reviewTests(at: () => PagesWorld): void {
  /** Review with an insight open, to a curator. */
  const review = async (insight: { id: string; title: string }) => {
    const window = await at().visit('curator')
    await open(window.page, `/review?insight=${encodeURIComponent(insight.id)}`)
    await window.page.getByRole('heading', { name: plain(insight.title) }).waitFor()
    return window
  }

  /** Whether an agent that asks is told this insight. */
  const agentIsTold = async (insight: string) => {
    const { recommend } = await at().said<{ recommend: { citations: { id: string }[] } }>(
      'query ($question: String!) { recommend(question: $question) { citations { id } } }',
      { question },
      at().keys.agent
    )
    return recommend.citations.some(({ id }) => id === insight)
  }

  test('a curator signs in and approves an insight by keyboard alone; an agent is told it from then on, until it is undone', async () => {
    const insight = await waiting(at())
    expect(await agentIsTold(insight.id)).toBe(false)
    const { page, close } = await at().visit(null)
    await page.goto('/')
    await page.getByLabel('Key').waitFor()
    await page.keyboard.type(at().keys.curator)
    await page.keyboard.press('Enter')
    await settled(page)

    // Tab by tab to Review, as somebody without a mouse.
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""')
    await page.evaluate('document.activeElement?.blur()')
    for (let i = 0; i < 20 && (await focused()) !== 'Review'; i++) await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: plain(insight.title) }).waitFor()
    await page.keyboard.press('a')
    await told(page, `Approved: “${insight.title}”`)
    expect(await agentIsTold(insight.id)).toBe(true)

    await page.keyboard.press('u')
    await told(page, `Taken back: “${insight.title}”`)
    expect(await agentIsTold(insight.id)).toBe(false)
    await close()
  })

  test('when another curator was faster, the page says what they decided, and what was typed is still there', async () => {
    const insight = await waiting(at())
    const { page, close } = await review(insight)
    await page.keyboard.press('x')
    const reason = form(page).getByRole('textbox')
    await reason.waitFor()
    await page.keyboard.type('Nobody needs to be told this.')

    const { version } = await waiting(at())
    await at().said(
      'mutation ($decision: DecisionInput!) { sendInsightBack(decision: $decision) { id } }',
      { decision: { insight: insight.id, version, reason: 'The example is too long.' } }
    )
    await page.keyboard.press('Enter')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(/local decided 'needs-work'.*The example is too long/)
    expect(await reason.inputValue()).toBe('Nobody needs to be told this.')

    await page.getByRole('button', { name: /I have seen version/ }).click()
    await form(page).getByRole('button', { name: 'Reject', exact: true }).click()
    await told(page, `Rejected: “${insight.title}”`)
    expect(await standing(at(), insight.id)).toMatchObject({
      state: 'rejected',
      last: { kind: 'reject', by: 'the-curator', reason: 'Nobody needs to be told this.' }
    })
    await page.keyboard.press('u')
    await told(page, `Taken back: “${insight.title}”`)
    await close()
  })

  test('an edit in place becomes the next revision, which is open at once', async () => {
    const insight = await waiting(at())
    const { page, close } = await review(insight)
    await page.keyboard.press('e')
    await page.getByLabel('Title').fill('Tidy the names of columns first')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Tidy the names of columns first' }).waitFor()
    expect(new URL(page.url()).searchParams.get('insight')).not.toBe(insight.id)
    await page.keyboard.press('u')
    await told(page, 'Taken back')
    await page.getByRole('heading', { name: plain(insight.title) }).waitFor()
    await close()
  })

  test('sent back with a reason that was offered, it is blocked as what needs work, until that is taken back', async () => {
    const insight = await plantCandidate('rents')
    const { page, complaints, close } = await review(insight)
    await bar(page, /^Needs work/).click()
    await page.getByRole('button', { name: 'It mixes two things.' }).click()
    await form(page).getByRole('button', { name: 'Send back' }).click()
    await told(page, `Sent back: “${insight.title}”`)
    expect(await standing(at(), insight.id)).toMatchObject({
      state: 'needs-work',
      last: { kind: 'needs-work', reason: 'It mixes two things.' }
    })
    await page.getByRole('button', { name: /^Blocked/ }).click()
    const row = page.locator('.queue-row').filter({ hasText: insight.title })
    await row.getByText('needs work').waitFor()
    await row.getByText('It was sent back: edit it first.').waitFor()

    await page.keyboard.press('u')
    await told(page, `Taken back: “${insight.title}”`)
    expect((await standing(at(), insight.id)).state).toBe('candidate')
    expect(complaints).toEqual([])
    await close()
  })

  test('sending back needs a reason; five at once are rejected as not useful without one, and all come back', async () => {
    const names = ['wages', 'rates', 'fees', 'tolls', 'fines']
    const insights = []
    for (const name of names) insights.push(await plantCandidate(name))
    const [first] = insights
    if (first === undefined) throw new Error('none was planted')
    const { page, complaints, close } = await review(first)
    await page.keyboard.press('w')
    const send = form(page).getByRole('button', { name: 'Send back' })
    expect(await send.isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await form(page).waitFor({ state: 'detached' })

    // Three steps: the five are chosen, rejected, and that is meant.
    await choose(page, insights)
    await bar(page, /^Reject/).click()
    await page.keyboard.press('Enter')
    await told(page, 'Rejected: 5 insights')
    for (const { id } of insights)
      expect(await standing(at(), id)).toMatchObject({
        state: 'rejected',
        last: { kind: 'reject', reason: 'Not useful.' }
      })
    await page.keyboard.press('u')
    await told(page, 'Taken back: 5 insights')
    for (const { id } of insights) expect((await standing(at(), id)).state).toBe('candidate')

    // Where nothing is listed, there is nothing that a key could act on.
    await page.keyboard.press('/')
    await page.keyboard.type('no such words')
    await page.keyboard.press('Enter')
    await page.getByText('Nothing fits these filters').waitFor()
    expect(await bar(page, /^Approve/).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  const choose = async (page: Page, insights: readonly { title: string }[]) => {
    for (const { title } of insights)
      await page.getByRole('checkbox', { name: `Choose ${title}` }).click()
    await page.getByText('5 chosen:').waitFor()
  }

  test('edited, approved and taken back twice by whoever did it, it stands as it did; nobody was faster', async () => {
    const insight = await plantCandidate('leases')
    const { page, complaints, close } = await review(insight)
    await page.keyboard.press('e')
    expect(await page.evaluate<string>('document.activeElement?.tagName ?? ""')).toBe('INPUT')
    await page.getByLabel('Title').fill('Melt all leases at once')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: 'Melt all leases at once' }).waitFor()
    await page.keyboard.press('a')
    await told(page, 'Approved: “Melt all leases at once”')
    await page.keyboard.press('u')
    await told(page, 'Taken back: “Melt all leases at once”')
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: insight.title }).waitFor()
    await bar(page, /^Approve/).waitFor()
    expect((await standing(at(), insight.id)).state).toBe('candidate')
    expect(await page.getByRole('alert').count()).toBe(0)
    // What is open is not among what was decided, so it is closed there.
    await page.getByRole('button', { name: 'Decided' }).click()
    await page.getByRole('heading', { name: insight.title }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })

  test('two that say the same are merged into one that rests on both; undone, both wait again', async () => {
    const [one, other] = [await plantCandidate('summers'), await plantCandidate('winters')]
    const { page, complaints, close } = await review(one)
    await page.keyboard.press('m')
    await form(page).getByText(other.title).click()
    await form(page).getByLabel('Title').fill('Melt the columns of all seasons')
    await form(page).getByRole('button', { name: 'Merge 2 into one' }).click()
    await page.getByRole('heading', { name: 'Melt the columns of all seasons' }).waitFor()
    const made = new URL(page.url()).searchParams.get('insight') ?? ''
    expect(await standing(at(), made)).toMatchObject({
      state: 'in-review',
      last: { kind: 'merge', by: 'the-curator' }
    })
    for (const { id } of [one, other]) expect((await standing(at(), id)).state).toBe('superseded')

    await page.keyboard.press('u')
    await told(page, 'Taken back: “Melt the columns of all seasons”')
    await page.getByRole('heading', { name: one.title }).waitFor()
    for (const { id } of [one, other]) expect((await standing(at(), id)).state).toBe('candidate')
    expect((await standing(at(), made)).state).toBe('rejected')
    expect(complaints).toEqual([])
    await close()
  })

  test('one that mixes two things is split in two, each of which waits by itself', async () => {
    const insight = await plantCandidate('months')
    const { page, complaints, close } = await review(insight)
    await bar(page, /^Split/).click()
    const titles = ['Melt months of a year', 'Melt months of all years']
    for (const [i, title] of titles.entries())
      await form(page)
        .getByRole('group', { name: `Part ${i + 1}` })
        .getByLabel('Title')
        .fill(title)
    await form(page).getByRole('button', { name: 'Split into 2' }).click()
    await page.getByRole('heading', { name: titles[0] ?? '' }).waitFor()
    for (const title of titles)
      await page.locator('.queue-row').filter({ hasText: title }).waitFor()
    expect((await standing(at(), insight.id)).state).toBe('superseded')

    await page.keyboard.press('u')
    await told(page, `Taken back: “${insight.title}”`)
    expect((await standing(at(), insight.id)).state).toBe('candidate')
    for (const title of titles)
      await page.locator('.queue-row').filter({ hasText: title }).waitFor({ state: 'detached' })
    expect(complaints).toEqual([])
    await close()
  })

  test('an insight in force is edited and stays so until its new version is approved, which then takes its place', async () => {
    const id = await inForce(at(), 'Melt wide frames')
    const { page, complaints, close } = await review({ id, title: 'Melt wide frames' })
    await page.keyboard.press('e')
    await page.getByLabel('Title').fill('Melt wide frames before they are compared')
    await page.getByRole('button', { name: 'Save as revision' }).click()
    await page.getByRole('heading', { name: 'Melt wide frames before they are compared' }).waitFor()
    const next = new URL(page.url()).searchParams.get('insight') ?? ''
    expect((await standing(at(), id)).inForce).toBe(true)

    await bar(page, /^Approve/).click()
    await told(page, 'Approved: “Melt wide frames before they are compared”')
    expect(await standing(at(), id)).toMatchObject({ state: 'superseded', inForce: false })
    expect(await standing(at(), next)).toMatchObject({ state: 'approved', inForce: true })

    await open(page, '/insights')
    const row = page.locator('.insight-row').filter({ hasText: 'before they are compared' })
    expect(await row.textContent()).toContain('revision 2')
    expect(complaints).toEqual([])
    await close()
  })

  test('from Insights one that did not help is opened, taken out of force with the reason, and brought back', async () => {
    const title = 'Melt frames at night'
    const id = await inForce(at(), title)
    const harm = await inForce(at(), 'Melt frames by hand')
    await plantOutcomes(harm, { shown: 5, withheld: 25, of: 30 })
    const { page, complaints, close } = await at().visit('curator')
    await open(page, '/insights')
    // What hurts stands on top, with what was counted and the one step that ends it.
    const hurts = page.getByRole('region', { name: 'Hurts: Melt frames by hand' })
    await hurts.getByText('5 of 30 passed with it, 25 of 30 without').waitFor()
    await hurts.getByRole('button', { name: 'Take it out of force' }).click()
    await hurts.getByText('agents are not shown it any more').waitFor()
    expect(await standing(at(), harm)).toMatchObject({ state: 'retired', inForce: false })
    await hurts.getByRole('button', { name: 'Put it back' }).click()
    await hurts.getByRole('button', { name: 'Take it out of force' }).waitFor()
    expect((await standing(at(), harm)).inForce).toBe(true)
    const row = page.locator('.insight-row').filter({ hasText: title })
    expect(await row.textContent()).toContain('not measured yet')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('link', { name: 'Open in Review' }).click()
    await page.getByRole('heading', { name: title }).waitFor()
    await page.getByLabel('Evidence').getByText('not measured yet').waitFor()
    await bar(page, /^Retire/).click()
    await page.getByRole('button', { name: 'It did not help.' }).click()
    await form(page).getByRole('button', { name: 'Retire' }).click()
    await told(page, `Retired: “${title}”`)
    expect(await standing(at(), id)).toMatchObject({
      state: 'retired',
      inForce: false,
      last: { kind: 'retire', reason: 'It did not help.' }
    })

    await bar(page, /^Undo/).click()
    await told(page, `Taken back: “${title}”`)
    expect(await standing(at(), id)).toMatchObject({ state: 'approved', inForce: true })
    // What was taken back last can be done again, and says so.
    await bar(page, /^Redo/).click()
    await told(page, `Done again: “${title}”`)
    expect((await standing(at(), id)).inForce).toBe(false)
    await open(page, '/insights?show=withdrawn')
    await page.getByRole('link', { name: title }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('what was decided twice on one insight is taken back once, without a quarrel with oneself', async () => {
    const insight = await plantCandidate('years')
    const { page, complaints, close } = await review(insight)
    await page.keyboard.press('c')
    await page.getByText('took it into review').waitFor()
    await page.keyboard.press('w')
    await page.getByRole('button', { name: 'When it applies is unclear.' }).click()
    await form(page).getByRole('button', { name: 'Send back' }).click()
    await told(page, `Sent back: “${insight.title}”`)
    await page.getByRole('button', { name: /^Blocked/ }).click()
    await page.locator('.queue-row').filter({ hasText: insight.title }).click()
    await page.getByRole('heading', { name: insight.title }).waitFor()
    // What needs work is not approved as it stands, so that is not offered.
    await bar(page, /^Claim/).waitFor()
    expect(await bar(page, /^Approve/).count()).toBe(0)
    await page.keyboard.press('c')
    await bar(page, /^Release/).waitFor()
    await page.keyboard.press('a')
    await told(page, `Approved: “${insight.title}”`)
    await page.keyboard.press('u')
    await told(page, `Taken back: “${insight.title}”`)
    await page.keyboard.press('u')
    await told(page, `Done again: “${insight.title}”`)
    expect(await page.getByRole('alert').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
}
