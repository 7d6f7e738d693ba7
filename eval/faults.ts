import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { randomFrom } from '../src/domain/random-from.js'
import { runCycle, type Cycle } from './faults/campaign.js'
import { fakeClock } from './faults/clock.js'
import { mountSmallDisk, type SmallDisk } from './faults/disk.js'
import { faultKinds, type FaultKind, type Scene } from './faults/kinds.js'
import { openLedger } from './faults/ledger.js'
import { canRename, faultedHome } from './faults/place.js'
import { machine } from './support/machine.js'
import { inTemporaryHome } from './support/open-cairn.js'
import { print } from './support/print.js'
import { percentile } from './support/statistics.js'
import { table } from './support/table.js'

const { values: flags } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string' },
    json: { type: 'string' }
  }
})

/**
 * Faults in short cycles, each followed by the question whether all that was ever acknowledged is there, once:
 * npm run eval:faults -- [--minutes 60] [--seed N] [--only PARTS,OF,NAMES] [--json FILE]. Ends with 1 where something
 * was lost, doubled, stuck, or a rule of src/README.md does not hold.
 */
async function main(): Promise<void> {
  await inTemporaryHome(async (folder) => {
    const disk = mountSmallDisk(folder)
    try {
      report(await campaign(folder, disk), disk)
    } finally {
      disk.unmount()
    }
  })
}

interface Campaign {
  readonly cycles: readonly Cycle[]
  readonly leftOut: readonly string[]
  readonly acknowledged: number
}

async function campaign(folder: string, disk: SmallDisk): Promise<Campaign> {
  const random = randomFrom(Number(flags.seed))
  const place = faultedHome(join(disk.folder, 'home'), {})
  mkdirSync(place.home)
  const clock = fakeClock(folder)
  const scene = (cycle: number): Scene => ({
    place,
    disk,
    clock,
    random,
    cycle,
    canRename: mayRename
  })
  const mayRename = canRename()
  const parts = (flags.only ?? '').split(',')
  const wanted = faultKinds.filter(({ name }) => parts.some((part) => name.includes(part)))
  const kinds = wanted.filter((kind) => kind.without(scene(0)) === null)
  const leftOut = wanted.flatMap((kind) => {
    const why = kind.without(scene(0))
    return why === null ? [] : [`Left out: ${kind.name}, for ${why}`]
  })
  const ledger = openLedger()
  const cycles: Cycle[] = []
  let end = performance.now() + Number(flags.minutes) * 60_000
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      print('Ends after this cycle.')
      end = 0
    })
  await place.start()
  try {
    for (const kind of endlessly(kinds, random)) {
      if (performance.now() > end) break
      const cycle = await runCycle({ kind, scene: scene(cycles.length), ledger, folder })
      cycles.push(cycle)
      tell(cycles.length, cycle)
    }
  } finally {
    await place.stop()
  }
  return { cycles, leftOut, acknowledged: ledger.acknowledged() }
}

/** Every kind once in each round, in another order each time; the first round begins without a fault. */
function* endlessly(kinds: readonly FaultKind[], random: () => number): Generator<FaultKind> {
  for (let round = 0; ; round += 1) {
    const order = kinds.map((kind) => ({
      kind,
      at: round === 0 && kind.name === 'none' ? -1 : random()
    }))
    for (const { kind } of order.sort((a, b) => a.at - b.at)) yield kind
  }
}

function tell(number: number, cycle: Cycle): void {
  const { kind, activity, backAfter, checkedIn, restarted, retried, findings } = cycle
  const notes = [
    restarted ? 'started again by hand' : '',
    ...retried.map((one) => `retried ${one}`)
  ]
  const said = notes.filter((note) => note !== '').join('; ')
  const time = new Date().toTimeString().slice(0, 8)
  print(
    `${time} ${number}. ${kind} during ${activity}: back after ${backAfter.toFixed(1)} s, asked in ${checkedIn.toFixed(0)} s${said && `; ${said}`}`
  )
  for (const finding of findings) print(`   ${finding}`)
}

const sorts = ['LOST', 'DOUBLED', 'STUCK', 'BROKEN', 'REFUSED'] as const

function report({ cycles, leftOut, acknowledged }: Campaign, disk: SmallDisk): void {
  const names = [...new Set(cycles.map(({ kind }) => kind))]
  const rows = names.map((name) =>
    rowOf(
      name,
      cycles.filter(({ kind }) => kind === name)
    )
  )
  const head = [
    'fault',
    'cycles',
    'acknowledged',
    'sent again',
    'lost',
    'doubled',
    'stuck',
    'rules broken'
  ]
  print('')
  print(
    table(
      [...head, 'refused', 'jobs retried', 'started by hand', 'back after s: median', 'most'],
      [...rows, rowOf('all', cycles)]
    )
  )
  for (const line of [disk.says, ...leftOut]) print(line)
  const findings = cycles.flatMap((cycle) => cycle.findings)
  print(
    `Seed ${flags.seed}, ${cycles.length} cycles, ${acknowledged.toLocaleString('en')} acknowledged; findings: ${findings.length}`
  )
  process.exitCode = findings.length === 0 ? 0 : 1
  if (flags.json === undefined) return
  const manifest = { ...machine(), seed: Number(flags.seed), minutes: Number(flags.minutes) }
  writeFileSync(flags.json, JSON.stringify({ manifest, leftOut, cycles }, null, 2))
}

function rowOf(name: string, cycles: readonly Cycle[]): readonly (string | number)[] {
  const sum = (of: (cycle: Cycle) => number) =>
    cycles.reduce((total, cycle) => total + of(cycle), 0)
  const back = cycles.map(({ backAfter }) => backAfter)
  return [
    name,
    cycles.length,
    sum(({ acknowledged }) => acknowledged),
    sum(({ sentAgain }) => sentAgain),
    ...sorts.map((sort) =>
      sum(({ findings }) => findings.filter((one) => one.startsWith(sort)).length)
    ),
    sum(({ retried }) => retried.length),
    sum(({ restarted }) => (restarted ? 1 : 0)),
    percentile(back, 0.5).toFixed(1),
    percentile(back, 1).toFixed(1)
  ]
}

await main()
