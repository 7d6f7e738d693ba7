import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What one first visit to a page cost. */
export interface Load {
  /** Milliseconds from the start of the navigation to the largest contentful paint. */
  readonly lcp: number
  /** Milliseconds beyond 50 of each task that ran longer, from the first paint on: total blocking time. */
  readonly tbt: number
  /** Sum of the scores of layout shifts that no input had caused. */
  readonly cls: number
  /** Bytes over the wire, compressed, of everything that was asked for. */
  readonly bytes: number
  /** Of those the script that the document names. */
  readonly mainScript: number
}

export interface Visit {
  readonly url: string
  /** Whoever signs in. */
  readonly key: string
  readonly path: string
  /** Of the viewport, in CSS pixels. */
  readonly width: number
}

/** How long the page is watched after it has its content. */
const rest = 1_500

/** Visits a page as for the first time, with nothing in the cache. @throws Error where the key is refused or the page shows nothing */
export async function loadPage(browser: Browser, visit: Visit): Promise<Load> {
  const { width } = visit
  const context = await browser.newContext({
    baseURL: visit.url,
    viewport: { width, height: width < 600 ? 844 : 860 },
    reducedMotion: 'reduce'
  })
  try {
    const entered = await context.request.post('/session', { data: { key: visit.key } })
    if (!entered.ok()) throw new Error(`${visit.url} does not know its own key`)
    const page = await context.newPage()
    await page.addInitScript(watch)
    const sizes = await sizesOf(context, page)
    await page.goto(visit.path)
    await page.waitForSelector('#main h1', { state: 'attached' })
    await page.locator('.skeleton').first().waitFor({ state: 'detached' })
    await page.waitForTimeout(rest)
    const seen = await page.evaluate<Pick<Load, 'lcp' | 'tbt' | 'cls'>>('window.seen()')
    const main = await page.evaluate<string>(
      'document.querySelector("script[type=module][src]")?.src ?? ""'
    )
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    return { ...seen, bytes, mainScript: sizes.get(main) ?? 0 }
  } finally {
    await context.close()
  }
}

/** What came over the wire by address, as it comes. */
async function sizesOf(context: BrowserContext, page: Page): Promise<ReadonlyMap<string, number>> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  const addresses = new Map<string, string>()
  const sizes = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, response }) => {
    addresses.set(requestId, response.url)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const address = addresses.get(requestId) ?? requestId
    sizes.set(address, (sizes.get(address) ?? 0) + encodedDataLength)
  })
  return sizes
}

/** Runs in the page before anything of it. */
const watch = `(() => {
  const seen = { lcp: 0, tbt: 0, cls: 0 }
  let painted = 0
  const tasks = []
  const on = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  on('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime })
  on('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value })
  on('paint', (entry) => { if (entry.name === 'first-contentful-paint') painted = entry.startTime })
  on('longtask', (entry) => { tasks.push(entry) })
  window.seen = () => {
    const blocking = tasks.filter((task) => task.startTime + task.duration > painted)
    return { ...seen, tbt: blocking.reduce((sum, task) => sum + Math.max(0, task.duration - 50), 0) }
  }
})()`
