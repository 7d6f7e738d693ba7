import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { createLog } from '../../src/log.js'
import { startServer, type RunningServer } from '../../src/server.js'
import { ask, type Reply } from '../api/ask-http.js'
import { framesAndPlots, tidying } from '../curate/curating.js'
import {
  adminKey,
  closeCairns,
  emptyGraph,
  removeFolders,
  temporaryFolder,
  testConfig
} from '../support/build-cairn.js'
import { barriers, buildPages, open, openBrowser, overflow, settled, visit } from './browser.js'

let server: RunningServer
let browser: Browser
/** Keys by name; each name is a role. */
let keys: Readonly<Record<'agent' | 'analyst' | 'curator', string>>

async function said<T>(query: string, variables: object = {}, key = adminKey): Promise<T> {
  const { data, errors }: Reply = await ask(server.url, query, { ...variables }, key)
  if (errors.length > 0) throw new Error(JSON.stringify(errors))
  return data as unknown as T
}

async function keyOf(role: string): Promise<string> {
  const { makePrincipal } = await said<{ makePrincipal: { key: string } }>(
    'mutation ($input: PrincipalInput!) { makePrincipal(input: $input) { key } }',
    { input: { name: `the-${role}`, role } }
  )
  return makePrincipal.key
}

beforeAll(async () => {
  buildPages()
  await framesAndPlots()
  await closeCairns()
  const settings = { CAIRN_HOME: temporaryFolder(), CAIRN_PORT: '0' }
  server = await startServer(testConfig(settings), { log: createLog('silent') })
  keys = {
    agent: await keyOf('agent'),
    analyst: await keyOf('analyst'),
    curator: await keyOf('curator')
  }
  await said('mutation { makeSpace(input: { id: "team-a" }) { id } }')
  browser = await openBrowser()
}, 120_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  await emptyGraph()
  removeFolders()
})

const question = 'look up a column in a frame whose column names have stray blanks'

interface Waiting {
  readonly id: string
  readonly title: string
  readonly version: number
}

/** The oldest that waits; curation is run where none does. */
async function waiting(): Promise<Waiting> {
  const read = () =>
    said<{ reviewQueue: { nodes: Waiting[] } }>('{ reviewQueue { nodes { id title version } } }')
  let [first] = (await read()).reviewQueue.nodes
  if (first === undefined) {
    await said('mutation ($traces: [TraceInput!]!) { recordTraces(traces: $traces) { status } }', {
      traces: tidying()
    })
    await said('mutation { runCuration { id } }')
    await server.cairn.jobs.idle()
    first = (await read()).reviewQueue.nodes[0]
  }
  if (first === undefined) throw new Error('nothing waits')
  return first
}

/** Whether an agent that asks is told this insight. */
async function agentIsTold(insight: string): Promise<boolean> {
  const { recommend } = await said<{ recommend: { citations: { id: string }[] } }>(
    'query ($question: String!) { recommend(question: $question) { citations { id } } }',
    { question },
    keys.agent
  )
  return recommend.citations.some(({ id }) => id === insight)
}

test('a curator signs in and approves an insight by keyboard alone; an agent is told it from then on, until it is undone', async () => {
  const insight = await waiting()
  expect(await agentIsTold(insight.id)).toBe(false)
  const { page, close } = await visit(browser, server.url, { key: null })
  await page.goto('/')
  await page.getByLabel('Key').waitFor()
  await page.keyboard.type(keys.curator)
  await page.keyboard.press('Enter')
  await settled(page)

  // Tab by tab to Review, as somebody without a mouse.
  const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""')
  await page.evaluate('document.activeElement?.blur()')
  for (let i = 0; i < 20 && (await focused()) !== 'Review'; i++) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: insight.title.replaceAll('`', '') }).waitFor()
  await page.keyboard.press('a')
  await page.getByText(`Approved: “${insight.title}”`).waitFor()
  expect(await agentIsTold(insight.id)).toBe(true)

  await page.keyboard.press('u')
  await page.getByText(`Taken back: “${insight.title}”`).waitFor()
  expect(await agentIsTold(insight.id)).toBe(false)
  await close()
})

test('when another curator was faster, the page says what they decided, and what was typed is still there', async () => {
  const insight = await waiting()
  const { page, close } = await visit(browser, server.url, { key: keys.curator })
  await open(page, `/review?insight=${insight.id}`)
  await page.getByRole('heading', { name: insight.title.replaceAll('`', '') }).waitFor()
  await page.keyboard.press('x')
  const reason = page.getByRole('dialog').getByRole('textbox')
  await reason.waitFor()
  await page.keyboard.type('Nobody needs to be told this.')

  const { version } = await waiting()
  await said(
    'mutation ($decision: DecisionInput!) { sendInsightBack(decision: $decision) { id } }',
    { decision: { insight: insight.id, version, reason: 'The example is too long.' } }
  )
  await page.keyboard.press('Enter')
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.textContent()).toMatch(/local decided 'needs-work'.*The example is too long/)
  expect(await reason.inputValue()).toBe('Nobody needs to be told this.')

  await page.getByRole('button', { name: /I have seen version/ }).click()
  await page.getByRole('button', { name: 'Reject', exact: true }).last().click()
  await page.getByText(`Rejected: “${insight.title}”`).waitFor()
  await page.keyboard.press('u')
  await page.getByText(`Taken back: “${insight.title}”`).waitFor()
  await close()
})

test('an edit in place becomes the next revision, which is open at once', async () => {
  const insight = await waiting()
  const { page, close } = await visit(browser, server.url, { key: keys.curator })
  await open(page, `/review?insight=${insight.id}`)
  await page.getByRole('heading', { name: insight.title.replaceAll('`', '') }).waitFor()
  await page.keyboard.press('e')
  await page.getByLabel('Title').fill('Tidy the names of columns first')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { name: 'Tidy the names of columns first' }).waitFor()
  expect(new URL(page.url()).searchParams.get('insight')).not.toBe(insight.id)
  await page.keyboard.press('u')
  await page.getByText('Taken back').waitFor()
  await close()
})

test('an answer opens its source beside it with the quotation marked, and its address brings it back', async () => {
  const { page, complaints, close } = await visit(browser, server.url, { key: keys.analyst })
  await open(page, '/ask')
  await page.keyboard.press('/')
  await page.keyboard.type(question)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Use this' }).waitFor()
  await page
    .getByRole('button', { name: /^\[1\]/ })
    .first()
    .click()
  const mark = page.locator('.panel mark')
  await mark.waitFor()
  const { recommend } = await said<{ recommend: { citations: { quote: string }[] } }>(
    'query ($question: String!) { recommend(question: $question) { citations { quote } } }',
    { question },
    keys.agent
  )
  expect(await mark.textContent()).toBe(recommend.citations[0]?.quote)

  await page.reload()
  await mark.waitFor()
  await page.keyboard.press('Escape')
  await mark.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Why?' }).first().click()
  expect(await page.getByRole('list', { name: 'Path from the question' }).count()).toBe(1)
  expect(complaints).toEqual([])
  await close()
})

test('feedback on an answer is taken in as evidence', async () => {
  const { page, close } = await visit(browser, server.url, { key: keys.agent })
  await open(page, `/ask?q=${encodeURIComponent(question)}`)
  await page.getByRole('button', { name: 'It worked' }).click()
  await page.getByLabel(/What happened/).fill('The names were tidied and the column was found.')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText(/gained evidence/).waitFor()
  await close()
})

test('what a role may not do is not offered', async () => {
  const offered = async (key: string) => {
    const { page, close } = await visit(browser, server.url, { key })
    await open(page, '/libraries')
    const names = await page.locator('.side nav a').allTextContents()
    const takesIn = await page.getByRole('button', { name: 'Take in documentation' }).count()
    await close()
    return { names, takesIn }
  }
  expect(await offered(keys.agent)).toEqual({ names: ['Ask', 'Libraries', 'Keys'], takesIn: 0 })
  const analyst = await offered(keys.analyst)
  expect(analyst.names).toContain('Explore')
  expect(analyst.names).not.toContain('Review')
  expect((await offered(keys.curator)).names).toContain('Review')
  expect((await offered(adminKey)).takesIn).toBe(1)
})

test('a key is made on the page, opens Cairn, and opens nothing once it is revoked there', async () => {
  const { page, close } = await visit(browser, server.url, { key: adminKey })
  await open(page, '/keys')
  await page.getByRole('button', { name: 'Make a principal' }).click()
  await page.getByLabel('Name').fill('newcomer')
  await page.keyboard.press('Enter')
  const shown = await page.locator('.key-shown code').textContent()
  if (shown === null) throw new Error('no key is shown')
  expect((await ask(server.url, '{ me { name } }', {}, shown)).data).toEqual({
    me: { name: 'newcomer' }
  })
  await page
    .getByRole('article', { name: 'newcomer' })
    .getByRole('button', { name: 'Revoke' })
    .click()
  await page
    .getByRole('article', { name: 'newcomer' })
    .getByText(/^revoked/)
    .waitFor()
  expect((await ask(server.url, '{ me { name } }', {}, shown)).status).toBe(401)
  await page.reload()
  await settled(page)
  expect(await page.getByText(shown).count()).toBe(0)
  await close()
})

test('documentation that is taken in on the page is seen coming in, and is then listed', async () => {
  const folder = join(temporaryFolder(), 'handbook')
  mkdirSync(folder)
  writeFileSync(join(folder, 'install.md'), '# Install\n\nRun the installer.\n')
  const { page, complaints, close } = await visit(browser, server.url, { key: adminKey })
  await open(page, '/libraries')
  await page.getByRole('button', { name: 'Take in documentation' }).click()
  await page.getByLabel('What it is').selectOption('markdown')
  await page.getByLabel('Sources, one a line').fill(folder)
  await page.getByLabel(/^Name/).fill('handbook')
  await page.getByLabel(/^Version/).fill('1')
  await page.getByRole('button', { name: 'Take in', exact: true }).click()
  await page.getByRole('dialog').getByText('done', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'handbook' }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

const everyPage = async () => {
  const { id } = await waiting()
  return [
    '/ask',
    `/ask?q=${encodeURIComponent(question)}&source=1`,
    '/explore',
    `/explore?node=${id}`,
    '/review',
    `/review?insight=${id}`,
    '/insights',
    `/insights/${id}`,
    '/epochs',
    '/gaps',
    '/graph-health',
    '/libraries',
    '/libraries?add=yes',
    '/jobs',
    '/keys'
  ]
}

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark']
] as const)(
  'at %i px in %s each page fits its window, complains of nothing, and axe finds nothing serious',
  async (width, scheme) => {
    const { page, complaints, close } = await visit(browser, server.url, {
      key: adminKey,
      width,
      scheme
    })
    const found: string[] = []
    for (const path of await everyPage()) {
      await open(page, path)
      const wider = await overflow(page)
      if (wider > 0) found.push(`${path} is ${String(wider)} px too wide`)
      found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`))
      found.push(...complaints.splice(0).map((complaint) => `${path} ${complaint}`))
    }
    expect(found).toEqual([])
    await close()
  },
  180_000
)
