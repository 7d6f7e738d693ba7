import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../eval/support/chromium.js'
import { readConfig } from '../src/config.js'
import { createLog } from '../src/log.js'
import { packageRoot } from '../src/package-root.js'
import { startServer } from '../src/server.js'
import { plant } from './screenshots/plant.js'
import { views, type View } from './screenshots/views.js'

/** Those that stand in the repository: few and small. */
const kept: readonly string[] = ['answer-1280-light', 'candidate-1280-light', 'explore-1280-light']

const widths = [1280, 1440, 390] as const
const schemes = ['light', 'dark'] as const
/** Of WebP, 0 to 1: text stays sharp. */
const quality = 0.82

const { values: flags } = parseArgs({
  options: {
    out: { type: 'string', default: 'screenshots' },
    home: { type: 'string' },
    only: { type: 'string' },
    chromium: { type: 'string', default: '/usr/bin/chromium' }
  }
})

/**
 * Every page on the demo's data, light and dark, at three widths: npm run docs:screenshots -- [--out screenshots] [--only answer]
 * [--home a home that was planted before, or is kept for the next time]. What README shows is written to docs/screenshots too.
 */
async function main(): Promise<void> {
  const home = flags.home ?? mkdtempSync(join(tmpdir(), 'cairn-screenshots-'))
  const config = { ...readConfig(), home, port: 0, boltPort: 0, browserPort: 0, withholdPercent: 0 }
  const server = await startServer(config, { log: createLog('warn') })
  const { key } = server.cairn.localKey()
  const browser = await openChromium(flags.chromium)
  try {
    const { nodes } = await server.cairn.status()
    if ((nodes['Trace'] ?? 0) === 0) await plant(server, key)
    const shot = await shootPages(browser, { url: server.url, key, out: flags.out })
    process.stdout.write(`${String(shot)} screenshots in ${flags.out}\n`)
  } finally {
    await browser.close()
    await server.close()
    if (flags.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

interface Shoot {
  readonly url: string
  /** Key of whoever sees every page: an admin's. */
  readonly key: string
  /** Folder that the images go to; made where it is missing. */
  readonly out: string
}

async function shootPages(browser: Browser, { url, key, out }: Shoot): Promise<number> {
  const folders = [out, join(packageRoot(), 'docs', 'screenshots')]
  for (const folder of folders) mkdirSync(folder, { recursive: true })
  let shot = 0
  for (const width of widths)
    for (const colorScheme of schemes) {
      const viewport = { width, height: width === 390 ? 844 : 860 }
      const narrow = width === 390
      const context = await browser.newContext({
        ...{ baseURL: url, viewport, colorScheme, reducedMotion: 'reduce' },
        ...{ isMobile: narrow, hasTouch: narrow }
      })
      const entered = await context.request.post('/session', { data: { key } })
      if (!entered.ok()) throw new Error(`${url} does not know its own key`)
      const page = await context.newPage()
      const encoder = await context.newPage()
      for (const view of wanted()) {
        const name = `${view.name}-${String(width)}-${colorScheme}`
        const image = await asWebp(encoder, await shoot(page, view))
        writeFileSync(join(out, `${name}.webp`), image)
        if (kept.includes(name)) writeFileSync(join(folders[1] ?? out, `${view.name}.webp`), image)
        shot += 1
      }
      await context.close()
    }
  return shot
}

function wanted(): readonly View[] {
  return flags.only === undefined ? views : views.filter(({ name }) => name === flags.only)
}

async function shoot(page: Page, { path, act }: View): Promise<Buffer> {
  await page.goto(path)
  await settled(page)
  await act?.(page)
  await settled(page)
  // Layouts and fonts come to rest.
  await page.waitForTimeout(500)
  return page.screenshot()
}

/** The browser knows WebP: a fifth of a PNG, and no tool more. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const encoded = await page.evaluate<string>(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png.toString('base64')}'
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    canvas.getContext('2d').drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', ${String(quality)})
  })()`)
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
}

/** Waits until the page has its heading and nothing is being loaded. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#main h1', { state: 'attached' })
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

await main()
