import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A disk of its own, small enough to be filled up. */
export interface SmallDisk {
  readonly folder: string
  /** How it was made, or why it could not be: said beside the table. */
  readonly says: string
  /** False where it is a plain folder of this machine's disk, which nobody fills up. */
  readonly canFill: boolean
  /** Leaves so many MiB free. */
  fill(leaveMb: number): void
  empty(): void
  unmount(): void
}

const sizeMb = 1_024

/** Mounts a file as a disk, else a bounded tmpfs; where neither is permitted it is a plain folder, and says so. */
export function mountSmallDisk(parent: string): SmallDisk {
  const folder = join(parent, 'disk')
  mkdirSync(folder)
  const refused: string[] = []
  for (const [name, mount] of Object.entries({ 'an ext4 file mounted as a loop': loop, tmpfs })) {
    try {
      mount(parent, folder)
      return mounted(folder, `Full disk: ${name}, ${sizeMb} MiB.`)
    } catch (error) {
      refused.push(`${name}: ${said(error)}`)
    }
  }
  const says = `Full disk: left out, for nothing could be mounted (${refused.join('; ')}).`
  const nothing = () => undefined
  return { folder, says, canFill: false, fill: nothing, empty: nothing, unmount: nothing }
}

function loop(parent: string, folder: string): void {
  const image = join(parent, 'disk.img')
  writeFileSync(image, '')
  truncateSync(image, sizeMb * 1_048_576)
  run('mkfs.ext4', '-q', '-F', '-m', '0', image)
  run('mount', '-o', 'loop', image, folder)
}

function tmpfs(_: string, folder: string): void {
  run('mount', '-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder)
}

function mounted(folder: string, says: string): SmallDisk {
  const filler = join(folder, 'filler')
  return {
    folder,
    says,
    canFill: true,
    fill: (leaveMb) => {
      const { bavail, bsize } = statfsSync(folder)
      const mb = Math.floor((bavail * bsize) / 1_048_576) - leaveMb
      if (mb > 0) run('fallocate', '-l', `${mb}M`, filler)
    },
    empty: () => {
      rmSync(filler, { force: true })
    },
    unmount: () => {
      run('umount', '-l', folder)
    }
  }
}

function run(program: string, ...args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

function said(error: unknown): string {
  const { stderr, message } = error as { stderr?: Buffer; message: string }
  return (stderr?.toString().trim() || message).split('\n')[0] ?? ''
}
