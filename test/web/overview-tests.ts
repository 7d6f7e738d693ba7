import { testDatabase } from '../support/build-cairn.js'
import { open, settled } from './browser.js'
import type { PagesWorld } from './pages-world.js'

const hour = 3_600_000

/** Questions, attempts, feedback and a gap of the last weeks, in a space of their own. */
export async function plantWeeks(space: string, weeks = 3): Promise<void> {
  const db = testDatabase()
  const now = Date.now()
  const rows = Array.from({ length: weeks * 14 }, (_, i) => ({
    i,
    at: now - i * 12 * hour,
    n: 2 + ((i * 7) % 5)
  }))
  await db.raw(
    `MERGE (s:Space {id: $space}) MERGE (d:Doc {id: 'doc:weeks'}) SET d.space = $space
     MERGE (p:Problem {id: 'problem:weeks'}) SET p.space = $space, p.createdAt = datetime({epochMillis: toInteger($now)})
     MERGE (k:KnowledgeRequest {id: 'knowledge-request:weeks'})
     SET k.space = $space, k.state = 'open', k.text = 'How are frames folded along a diagonal?', k.asks = 4, k.tainted = false,
       k.createdAt = datetime({epochMillis: toInteger($now)}), k.lastAskedAt = datetime({epochMillis: toInteger($now)})
     WITH d, p UNWIND $rows AS row UNWIND range(1, toInteger(row.n)) AS j
     CREATE (r:Recommendation {id: 'recommendation:' + $space + row.i + '.' + j, question: 'q', space: $space, createdAt: datetime({epochMillis: toInteger(row.at)})})
     FOREACH (_ IN CASE WHEN j > 1 THEN [1] ELSE [] END | CREATE (r)-[:CITES {rank: 1}]->(d))
     FOREACH (_ IN CASE WHEN j = 2 THEN [1] ELSE [] END |
       CREATE (:Feedback {id: 'feedback:' + $space + row.i, space: $space, outcome: CASE WHEN row.i % 3 = 0 THEN 'failed' ELSE 'passed' END, createdAt: r.createdAt})-[:ON]->(r))
     CREATE (:Trace {id: 'trace:' + $space + row.i + '.' + j, title: 't', space: $space, problem: p.id, createdAt: r.createdAt,
       outcome: CASE WHEN j = 1 THEN 'failed' WHEN j = 2 THEN 'unknown' ELSE 'passed' END, format: CASE WHEN j % 2 = 0 THEN 'codex' ELSE null END})-[:ATTEMPTS]->(p)`,
    { space, now, rows }
  )
  await db.close()
}

export function overviewTests(at: () => PagesWorld): void {
  test('whoever looks after the memory lands on its overview, an agent on Ask', async () => {
    const analyst = await at().visit('analyst')
    await open(analyst.page, '/')
    expect(new URL(analyst.page.url()).pathname).toBe('/overview')
    await analyst.close()
    const agent = await at().visit('agent')
    await open(agent.page, '/')
    expect(new URL(agent.page.url()).pathname).toBe('/ask')
    await agent.close()
  })

  test('an empty space says what will be here; a used one how it does, over the time that is chosen, each figure a link', async () => {
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/overview')
    await page.getByLabel('Space').selectOption('team-a')
    await page.getByText('Nothing is held in this space yet').waitFor()
    expect(await page.getByText('cairn connect').count()).toBe(1)

    await plantWeeks('team-a')
    // What was seen is a minute old at most; here nobody waits for that.
    const db = testDatabase()
    await db.raw("MATCH (m:Meta {id: 'hours:team-a'}) DELETE m")
    await db.close()
    await open(page, '/overview')
    const figure = (title: string) => page.locator('.figure', { hasText: title })
    await figure('Questions asked').getByText('answered').waitFor()
    const asked = async () =>
      Number(await figure('Questions asked').locator('.figure-value').innerText())
    const ofWeek = await asked()
    expect(await figure('Advice that helped').innerText()).toMatch(
      /\d+ %\s+\d+ to \d+ %; \d+ helped, \d+ did not/
    )
    expect(await figure('Passed with guidance').innerText()).toContain('Not measured yet')
    expect(
      await page
        .getByRole('img', { name: /^Attempts that came in: \d+ attempts, passed \d+/ })
        .count()
    ).toBe(1)
    expect(await page.getByText('Codex').count()).toBeGreaterThan(0)

    await page.getByRole('button', { name: '30 days' }).click()
    await page.waitForURL('**/overview?range=month')
    await page.getByText('a column is a day').first().waitFor()
    await page.locator('.overview[aria-busy="false"]').waitFor()
    expect(await asked()).toBeGreaterThan(ofWeek)
    await page.getByText('As a table').first().click()
    expect(
      await page.getByRole('table', { name: 'Questions' }).getByRole('row').count()
    ).toBeGreaterThan(10)

    await page.getByRole('link', { name: 'Gaps most asked' }).click()
    await settled(page)
    expect(new URL(page.url()).pathname).toBe('/gaps')
    expect(await page.getByText('How are frames folded along a diagonal?').count()).toBe(1)
    expect(complaints).toEqual([])
    await close()
  })
}
