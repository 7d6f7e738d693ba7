import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export interface Size {
  readonly name: string
  readonly bytes: number
}

/** Packages of a folder and what each takes on the disk, those inside it included. */
export function sizesIn(folder: string): Size[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(folder, name)).map((part) => ({
          name: `${name}/${part}`,
          bytes: bytesOf(join(folder, name, part))
        }))
      : [{ name, bytes: bytesOf(join(folder, name)) }]
  )
}

function bytesOf(path: string): number {
  const stat = lstatSync(path)
  if (!stat.isDirectory()) return stat.size
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
}
