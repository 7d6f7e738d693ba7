import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { packageRoot } from '../../src/package-root.js'

const args = [
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

/** A real Chromium; CAIRN_TEST_CHROMIUM says where it is, /usr/bin/chromium unless told. */
export function openBrowser(): Promise<Browser> {
  const executablePath = process.env['CAIRN_TEST_CHROMIUM'] ?? '/usr/bin/chromium'
  return chromium.launch({ executablePath, args })
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
}

/** What a graphics driver says of itself is no complaint of ours. */
const ours = (said: string) => !said.includes('GL Driver Message')

/** A window of its own, logged in with a key unless it is null. */
export async function visit(
  browser: Browser,
  url: string,
  options: VisitOptions & { key: string | null }
): Promise<Visit> {
  const { key, width = 1280, scheme = 'light', touch = false, still = false } = options
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height: 860 },
    colorScheme: scheme,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: still ? 'reduce' : 'no-preference'
  })
  if (key !== null) {
    const entered = await context.request.post('/session', { data: { key } })
    if (!entered.ok()) throw new Error(await entered.text())
  }
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && ours(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints, close: () => context.close() }
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
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, { resultTypes: ['violations'] })`
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ') ?? ''}`)
}
