import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { plant } from '../seed/screenshots/plant.js'
import { views, type View } from '../seed/screenshots/views.js'
import { createLog } from '../src/log.js'
import { startServer } from '../src/server.js'
import { loadPage, type Load } from './pages/load-page.js'
import { openChromium } from './support/chromium.js'
import { machine } from './support/machine.js'
import { evalConfig } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    home: { type: 'string' },
    loads: { type: 'string', default: '3' },
    only: { type: 'string' },
    width: { type: 'string', default: '1280' },
    chromium: { type: 'string', default: '/usr/bin/chromium' }
  }
})

/** What a page may cost on its first visit: milliseconds to its largest paint, blocked, of layout that shifts, and kilobytes. */
const budget = { lcp: 1_000, tbt: 200, cls: 0.02, kilobytes: 180, mainScript: 75 }

/**
 * What each page costs on its first visit, beside its budget: npm run eval:pages -- [--loads 3] [--only review] [--width 390]
 * [--home a home that was planted before, or is kept for the next time]. The median of so many loads, each in a fresh browser context.
 */
async function main(): Promise<void> {
  const home = flags.home ?? mkdtempSync(join(tmpdir(), 'cairn-pages-'))
  const config = { ...evalConfig(home), withholdPercent: 0 }
  const server = await startServer(config, { log: createLog('warn') })
  const { key } = server.cairn.localKey()
  const browser = await openChromium(flags.chromium)
  try {
    const { nodes } = await server.cairn.status()
    if ((nodes['Trace'] ?? 0) === 0) await plant(server, key)
    await report(browser, { url: server.url, key })
  } finally {
    await browser.close()
    await server.close()
    if (flags.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function report(browser: Browser, at: { url: string; key: string }): Promise<void> {
  // The first page of all waits for the server to have everything at hand.
  await loadPage(browser, { ...at, path: '/overview', width: Number(flags.width) })
  const rows: (string | number)[][] = []
  let mainScript = 0
  for (const { name, path } of measured()) {
    const loads: Load[] = []
    for (let i = 0; i < Number(flags.loads); i += 1)
      loads.push(await loadPage(browser, { ...at, path, width: Number(flags.width) }))
    const median = (of: (load: Load) => number) => percentile(loads.map(of), 0.5)
    const [lcp, tbt, cls] = [median((l) => l.lcp), median((l) => l.tbt), median((l) => l.cls)]
    const kilobytes = median((load) => load.bytes) / 1_024
    mainScript = Math.max(mainScript, median((load) => load.mainScript) / 1_024)
    rows.push([
      name,
      Math.round(lcp),
      Math.round(tbt),
      cls.toFixed(3),
      Math.round(kilobytes),
      over({ lcp, tbt, cls, kilobytes })
    ])
  }
  print(table(['page', 'LCP ms', 'TBT ms', 'CLS', 'KB', 'over budget'], rows))
  const isOver = mainScript > budget.mainScript ? ', over' : ''
  print(
    `main script ${mainScript.toFixed(1)} KB compressed (budget ${String(budget.mainScript)}${isOver}); budgets of a page: LCP ${String(budget.lcp)} ms, TBT ${String(budget.tbt)} ms, CLS ${String(budget.cls)}, ${String(budget.kilobytes)} KB`
  )
  print(JSON.stringify({ ...machine(), loads: Number(flags.loads), width: Number(flags.width) }))
}

/** A view with something to be done first is a page that is there already. */
function measured(): readonly View[] {
  const asAsked = views.filter(
    ({ act, name }) => act === undefined || /^(?:answer|explore)$/.test(name)
  )
  return flags.only === undefined ? asAsked : asAsked.filter(({ name }) => name === flags.only)
}

function over(of: { lcp: number; tbt: number; cls: number; kilobytes: number }): string {
  const names = { lcp: 'LCP', tbt: 'TBT', cls: 'CLS', kilobytes: 'KB' } as const
  const found = (['lcp', 'tbt', 'cls', 'kilobytes'] as const).filter((k) => of[k] > budget[k])
  return found.map((k) => names[k]).join(', ')
}

await main()
