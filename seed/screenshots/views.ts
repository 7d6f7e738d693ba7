import type { Page } from 'playwright-core'

export interface View {
  /** In the file's name. */
  readonly name: string
  readonly path: string
  /** What is done there before it is shot; does nothing where there is nothing to do it to. */
  readonly act?: (page: Page) => Promise<void>
}

const firstOf = (selector: string) => async (page: Page) => {
  const first = page.locator(selector).first()
  if ((await first.count()) > 0) await first.click()
}

const asked =
  "My Cypher query fails: Neo4jError: LIMIT: Invalid input. '10.0' is not a valid value. The JavaScript number is 10. What do I pass instead?"

/** The graph is at rest. */
async function arranged(page: Page): Promise<void> {
  await page.getByText('nodes,').first().waitFor()
  await page.getByText('arranging').waitFor({ state: 'detached' })
}

/** Every page with something in it, and what opens on it. */
export const views: readonly View[] = [
  { name: 'overview', path: '/overview' },
  { name: 'ask', path: '/ask' },
  {
    name: 'answer',
    path: `/ask?q=${encodeURIComponent(asked)}`,
    // Asked for the second time, with everything loaded and planned, it takes as long as it usually does.
    act: async (page) => {
      await page.reload()
    }
  },
  { name: 'source', path: `/ask?q=${encodeURIComponent(asked)}&source=1` },
  { name: 'explore', path: '/explore', act: arranged },
  {
    name: 'explored',
    path: '/explore?node=npm/pino@10.4.0',
    act: arranged
  },
  {
    name: 'phrase',
    path: '/explore',
    act: async (page) => {
      await arranged(page)
      await page.locator('[data-search]').fill('attempts with neo4j-driver-core')
      await page
        .getByRole('option', { name: /Attempts with neo4j/ })
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await page.locator('.explore-panel').waitFor()
      await arranged(page)
    }
  },
  { name: 'review', path: '/review' },
  { name: 'candidate', path: '/review', act: firstOf('.queue-row') },
  {
    name: 'reject',
    path: '/review',
    act: async (page) => {
      await firstOf('.queue-row')(page)
      await firstOf('.decide-bar .button:has-text("Reject")')(page)
    }
  },
  { name: 'insights', path: '/insights' },
  { name: 'insight', path: '/insights', act: firstOf('.insight-row a') },
  { name: 'epochs', path: '/epochs' },
  { name: 'gaps', path: '/gaps' },
  { name: 'health', path: '/graph-health' },
  { name: 'libraries', path: '/libraries' },
  { name: 'add-library', path: '/libraries?add=yes' },
  { name: 'jobs', path: '/jobs' },
  { name: 'job', path: '/jobs', act: firstOf('.job-row .row-button') },
  { name: 'keys', path: '/keys' },
  { name: 'not-found', path: '/insigts' }
]
