import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from 'playwright-core'

interface View {
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

/** Every page with something in it, and what opens on it. */
const views: readonly View[] = [
  { name: 'overview', path: '/overview' },
  { name: 'ask', path: '/ask' },
  { name: 'answer', path: '/ask?q=join%20two%20frames%20on%20a%20shared%20key&source=1' },
  { name: 'explore', path: '/explore' },
  {
    name: 'explored',
    path: '/explore',
    act: async (page) => {
      await firstOf('.explore-start .button')(page)
      await page.getByText('nodes,').first().waitFor()
      await page.getByText('arranging').waitFor({ state: 'detached' })
    }
  },
  { name: 'review', path: '/review' },
  { name: 'candidate', path: '/review', act: firstOf('.queue-row') },
  {
    name: 'merge',
    path: '/review',
    act: async (page) => {
      await firstOf('.queue-row')(page)
      await firstOf('.decide-bar .button:has-text("Merge")')(page)
    }
  },
  { name: 'insights', path: '/insights' },
  { name: 'insight', path: '/insights', act: firstOf('.insight-row a') },
  { name: 'epochs', path: '/epochs' },
  { name: 'gaps', path: '/gaps' },
  { name: 'health', path: '/graph-health' },
  { name: 'libraries', path: '/libraries' },
  { name: 'versions', path: '/libraries', act: firstOf('.library-row .button') },
  { name: 'take-in', path: '/libraries?add=yes' },
  { name: 'jobs', path: '/jobs' },
  { name: 'job', path: '/jobs', act: firstOf('.job-row .row-button') },
  { name: 'keys', path: '/keys' }
]

const widths = [1280, 390] as const
const schemes = ['light', 'dark'] as const

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // WebGL drawn by the processor.
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader'
]

interface Shoot {
  readonly url: string
  /** Key of whoever sees every page: an admin's. */
  readonly key: string
  /** Folder that the images go to; made where it is missing. */
  readonly out: string
}

/**
 * Shoots every page of a running Cairn at 1280 and 390 pixels, light and dark.
 * @returns how many images there are
 */
async function shootPages(browser: Browser, { url, key, out }: Shoot): Promise<number> {
  mkdirSync(out, { recursive: true })
  let shot = 0
  for (const width of widths) {
    for (const scheme of schemes) {
      const viewport = { width, height: width === 390 ? 844 : 860 }
      const context = await browser.newContext({ baseURL: url, viewport, colorScheme: scheme })
      const entered = await context.request.post('/session', { data: { key } })
      if (!entered.ok()) throw new Error(`${url} does not know this key (${entered.status()})`)
      const page = await context.newPage()
      for (const { name, path, act } of views) {
        await page.goto(path)
        await settled(page)
        await act?.(page)
        await settled(page)
        // Layouts and fonts come to rest.
        await page.waitForTimeout(400)
        await page.screenshot({ path: join(out, `${name}-${width}-${scheme}.png`) })
        shot += 1
      }
      await context.close()
    }
  }
  return shot
}

/** Waits until the page has its heading and nothing is being loaded. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#main h1', { state: 'attached' })
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string', default: 'http://127.0.0.1:7420' },
      key: { type: 'string' },
      out: { type: 'string', default: 'screenshots' },
      chromium: { type: 'string', default: '/usr/bin/chromium' }
    }
  })
  const { url, key, out, chromium: executablePath } = values
  if (key === undefined)
    throw new Error('Give the key of an admin: --key "$(cat ~/.cairn/admin.key)"')
  const browser = await chromium.launch({ executablePath, args: chromiumFlags })
  try {
    const shot = await shootPages(browser, { url, key, out })
    process.stdout.write(`${shot} screenshots in ${out}\n`)
  } finally {
    await browser.close()
  }
}

await run()
