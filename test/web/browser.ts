import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from '../../eval/support/chromium.js'
import { packageRoot } from '../../src/package-root.js'

/** A real Chromium; CAIRN_TEST_CHROMIUM says where it is, /usr/bin/chromium unless told. */
export function openBrowser(): Promise<Browser> {
  return openChromium(process.env['CAIRN_TEST_CHROMIUM'] ?? '/usr/bin/chromium')
}

/** Builds the pages from src/web, so that what is tested is what stands there; not where they are built from it already. */
export function buildPages(): void {
  if (builtAlready()) return
  const vite = join(packageRoot(), 'node_modules', 'vite', 'bin', 'vite.js')
  const config = join(packageRoot(), 'src', 'web', 'vite.config.ts')
  execFileSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: packageRoot(),
    // Jest says that this is a test; the pages shall be what is shipped.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'pipe'
  })
}

/** Whether the built pages are newer than all that they are built from. */
function builtAlready(): boolean {
  const built = join(packageRoot(), 'dist', 'web', 'index.html')
  if (!existsSync(built)) return false
  const { mtimeMs } = statSync(built)
  const changed = (file: string) => statSync(file).mtimeMs >= mtimeMs
  const sources = ['web', 'domain'].flatMap((room) => {
    const folder = join(packageRoot(), 'src', room)
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name)
    )
  })
  return ![...sources, join(packageRoot(), 'package-lock.json')].some(changed)
}

export interface Visit {
  readonly page: Page
  /** Errors on the console, and what a script threw. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export interface VisitOptions {
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  /** As on a telephone. */
  readonly touch?: boolean
  /** Without motion, as some people ask of their system. */
  readonly still?: boolean
  /** In a browser that has loaded nothing before. */
  readonly fresh?: boolean
}

/** What a graphics driver says of itself is no complaint of ours. */
const ours = (said: string) => !said.includes('GL Driver Message')

/**
 * Profiles of visits that ended, by who visited and how: the next of the same kind finds the scripts loaded and
 * compiled, which takes longer than most of what it does, and nothing else of the one before.
 */
const rested = new WeakMap<Browser, Map<string, BrowserContext[]>>()

function restedLike(browser: Browser, kind: string): BrowserContext[] {
  const kinds = rested.get(browser) ?? new Map<string, BrowserContext[]>()
  rested.set(browser, kinds)
  const alike = kinds.get(kind) ?? []
  kinds.set(kind, alike)
  return alike
}

function openProfile(browser: Browser, url: string, options: VisitOptions) {
  const { width = 1280, scheme = 'light', touch = false, still = false } = options
  return browser.newContext({
    baseURL: url,
    viewport: { width, height: 860 },
    colorScheme: scheme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: still ? 'reduce' : 'no-preference'
  })
}

/** Closes all its windows and forgets what they kept. */
async function rest(profile: BrowserContext, page: Page): Promise<void> {
  // A window that was sent nowhere keeps nothing, and may not even ask.
  if (page.url() !== 'about:blank') await page.evaluate('localStorage.clear()')
  await Promise.all(profile.pages().map((one) => one.close()))
  await profile.clearCookies()
}

/** A window of its own, logged in with a key unless it is null. */
export async function visit(
  browser: Browser,
  url: string,
  options: VisitOptions & { key: string | null }
): Promise<Visit> {
  const { key, fresh = false } = options
  const alike = restedLike(browser, JSON.stringify([url, options]))
  const context = alike.pop() ?? (await openProfile(browser, url, options))
  if (key !== null) {
    // A connection kept from the visit before may end under way: the server closes those that rest for some seconds.
    const headers = { connection: 'close' }
    const entered = await context.request.post('/session', { data: { key }, headers })
    if (!entered.ok()) throw new Error(await entered.text())
  }
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && ours(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const close = async () => {
    if (fresh || key === null) {
      await context.close()
      return
    }
    await rest(context, page)
    alike.push(context)
  }
  return { page, complaints, close }
}

/** Opens an address and waits until what it asks for is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Waits until the page has its heading and nothing is being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('#main h1', { state: 'attached' })
  await page.locator('.skeleton').first().waitFor({ state: 'detached' })
}

/** By how many pixels the page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    `Math.max(...[document.documentElement, document.querySelector('main')].map((e) => e.scrollWidth - e.clientWidth))`
  )
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly target: readonly string[] }[]
  }[]
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds serious or critical, with the first place of each. */
export async function barriers(page: Page): Promise<string[]> {
  // The content policy allows no script of another's; what the debugger evaluates is not one.
  if (!(await page.evaluate<boolean>(`'axe' in window`))) await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, { resultTypes: ['violations'] })`
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}
