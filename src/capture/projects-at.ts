import { spawnSync } from 'node:child_process'
import { projectHash } from '../domain/project-hash.js'

/** Hashes of the Git remote and the root of the project in a folder, and of the folder: agents name it by any of them, recordings by the first. */
export function projectsAt(folder: string): string[] {
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' })
    return status === 0 ? stdout.trim() : ''
  }
  const named = [git('config', '--get', 'remote.origin.url'), git('rev-parse', '--show-toplevel')]
  const known = named.filter((one) => one !== '')
  return [...new Set([...known, folder].map(projectHash))]
}
