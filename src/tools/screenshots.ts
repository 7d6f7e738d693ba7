import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

/** Every page with something in it: its name in the file, and its address. */
const pages: readonly (readonly [name: string, path: string])[] = [
  ['ask', '/ask'],
  ['answer', '/ask?q=join%20two%20frames%20on%20a%20shared%20key&source=1'],
  ['explore', '/explore'],
  ['review', '/review'],
  ['insights', '/insights'],
  ['epochs', '/epochs'],
  ['gaps', '/gaps'],
  ['health', '/graph-health'],
  ['libraries', '/libraries'],
  ['take-in', '/libraries?add=yes'],
  ['jobs', '/jobs'],
  ['keys', '/keys']
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
  '--disable-sync'
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
      for (const [name, path] of pages) {
        await page.goto(path)
        await page.waitForSelector('#main h1', { state: 'attached' })
        await page.locator('.skeleton').first().waitFor({ state: 'detached' })
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
