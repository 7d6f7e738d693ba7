import type { Page } from 'playwright-core'
import { ask } from '../api/ask-http.js'
import { open, settled } from './browser.js'
import type { PagesWorld } from './pages-world.js'
import { countSteps } from './steps.js'

const article = (page: Page, name: string) => page.getByRole('article', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')

/** What admins do on Keys, as they do it. */
export function keysTests(at: () => PagesWorld): void {
  const me = (key: string) => ask(at().server.url, '{ me { name role } }', {}, key)

  test('a key is made in two steps and used in the third; what is to be done with it stands beside; revoked it opens nothing and is shown no more', async () => {
    const { page, complaints, close } = await at().visit('admin')
    const steps = countSteps()
    await open(page, '/keys')
    await steps.do('add', () => page.getByRole('button', { name: 'Add a person or agent' }).click())
    await steps.do('name it', async () => {
      await page.getByLabel('Name').fill('newcomer')
      await page.keyboard.press('Enter')
    })
    const shown = (await page.locator('.key-shown code').textContent()) ?? ''
    await steps.do('use it', () => me(shown))
    expect(steps.taken.length).toBeLessThanOrEqual(3)
    expect((await me(shown)).data).toEqual({ me: { name: 'newcomer', role: 'agent' } })

    const told = page.getByRole('group', { name: 'For Claude Code' })
    expect(await told.textContent()).toContain(`Bearer ${shown}`)
    await page.getByLabel('How to use this key in').selectOption('codex')
    expect(await page.getByRole('group', { name: 'For Codex' }).textContent()).toContain(
      `url = "${at().server.url}/mcp"`
    )

    const newcomer = article(page, 'newcomer')
    await newcomer.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect((await me(shown)).status).toBe(200)
    await newcomer.getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    await newcomer.getByText(/^revoked/).waitFor()
    expect((await me(shown)).status).toBe(401)
    expect(await page.getByText(shown).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('a key ends when it was said to, and a role that was given in one space alone holds there', async () => {
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/keys')
    await page.getByRole('button', { name: 'Add a person or agent' }).click()
    await page.getByLabel('Name').fill('guest')
    await page.getByLabel('Role', { exact: true }).selectOption('analyst')
    await page.getByLabel('In team-a').selectOption('curator')
    await page.getByLabel('The key ends').selectOption('30')
    await page.getByRole('button', { name: 'Add and show the key' }).click()
    const guest = article(page, 'guest')
    await guest.getByText('team-a (write, curator there)', { exact: false }).waitFor()
    await guest.getByText('ends in 4 weeks', { exact: false }).waitFor()
    const { principals } = await at().said<{
      principals: { name: string; keys: { expiresAt: string | null }[] }[]
    }>('{ principals { name keys { expiresAt } } }')
    const ends = principals.find(({ name }) => name === 'guest')?.keys[0]?.expiresAt ?? ''
    expect(Math.round((Date.parse(ends) - Date.now()) / 86_400_000)).toBe(30)
    expect(complaints).toEqual([])
    await close()
  })

  test('the last key that may do everything is not revoked, and the page says in words why', async () => {
    const { page, close } = await at().visit('admin')
    await open(page, '/keys')
    const local = article(page, 'local')
    await local.getByRole('button', { name: 'Revoke' }).first().click()
    await dialog(page).getByText('It is one of your own keys', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Revoke the key' }).click()
    const alert = local.getByRole('alert')
    await alert.waitFor()
    const said = (await alert.textContent()) ?? ''
    expect(said).toContain('the last key that may do everything')
    expect(said).not.toMatch(/`|CONFLICT/)
    expect((await at().said<{ me: { name: string } }>('{ me { name } }')).me.name).toBe('local')
    await close()
  })

  test('a member is added to a space and taken out, and one who is blocked is let in again with another key', async () => {
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/keys')
    await page.getByLabel("Id of a new team's space").fill('team-new')
    await page.getByRole('button', { name: 'Make a space' }).click()
    const space = page.locator('.space-row').filter({ hasText: 'team-new' })
    await space.getByLabel('Add a member to team-new').selectOption({ label: 'the-agent, write' })
    const sees = async () => {
      const reply = await ask(at().server.url, '{ spaces { id } }', {}, at().keys.agent)
      return reply.text.includes('team-new')
    }
    await space.getByRole('button', { name: 'Remove the-agent from team-new' }).waitFor()
    expect(await sees()).toBe(true)
    await space.getByRole('button', { name: 'Remove the-agent from team-new' }).click()
    await space
      .getByRole('button', { name: 'Remove the-agent from team-new' })
      .waitFor({ state: 'detached' })
    expect(await sees()).toBe(false)

    const agent = article(page, 'the-agent')
    await agent.getByRole('button', { name: 'Block' }).click()
    await agent.getByText(/^blocked/).waitFor()
    expect((await me(at().keys.agent)).status).toBe(401)
    await agent.getByRole('button', { name: 'Let in again' }).click()
    await agent.getByText(/^blocked/).waitFor({ state: 'detached' })
    await agent.getByRole('button', { name: 'Another key…' }).click()
    await dialog(page).getByRole('button', { name: 'Make the key' }).click()
    const key = (await page.locator('.key-shown code').textContent()) ?? ''
    for (const opens of [key, at().keys.agent]) expect((await me(opens)).status).toBe(200)
    await page.getByRole('button', { name: 'I have it' }).click()
    expect(await page.getByText(key).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('an address that no page has searches for what its words may mean', async () => {
    const { page, complaints, close } = await at().visit('admin')
    await page.goto('/insigts')
    await settled(page)
    expect(await page.getByRole('searchbox').inputValue()).toBe('insigts')
    await page.getByRole('searchbox').fill('insight')
    const found = page.getByRole('list', { name: 'Found' })
    await found
      .getByRole('link', { name: /^Insights/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Insights', level: 1 }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
}
