import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Kind, parse } from 'graphql'
import type { Browser, Page } from 'playwright-core'
import { packageRoot } from '../../src/package-root.js'
import { open, openBrowser, visit } from '../web/browser.js'
import { holdNode } from '../web/hold-node.js'
import { pageModule } from '../web/page-module.js'
import { temporaryFolder } from '../support/build-cairn.js'
import { callers, matrix, type Caller } from './matrix.js'
import { onlyLooks, pageActions, pageAddresses, type OnPages, type Shown } from './page-actions.js'
import { canary } from './team-attempts.js'
import { said, type TeamWorld } from './team-world.js'

/** What a caller sees of a page: its buttons by name, or why there are none. */
type Seen = readonly string[] | 'sign in' | 'no page'

const fits = (name: string, button: string | RegExp) =>
  typeof button === 'string' ? name === button : button.test(name)

/** The pages ask what a role may as the doors do; those who are an agent to them need not look too. */
const visitors = callers.filter((caller) => caller !== 'runner' && caller !== 'elsewhere')

/** Each action of the pages for each kind of caller, as the table says. */
export function pageActionsTests(at: () => TeamWorld): void {
  let browser: Browser
  const seen = new Map<string, Seen>()

  beforeAll(async () => {
    browser = await openBrowser()
    const { on, letGo } = await plantForPages(at())
    const look = async (caller: Caller) => {
      for (const [page, buttons] of await walk(browser, { world: at(), on, caller }))
        seen.set(`${page} ${caller}`, buttons)
    }
    // The admin first, who alone may stop what runs.
    await look('admin')
    await letGo()
    await Promise.all(visitors.filter((caller) => caller !== 'admin').map(look))
    await at().server.cairn.jobs.idle()
  })

  afterAll(() => browser.close())

  const rows = pageActions.flatMap((action) =>
    visitors.map((caller, i) => {
      const { page, button, does, shown } = action
      return { page, button, does, caller, expected: shown[i] ?? 'offered' }
    })
  )

  test.each(rows)('$button on $page shown to $caller: $expected', (row) => {
    const { page, button, does, caller, expected } = row
    const buttons = seen.get(`${page} ${caller}`) ?? 'sign in'
    const offered = typeof buttons !== 'string' && buttons.some((name) => fits(name, button))
    const absent: Shown = expected === 'not now' ? 'not now' : 'no button'
    expect(typeof buttons === 'string' ? buttons : offered ? 'offered' : absent).toBe(expected)
    // What is offered is allowed at the door, and what is not, is not.
    const allowed = !['no', 'not in'].includes(matrix[does]?.[callers.indexOf(caller)] ?? 'no')
    expect([expected, allowed]).toEqual([expected, ['offered', 'not now'].includes(expected)])
  })

  test('no page has a button that the table does not know', () => {
    const known = [...pageActions.map(({ button }) => button), ...onlyLooks]
    const unknown = [...seen].flatMap(([where, buttons]) =>
      typeof buttons === 'string'
        ? []
        : buttons
            .filter((name) => !known.some((button) => fits(name, button)))
            .map((name) => `${where}: ${name}`)
    )
    expect(unknown).toEqual([])
  })

  test('everything that the pages can change is an action of the table', async () => {
    const does = new Set<string>(pageActions.map((action) => action.does))
    expect((await mutationsOfPages()).filter((name) => !does.has(name))).toEqual([])
  })
}

/** The fields of Mutation that the documents of the pages name. */
async function mutationsOfPages(): Promise<string[]> {
  const folder = join(packageRoot(), 'src', 'web')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('-documents.ts')
  )
  const modules = await Promise.all(
    files.map(async (file) => {
      const exported = await pageModule<{ verdicts?: Readonly<Record<string, string>> }>(file)
      const documents = Object.values(exported as Readonly<Record<string, unknown>>).filter(
        (value): value is string => typeof value === 'string' && /^\s*mutation\b/.test(value)
      )
      return [...documents.flatMap(fieldsOf), ...Object.values(exported.verdicts ?? {})]
    })
  )
  const found = [...new Set(modules.flat())].sort()
  if (found.length < 10) throw new Error(`only ${found.join(', ')} were found`)
  return found
}

function fieldsOf(document: string): string[] {
  return parse(document).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((one) =>
          one.kind === Kind.FIELD ? [one.name.value] : []
        )
      : []
  )
}

/** What pages need for each of their actions to have sense. */
async function plantForPages(
  world: TeamWorld
): Promise<{ on: OnPages; letGo: () => Promise<void> }> {
  const { ask, keys, kept, server } = world
  const words = { title: 'Other words', applies: 'Whenever blanks are met.', advice: 'Strip them.' }
  const { editInsight } = await said<{
    editInsight: { changes: { insight: string; after: { version: number } }[] }
  }>(
    ask(
      keys.curator,
      'mutation ($d: DecisionInput!, $w: InsightWordsInput!) { editInsight(decision: $d, into: $w) { changes { insight after { version } } } }',
      { d: { insight: kept.insight, version: await versionOf(world, kept.insight) }, w: words }
    )
  )
  const made = editInsight.changes.find(({ insight }) => insight !== kept.insight)
  if (made === undefined) throw new Error('no revision was made')
  await said(
    ask(keys.curator, 'mutation ($d: DecisionInput!) { releaseInsight(decision: $d) { id } }', {
      d: { insight: made.insight, version: made.after.version }
    })
  )
  await said(ask(keys.curator, `mutation { closeEpoch(note: "${canary}") { closed } }`))
  const { makePrincipal } = await said<{ makePrincipal: { principal: { id: string } } }>(
    ask(
      keys.admin,
      'mutation { makePrincipal(input: { name: "dora", role: "agent" }) { principal { id } } }'
    )
  )
  await said(
    ask(keys.admin, 'mutation ($id: ID!) { disablePrincipal(id: $id) { id } }', {
      id: makePrincipal.principal.id
    })
  )
  const start = async (sources: string) => {
    const { ingest: job } = await said<{ ingest: { id: string } }>(
      ask(
        keys.admin,
        'mutation ($i: IngestInput!) { ingest(input: $i) { id } }',
        { i: { reader: 'markdown', sources: [sources], name: 'held', version: '1' } },
        'team-a'
      )
    )
    return job.id
  }
  const failed = await start('/nowhere/at/all')
  await server.cairn.jobs.idle()
  const letGo = await holdNode('Library', 'library:docs/held@1+team-a')
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'held.md'), '# Held\n\nComes in slowly.\n')
  const running = await start(folder)
  return { on: { ...kept, unclaimed: made.insight, failed, running }, letGo }
}

async function versionOf({ ask, keys }: TeamWorld, id: string): Promise<number> {
  const { insight } = await said<{ insight: { insight: { version: number } } }>(
    ask(keys.curator, 'query ($id: ID!) { insight(id: $id) { insight { version } } }', { id })
  )
  return insight.insight.version
}

/** Opens every page of the table as one caller, in the team's space. */
async function walk(
  browser: Browser,
  { world, on, caller }: { world: TeamWorld; on: OnPages; caller: Caller }
): Promise<Map<string, Seen>> {
  const key = caller === 'nobody' ? null : world.keys[caller]
  const { page, close } = await visit(browser, world.server.url, { key, still: true })
  const found = new Map<string, Seen>()
  if (caller === 'admin') {
    await page.goto('/health')
    await page.evaluate(`localStorage.setItem('cairn.space', 'team-a')`)
  }
  for (const [name, address] of Object.entries(pageAddresses))
    found.set(name, await seenAt(page, address(on), key === null))
  await close()
  return found
}

async function seenAt(page: Page, address: string, stranger: boolean): Promise<Seen> {
  if (stranger) {
    await page.goto(address)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    return 'sign in'
  }
  await open(page, address)
  await page.getByText('Asking…').waitFor({ state: 'detached' })
  if ((await page.getByText(/^This page is for the role/).count()) > 0) return 'no page'
  return page.evaluate<string[]>(buttonsInMain)
}

/** Names of the buttons of the page; rows, tabs and switches that choose what is looked at are left out. */
const buttonsInMain = `(() => {
  const choosing = '.segments *, .explore-chips *, .queue-row, .row-button, .epoch-stop, .explore-row, .explore-legend *, .copy, .source, .examples *, .explore-start *, .explore-link'
  const named = (element) => {
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent
    if (label != null) return label.trim()
    const copy = element.cloneNode(true)
    for (const mark of copy.querySelectorAll('[aria-hidden=true]')) mark.remove()
    return copy.textContent.replace(/\\s+/g, ' ').trim()
  }
  return [...document.querySelectorAll('#main :is(button, a.button, summary.button, select)')]
    .filter((element) => !element.matches(choosing) && element.checkVisibility())
    .map(named)
})()`
