import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { zip } from '../support/archives.js'
import { temporaryFolder } from '../support/build-cairn.js'
import { handbook } from './acts-tests.js'
import { open, settled } from './browser.js'
import { holdNode } from './hold-node.js'
import type { PagesWorld } from './pages-world.js'
import { countSteps } from './steps.js'

const dialog = (page: Page) => page.getByRole('dialog')
const preview = (page: Page) => page.getByRole('region', { name: 'What comes in' })
const row = (page: Page, name: string) => page.locator('.library-row').filter({ hasText: name })

/** Adding libraries on their page, and what jobs and Health say of what came in. */
export function libraryTests(at: () => PagesWorld): void {
  test('a library is added by its name and seen coming in, in three steps', async () => {
    const { page, complaints, close } = await at().visit('admin')
    const steps = countSteps()
    await open(page, '/libraries')
    await steps.do('add', () => page.getByRole('button', { name: 'Add a library' }).click())
    await steps.do('name it', async () => {
      await page.keyboard.type('thimble')
      await page.keyboard.press('Enter')
    })
    await preview(page).getByText('Keeps needles off fingers.').waitFor()
    expect(await preview(page).textContent()).toMatch(
      /thimble 2\.0\.0 ?npm package.*No version of it is held yet/
    )
    await steps.do('take it in', () => page.keyboard.press('Enter'))
    await dialog(page).getByText('done', { exact: true }).waitFor()
    await dialog(page)
      .getByText(/^thimble 2\.0\.0: \d+ pages written with \d+ sections? and 1 API/)
      .waitFor()
    expect(steps.taken.length).toBeLessThanOrEqual(3)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'thimble' }).waitFor()

    // Asked for again from its row it is looked up at once, and known as held.
    await row(page, 'thimble').getByRole('button', { name: 'Update…' }).click()
    await preview(page).getByText('2.0.0 is held: what changed of it comes in.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('a folder is taken in page by page as it is seen coming in, with what is left of it said', async () => {
    const folder = handbook('handbook', 30)
    // The last page waits until it is let go, so that what came in before is seen.
    const letGo = await holdNode('Doc', 'doc:docs/leaflet@1/page-30.md')
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/libraries?add=yes')
    await page.getByRole('button', { name: 'Folder' }).click()
    await page.getByLabel(/^Folder or file/).fill(folder)
    await page.getByText('Reader, name and version').click()
    await page.getByLabel('Name').fill('leaflet')
    await page.getByLabel('Version').fill('1')
    await page.getByRole('button', { name: 'See what comes in' }).click()
    await preview(page).getByText('30 pages').waitFor()
    await page.getByRole('button', { name: 'Take in' }).click()
    const progress = dialog(page).getByRole('progressbar', { name: /handbook/ })
    await progress.waitFor()
    await dialog(page)
      .getByText(/\d+ of 30 pages/)
      .waitFor()
    expect(Number(await progress.getAttribute('aria-valuemax'))).toBe(30)
    await letGo()
    await dialog(page).getByText('done', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'leaflet' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('an archive is uploaded, looked through and taken in', async () => {
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/libraries?add=yes')
    await page.getByRole('button', { name: 'Upload' }).click()
    await page.getByLabel('Archive').setInputFiles({
      name: 'needles.zip',
      mimeType: 'application/zip',
      buffer: zip({ 'needles/eye.md': '# Eye\n\nThread goes through it.\n' })
    })
    await page.getByText('needles.zip is here.').waitFor()
    await page.getByRole('button', { name: 'See what comes in' }).click()
    await preview(page).getByText('1 page').first().waitFor()
    await page.getByRole('button', { name: 'Take in' }).click()
    await dialog(page).getByText('done', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'needles' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('what was typed survives a refusal and a reload', async () => {
    const { page, close } = await at().visit('admin')
    await open(page, '/libraries?add=yes')
    await page.getByLabel('Package').fill('no-such-thing')
    await page.getByRole('button', { name: 'See what comes in' }).click()
    const alert = dialog(page).getByRole('alert')
    await alert.getByText("The registry of npm has no package 'no-such-thing'.").waitFor()
    expect(await alert.textContent()).not.toContain('NOT_FOUND')
    expect(await page.getByLabel('Package').inputValue()).toBe('no-such-thing')
    await page.reload()
    await settled(page)
    expect(await page.getByLabel('Package').inputValue()).toBe('no-such-thing')
    await close()
  })

  test('versions are compared where two are held, in whatever space one looks from; the older says so unless it is pinned', async () => {
    const version = async (said: string, text: string) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'a.md'), `# A\n\n${text}\n`)
      await at().said('mutation ($i: IngestInput!) { ingest(input: $i) { id } }', {
        i: { reader: 'markdown', sources: [folder], name: 'twofold', version: said }
      })
      await at().server.cairn.jobs.idle()
    }
    await version('1.0', 'Once.')
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/libraries?q=twofold')
    await page.getByRole('link', { name: 'twofold' }).waitFor()
    expect(await page.getByRole('link', { name: 'Compare versions' }).count()).toBe(0)
    await version('1.10', 'Twice.')
    await version('1.9', 'Between.')
    await page.reload()
    await settled(page)
    expect(await page.locator('.library-row code').allTextContents()).toEqual([
      '1.10',
      '1.9',
      '1.0'
    ])
    const oldest = page.locator('.library-row').last()
    await oldest.getByText('1.10 is held').waitFor()
    await oldest.getByRole('button', { name: 'Pin' }).click()
    await oldest.getByText('pinned', { exact: true }).waitFor()
    expect(await oldest.getByText('1.10 is held').count()).toBe(0)

    await page.getByLabel('Space').selectOption('team-a')
    await page.getByRole('link', { name: 'Compare versions' }).first().click()
    await page.getByRole('heading', { name: 'twofold 1.9 to twofold 1.10' }).waitFor()
    // What is public is changed where one is in the public space.
    expect(await page.getByRole('button', { name: 'Remove…' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('an import that took in nothing is no success, says why, and stands on Health with its button', async () => {
    const file = join(temporaryFolder(), 'strange.jsonl')
    writeFileSync(file, '{"neither": "a trace"}\n{"nor": "this"}\n')
    await at().said('mutation ($i: ImportTracesInput!) { importTraces(input: $i) { id } }', {
      i: { paths: [file] }
    })
    await at().server.cairn.jobs.idle()
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/jobs')
    const job = page
      .locator('.job-row')
      .filter({ hasText: 'strange' })
      .or(page.locator('.job-row').first())
    await job.getByText('took in nothing').first().waitFor()
    await page.locator('.job-row').first().getByRole('button').first().click()
    const panel = page.getByRole('complementary', { name: 'Job' })
    await panel.getByText(/^0 attempts came in, \d+ records? not taken in\.$/).waitFor()
    await panel.getByRole('heading', { name: 'Left out, and why' }).waitFor()

    await open(page, '/graph-health')
    const finding = page.getByRole('region', { name: 'Imports that took in nothing' })
    await finding.getByRole('link', { name: 'Read why' }).click()
    await page.getByRole('heading', { name: 'Jobs', level: 1 }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('Health says which library is older than what projects use, unless that one is pinned', async () => {
    await at().said(
      'mutation { recommend(question: "what does twofold say", versions: [{ name: "twofold", version: "2.0" }]) { id } }'
    )
    const stale = async () => {
      const { health } = await at().said<{
        health: { staleLibraries: { examples: { title: string }[] } }
      }>('{ health { staleLibraries { examples { title } } } }')
      return health.staleLibraries.examples.map(({ title }) => title)
    }
    // One of its versions is pinned by now.
    expect(await stale()).toEqual([])
    await at().said('mutation { pinLibrary(library: "docs/twofold@1.0", pinned: false) { id } }')
    expect(await stale()).toEqual(['twofold 1.10 is held, 2.0 is used (1 question)'])
    const { page, complaints, close } = await at().visit('admin')
    await open(page, '/graph-health')
    const finding = page.getByRole('region', { name: 'Libraries that are older' })
    await finding.getByRole('link', { name: 'Update them' }).click()
    await page.getByRole('heading', { name: 'Libraries', level: 1 }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
}
