import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { createLog } from '../src/log.js'
import { openDatabase } from '../src/graph/database.js'
import { startServer, type RunningServer } from '../src/server.js'
import { openChromium } from './support/chromium.js'
import { machine } from './support/machine.js'
import { evalConfig, inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'

const { values: flags } = parseArgs({
  options: {
    nodes: { type: 'string', default: '5000' },
    edges: { type: 'string', default: '8000' },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
    gpu: { type: 'boolean', default: false }
  }
})

/** Milliseconds that each figure is measured over. */
const span = 5_000

/**
 * Frames a second of Explore with 5,000 nodes on the screen, in a real Chromium: npm run eval:explorer-fps --
 * [--nodes 5000] [--edges 8000] [--gpu]. Without --gpu WebGL is drawn by the processor (SwiftShader), the worst case.
 */
async function main(): Promise<void> {
  await inTemporaryHome(async (home) => {
    const config = { ...evalConfig(home, 'lexical'), withholdPercent: 0 }
    const server = await startServer(config, { log: createLog('warn') })
    try {
      await plant(server, home)
      await measure(server)
    } finally {
      await server.close()
    }
  })
}

/** APIs of some libraries, joined as documentation joins them: most to few, some to each other. */
async function plant(server: RunningServer, home: string): Promise<void> {
  const { readFileSync } = await import('node:fs')
  const db = openDatabase({
    uri: server.cairn.about.graph,
    user: 'neo4j',
    password: readFileSync(`${home}/neo4j/password`, 'utf8').trim(),
    database: 'neo4j',
    log: createLog('warn')
  })
  const [nodes, edges] = [Number(flags.nodes), Number(flags.edges)]
  await db.raw(
    `UNWIND range(1, toInteger($nodes)) AS i
     CREATE (:Api {id: 'api:fps/' + i, title: 'module' + (i % 40) + '.function' + i, space: 'public', library: 'npm/fps@' + (i % 7), kind: 'function'})`,
    { nodes }
  )
  await db.raw(
    `UNWIND range(2, toInteger($edges)) AS i
     WITH i, toInteger(i % $nodes) + 1 AS a, CASE WHEN i <= $nodes THEN toInteger(i / 9) + 1 ELSE toInteger((i * 7919) % $nodes) + 1 END AS b
     MATCH (x:Api {id: 'api:fps/' + a}), (y:Api {id: 'api:fps/' + b})
     MERGE (x)-[:SEE_ALSO]->(y)`,
    { nodes, edges }
  )
  await db.close()
}

async function measure(server: RunningServer): Promise<void> {
  const browser = await openChromium(flags.chromium, { gpu: flags.gpu })
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1280, height: 860 }
  })
  const { key } = server.cairn.localKey()
  await context.request.post('/session', { data: { key } })
  const page = await context.newPage()
  const n = Number(flags.nodes)
  await page.goto('/ask')
  await page.goto(`/explore#v=${await linkTo(page, n)}`)
  const started = performance.now()
  await page.getByText(`${String(n)} nodes,`).waitFor({ timeout: 120_000 })
  print(JSON.stringify(machine()))
  print(
    `${String(n)} nodes drawn after ${String(Math.round(performance.now() - started))} ms: ${(await page.locator('.explore-said').textContent()) ?? ''}`
  )
  await page.waitForTimeout(2_000)
  report('at rest', await frames(page, () => page.waitForTimeout(span)))
  report('panning', await frames(page, () => pan(page)))
  report('zooming', await frames(page, () => zoom(page)))
  await page.getByRole('button', { name: 'Arrange' }).click()
  report('while the layout runs', await frames(page, () => page.waitForTimeout(span)))
  report('panning while the layout runs', await frames(page, () => pan(page)))
  const arranged = performance.now()
  await page.getByRole('button', { name: 'Arrange' }).waitFor({ timeout: 180_000 })
  print(
    `the layout rests ${String(Math.round((performance.now() - arranged + 2 * span) / 1000))} s after it began`
  )
  await browser.close()
}

/** A link as the page makes them: all nodes on a spiral. */
function linkTo(page: Page, n: number): Promise<string> {
  return page.evaluate(
    `(async () => {
      const n = Array.from({ length: ${String(n)} }, (_, i) => 'api:fps/' + (i + 1))
      const p = n.flatMap((_, i) => [Math.round(2000 + 28 * Math.sqrt(i) * Math.cos(i * 2.4)), Math.round(2000 + 28 * Math.sqrt(i) * Math.sin(i * 2.4))])
      const text = JSON.stringify({ v: 1, n, p, f: [], s: [], w: [], q: {}, c: null })
      const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'))
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer())
      let binary = ''
      for (const byte of bytes) binary += String.fromCharCode(byte)
      return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
    })()`
  )
}

/** Times between frames while something is done, in milliseconds. */
async function frames(page: Page, doing: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(
    `(() => { const times = []; let last = performance.now(); window.fps = { times, on: true };
      const tick = () => { const now = performance.now(); times.push(now - last); last = now; if (window.fps.on) requestAnimationFrame(tick) }
      requestAnimationFrame(tick) })()`
  )
  await doing()
  return page.evaluate('(window.fps.on = false, window.fps.times.slice(1))')
}

function report(name: string, times: readonly number[]): void {
  const total = times.reduce((a, b) => a + b, 0)
  const fps = (times.length * 1000) / total
  print(
    `${name}: ${fps.toFixed(0)} frames a second; a frame takes ${percentile(times, 0.5).toFixed(0)} ms, the slowest of 20 ${percentile(times, 0.95).toFixed(0)} ms`
  )
}

/** From a corner where no node is, or that node would be dragged. */
async function pan(page: Page): Promise<void> {
  const end = performance.now() + span
  await page.mouse.move(500, 820)
  await page.mouse.down()
  for (let i = 0; performance.now() < end; i += 1)
    await page.mouse.move(600 + 100 * Math.sin(i / 8), 720 + 100 * Math.cos(i / 11))
  await page.mouse.up()
}

async function zoom(page: Page): Promise<void> {
  const end = performance.now() + span
  await page.mouse.move(700, 500)
  for (let i = 0; performance.now() < end; i += 1) {
    await page.mouse.wheel(0, Math.floor(i / 12) % 2 === 0 ? -120 : 120)
    await page.waitForTimeout(30)
  }
}

await main()
