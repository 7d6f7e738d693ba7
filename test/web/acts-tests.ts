import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { changed } from '../curate/curating.js'
import { temporaryFolder } from '../support/build-cairn.js'
import { open, settled } from './browser.js'
import { holdNode } from './hold-node.js'
import { rankingWeights } from '../../src/retrieve/ranking-weights.js'
import { packRanking } from '../../src/retrieve/ranking/stored-ranking.js'
import { inForce, standing, type PagesWorld } from './pages-world.js'
import { question } from './review-tests.js'

const dialog = (page: Page) => page.getByRole('dialog')

/** What admins and curators do on Epochs, Gaps, Libraries and Jobs, as they do it. */
export function actsTests(at: () => PagesWorld): void {
  test('an epoch is closed on the page, the next compared with it, and going back puts its insights in force again', async () => {
    const stays = await inForce(at(), 'Melt before you plot')
    const { page, complaints, close } = await at().visit('curator')
    await open(page, '/epochs')
    const before = await page.locator('.epoch-stop').count()
    await page.getByRole('button', { name: 'Close the open epoch' }).click()
    await dialog(page).getByLabel('What it was about').fill('The first insights')
    await dialog(page).getByRole('button', { name: 'Close it' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await page.locator('.epoch-stop').getByText('The first insights').waitFor()
    expect(await page.locator('.epoch-stop').count()).toBe(before + 1)

    const comes = await inForce(at(), 'Melt before you join')
    await at().said('mutation ($d: DecisionInput!) { retireInsight(decision: $d) { id } }', {
      d: { insight: stays, version: (await standing(at(), stays)).version, reason: 'Too narrow.' }
    })
    await open(page, '/epochs')
    const column = (kind: string) => page.locator(`.differences .${kind}`)
    await column('added').getByRole('link', { name: 'Melt before you join' }).waitFor()
    expect(await column('added').getByRole('heading').textContent()).toBe('1 added')
    expect(await column('gone').textContent()).toContain('Melt before you plot')

    await page.getByRole('button', { name: /^Go back to epoch/ }).click()
    const goes = dialog(page).getByRole('button', { name: 'Go back', exact: true })
    expect(await goes.isDisabled()).toBe(true)
    await dialog(page).getByLabel('Why').fill('It was better before.')
    await goes.click()
    await dialog(page).waitFor({ state: 'detached' })
    await page
      .locator('.epoch-stop')
      .nth(before + 1)
      .waitFor()
    expect((await standing(at(), stays)).inForce).toBe(true)
    expect((await standing(at(), comes)).inForce).toBe(false)

    // Any two are chosen by their stops, and their choice stands in the address.
    await page.locator('.epoch-stop').first().click()
    const chosen = new URL(page.url()).searchParams
    expect(chosen.get('from')).toBe('1')
    await page.goBack()
    expect(new URL(page.url()).searchParams.get('from')).not.toBe('1')
    expect(complaints).toEqual([])
    await close()
  })

  test('a gap that was filled is closed on the page, and one that need not be filled too', async () => {
    const needs = ['a page on time zones', 'a page on fonts']
    for (const [i, needed] of needs.entries()) {
      // Of one sender the last word on an answer counts: each need has an answer of its own.
      const { recommend } = await at().said<{ recommend: { id: string } }>(
        'query ($q: String!) { recommend(question: $q) { id } }',
        { q: question }
      )
      await at().said('mutation ($i: FeedbackInput!) { sendFeedback(input: $i) { gap } }', {
        i: { recommendation: recommend.id, from: 'agent', outcome: 'failed', needed, key: `n${i}` }
      })
    }
    const { page, complaints, close } = await at().visit('curator')
    await open(page, '/jobs')
    const onPage = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
    // By name out of the palette, and by two keys.
    await page.keyboard.press('Control+k')
    await page.getByLabel('Pages, actions and nodes').fill('insights')
    await page.getByRole('option').filter({ hasText: 'g i' }).waitFor()
    await page.keyboard.press('Enter')
    await onPage('Insights')
    await page.keyboard.press('g')
    await page.keyboard.press('g')
    await onPage('Gaps')
    await settled(page)
    const row = (text: string) => page.locator('.gap-row').filter({ hasText: text })
    // One opens to why it is missing and what may fill it, and somebody sees to it.
    await page.getByRole('button', { name: needs[0] ?? '' }).click()
    const panel = page.getByRole('complementary', { name: 'Gap' })
    await panel
      .getByText('the-curator', { exact: false })
      .or(panel.getByText('local, after'))
      .waitFor()
    await panel.getByText(/None is likely enough|Nothing held comes near/).waitFor()
    await panel.getByText('It names no package that is not held.').waitFor()
    await panel.getByRole('button', { name: 'I see to it' }).click()
    await panel.getByText('You see to it').waitFor()
    await row(needs[0] ?? '')
      .getByText('the-curator sees to it')
      .waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    const acts = ['Filled', 'Not needed'] as const
    for (const [i, name] of acts.entries()) {
      await row(needs[i] ?? '')
        .getByRole('button', { name })
        .click()
      await row(needs[i] ?? '').waitFor({ state: 'detached' })
    }
    const { gaps } = await at().said<{ gaps: { nodes: { text: string }[] } }>(
      '{ gaps(first: 500) { nodes { text } } }'
    )
    for (const needed of needs) expect(gaps.nodes.map(({ text }) => text)).not.toContain(needed)
    expect(complaints).toEqual([])
    await close()
  })

  test('an attempt is deleted on its page once its consequences were seen, and whoever keeps it keeps it', async () => {
    const { recordTrace } = await at().said<{ recordTrace: { trace: string } }>(
      'mutation ($t: JSON!) { recordTrace(trace: $t) { trace } }',
      { t: { task: 'Say goodbye to a page.', agent: 'leaver', outcome: 'passed', code: 'bye()' } }
    )
    const id = recordTrace.trace
    const held = async () => {
      const query = 'query ($id: ID!) { node(id: $id) { label title } }'
      const { node } = await at().said<{ node: { label: string; title: string } }>(query, { id })
      return { label: node.label, title: node.title }
    }
    const { page, complaints, close } = await at().visit('curator')
    await open(page, `/explore?node=${encodeURIComponent(id)}`)
    const ask = () => page.getByRole('button', { name: 'Delete…' }).click()
    await ask()
    await dialog(page)
      .getByText(/rests? on it alone/)
      .waitFor()
    await dialog(page).getByRole('button', { name: 'Keep it' }).click()
    expect((await held()).label).toBe('Trace')
    await ask()
    await dialog(page).getByRole('button', { name: 'Delete for good' }).click()
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByRole('complementary', { name: 'Node' }).waitFor({ state: 'detached' })
    // What stays says that something was here, and nothing of it.
    expect(await held()).toEqual({ label: 'Retired', title: 'Deleted' })
    expect(complaints).toEqual([])
    await close()
  })

  test('a page that was opened before an upgrade is loaded anew when it asks for files that are no more', async () => {
    const { page, close } = await at().visit('admin', { fresh: true })
    await open(page, '/jobs')
    let gone = 0
    await page.route(/\/assets\/.*\.js$/, (route) => {
      gone += 1
      return gone === 1 ? route.fulfill({ status: 404, body: '' }) : route.continue()
    })
    await page.getByRole('link', { name: 'Keys' }).click()
    await page.getByRole('button', { name: 'Add a person or agent' }).waitFor()
    expect(gone).toBeGreaterThan(1)
    await close()
  })

  test('a library is removed on the page, after that has said what goes', async () => {
    await at().said('mutation ($i: IngestInput!) { ingest(input: $i) { id } }', {
      i: { reader: 'markdown', sources: [handbook('handbook', 30)], name: 'handbook', version: '1' }
    })
    await at().server.cairn.jobs.idle()
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/libraries?q=handbook')
    await page.getByText('markdown:handbook (30 pages)').waitFor()
    await page.getByRole('button', { name: 'Remove…' }).click()
    await dialog(page).getByText('30 pages with 30 sections and 0 APIs go.').waitFor()
    await dialog(page).getByRole('button', { name: 'Keep it' }).click()
    await page.getByRole('link', { name: 'handbook' }).waitFor()

    await page.getByRole('button', { name: 'Remove…' }).click()
    await dialog(page).getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('No library fits').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('Epochs say what was learned of the order; it is learned there, and taken back there', async () => {
    const { page, complaints, close } = await at().visit('curator')
    await open(page, '/epochs')
    const order = page.getByRole('region', { name: 'Order of documentation' })
    await order.getByText('Answers are in the order that Cairn comes with.').waitFor()
    await order.getByRole('button', { name: 'Learn it now' }).click()
    await order.getByText('solved problems say too little; 40 are needed.').waitFor()
    const back = order.getByRole('button', { name: 'Back to Cairn’s own' })
    expect(await back.count()).toBe(0)

    // As it stands after forty solved problems; learning that is test/retrieve's.
    const { feature, weight } = rankingWeights.experience[0] ?? { feature: '', weight: 0 }
    const experience = rankingWeights.experience.map((one, i) =>
      i === 0 ? { ...one, weight: weight + 1 } : one
    )
    const { status } = await at().said<{ status: { embedder: string } }>('{ status { embedder } }')
    const ranking = packRanking(status.embedder, { ...rankingWeights, experience })
    await changed("MATCH (m:Meta) WHERE m.id STARTS WITH 'ranking:' SET m.ranking = $ranking", {
      ranking
    })
    await page.reload()
    await order.getByText('Answers are in an order that was learned').waitFor()
    await order.getByText(`${feature} ${weight.toFixed(2)} → ${(weight + 1).toFixed(2)}`).waitFor()
    await back.click()
    await order.getByText('Answers are in the order that Cairn comes with.').waitFor()
    expect(await back.count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('a job is stopped on the page while it runs, and started again from there', async () => {
    const letGo = await holdNode('Library', 'library:docs/manual@1')
    await at().said('mutation ($i: IngestInput!) { ingest(input: $i) { id } }', {
      i: { reader: 'markdown', sources: [handbook('manual', 3)], name: 'manual', version: '1' }
    })
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/jobs')
    const row = page.locator('.job-row').filter({ hasText: 'manual' })
    await row.getByText('running', { exact: true }).waitFor()
    await row.getByRole('button', { name: 'Cancel' }).click()
    await letGo()
    await row.getByText('cancelled', { exact: true }).waitFor()
    expect(await row.getByRole('button', { name: 'Cancel' }).count()).toBe(0)

    await row.getByRole('button', { name: /manual/ }).click()
    const panel = page.getByRole('complementary', { name: 'Job' })
    await panel.getByRole('button', { name: 'Try again' }).click()
    await panel.getByText('Started again').waitFor()
    await row.first().getByText('done', { exact: true }).waitFor()
    expect(await row.count()).toBe(2)
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await open(page, '/libraries?q=manual')
    await page.getByRole('link', { name: 'manual' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
}

/** A folder of so many pages. */
export function handbook(name: string, pages: number): string {
  const folder = join(temporaryFolder(), name)
  mkdirSync(folder)
  for (let i = 1; i <= pages; i++)
    writeFileSync(join(folder, `page-${i}.md`), `# Page ${i}\n\nRun the installer ${i} times.\n`)
  return folder
}
