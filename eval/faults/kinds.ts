import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { attachEmbedded } from '../../src/graph/embedded/embedded.js'
import type { FakeClock } from './clock.js'
import type { SmallDisk } from './disk.js'
import { faultedHome, type FaultedHome } from './place.js'

/** What faults are made with, and what they leave behind. */
export interface Scene {
  readonly place: FaultedHome
  readonly disk: SmallDisk
  readonly clock: FakeClock | null
  readonly canRename: boolean
  readonly random: () => number
  /** Counts up, for names. */
  readonly cycle: number
}

/** One kind of fault. */
export interface FaultKind {
  readonly name: string
  /** Why it is left out here; null where it can be done. */
  without(scene: Scene): string | null
  /** Before the work begins. @returns another Cairn through which the activity goes, where there is one */
  prepare?(scene: Scene): Promise<FaultedHome | null>
  /** In the middle of it. */
  strike(scene: Scene, other: FaultedHome | null): Promise<void>
  /** Whatever a person would do afterwards. */
  heal?(scene: Scene, other: FaultedHome | null): Promise<void>
}

const always = () => null

const hour = 3_600

/** Cairn starts its Neo4j again a few times within ten minutes: each cycle that ends one begins with all of them. */
async function freshly({ place }: Scene): Promise<null> {
  await place.stop()
  await place.start()
  return null
}

export const faultKinds: readonly FaultKind[] = [
  { name: 'none', without: always, strike: () => Promise.resolve() },
  {
    name: 'SIGKILL of Cairn',
    without: always,
    strike: ({ place }) => place.kill(),
    heal: ({ place }) => place.start()
  },
  {
    name: 'SIGKILL of Neo4j',
    without: always,
    prepare: freshly,
    strike: async ({ place }) => {
      await place.killNeo4j()
    }
  },
  {
    name: 'SIGKILL of both',
    without: always,
    strike: async ({ place }) => {
      await place.killNeo4j()
      await place.kill()
    },
    heal: ({ place }) => place.start()
  },
  {
    name: 'SIGKILL while starting',
    without: always,
    strike: async ({ place, random }) => {
      await place.kill()
      if (random() < 0.5) await place.killNeo4j()
      const start = place.start({ once: true })
      await wait(random() * 4_000)
      await place.kill()
      await start
    },
    heal: ({ place }) => place.start()
  },
  {
    name: 'full disk',
    without: ({ disk }) => (disk.canFill ? null : disk.says),
    prepare: freshly,
    strike: async ({ disk, random }) => {
      disk.fill(random() < 0.5 ? 0 : Math.floor(random() * 20))
      await wait(2_000 + random() * 4_000)
    },
    heal: ({ disk }) => {
      disk.empty()
      return Promise.resolve()
    }
  },
  {
    name: 'clock jumps',
    without: ({ clock }) =>
      clock === null ? 'libfaketime is not here (apt-get install faketime)' : null,
    prepare: async ({ place, clock }) => {
      // Its Neo4j is adopted and goes by the machine's clock: Java does not start under libfaketime.
      await place.kill()
      clock?.set(0)
      await place.start({ variables: clock?.variables ?? {} })
      return null
    },
    strike: async ({ clock, random }) => {
      const jumps = [3 * 24 * hour, -2 * hour, 40 * 60, -400 * 24 * hour]
      clock?.set(jumps[Math.floor(random() * jumps.length)] ?? hour)
      await wait(3_000)
    },
    heal: async ({ place, clock }) => {
      await place.kill()
      clock?.set(0)
      await place.start()
    }
  },
  {
    name: 'second Cairn on the graph, killed',
    without: always,
    prepare: (scene) => another(scene),
    strike: async (_, other) => other?.kill()
  },
  {
    name: 'restart under another hostname',
    without: ({ canRename }) => (canRename ? null : 'no machine name of its own is permitted here'),
    strike: ({ place }) => place.kill(),
    heal: ({ place, cycle }) => place.start({ hostname: `machine-${cycle}` })
  }
]

/** A second Cairn of a home of its own on the graph of the first. */
async function another({ place, cycle }: Scene): Promise<FaultedHome> {
  const graph = await attachEmbedded(place.home)
  if (graph === null) throw new Error('the Neo4j of the first Cairn is not there')
  const { uri, user, password } = graph
  const second = faultedHome(join(place.home, '..', `second-${cycle}`), {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password
  })
  await second.start()
  return second
}
