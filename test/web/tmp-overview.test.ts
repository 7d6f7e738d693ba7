import { barriers, overflow } from './browser.js'
import { overviewTests, plantWeeks } from './overview-tests.js'
import { openPagesWorld, plantCandidate, type PagesWorld } from './pages-world.js'
import { testDatabase } from '../support/build-cairn.js'

let world: PagesWorld
beforeAll(async () => {
  world = await openPagesWorld()
}, 240_000)
afterAll(() => world.close())
overviewTests(() => world)
test('shots', async () => {
  await plantWeeks('public', 40)
  await plantCandidate('wide')
  const db = testDatabase()
  await db.raw(`UNWIND range(1, 12) AS i MATCH (r:Recommendation {id: 'recommendation:public' + i + '.0.' + '2'}) RETURN 1`)
  await db.raw(`UNWIND range(1, 4) AS i CREATE (:KnowledgeRequest {id: 'knowledge-request:w' + i, space: 'public', state: 'open', asks: i, tainted: false,
    text: ['roll back a helm release on kubernetes', 'why does polars.scan_parquet ignore my predicate pushdown when the column is a categorical', 'TypeError: cannot unpack non-iterable NoneType object', 'pin a package in uv'][i-1], createdAt: datetime(), lastAskedAt: datetime() - duration({days: i})})`)
  await db.raw("MATCH (m:Meta) WHERE m.id STARTS WITH 'hours:' DELETE m")
  await db.raw(`MATCH (r:Recommendation {space: 'public'})<-[:ON]-(:Feedback) WITH r LIMIT 60 MERGE (i:Insight {id: 'insight:wide'}) 
    WITH r, i, toInteger(rand() * 2) AS side FOREACH (_ IN CASE side WHEN 0 THEN [1] ELSE [] END | CREATE (r)-[:CITES {share: 0.1, rank: 3}]->(i)) FOREACH (_ IN CASE side WHEN 1 THEN [1] ELSE [] END | CREATE (r)-[:WITHHELD {share: 0.1}]->(i)) SET r.taskKey = r.id`)
  await db.close()
  const found: string[] = []
  for (const [width, scheme] of [[1280, 'light'], [1440, 'dark'], [390, 'light'], [390, 'dark']] as const) {
    const { page, complaints, close } = await world.visit('admin', { width, scheme, still: true })
    await page.goto('/overview?range=month')
    await page.locator('.figures').waitFor()
    await page.waitForTimeout(500)
    if ((await overflow(page)) > 0) found.push(`${width} too wide`)
    found.push(...(await barriers(page)), ...complaints)
    const height = await page.evaluate<number>(`document.querySelector('main').scrollHeight`)
    await page.setViewportSize({ width, height: Math.max(860, height + 60) })
    await page.screenshot({ path: `/tmp/overview-${width}-${scheme}.png` })
    if (scheme === 'light' && width === 1280) {
      await page.goto('/overview?range=year')
      await page.locator('.figures').waitFor()
      await page.waitForTimeout(500)
      await page.screenshot({ path: `/tmp/overview-year.png` })
    }
    await close()
  }
  expect(found).toEqual([])
}, 200_000)
