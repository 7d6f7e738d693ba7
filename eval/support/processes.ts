import { readdirSync, readFileSync } from 'node:fs'

/** Ids of the processes of this machine; none where it is no Linux. */
function processes(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** What the system tells of a process under this name, such as `cmdline`; null where it has ended or is somebody else's. */
export function toldOf(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, 'utf8')
  } catch {
    return null
  }
}

/** The process whose command line has this word and that belongs to a home, by its environment or its command line; null where none is seen. */
export function processOf(home: string, word: string): number | null {
  for (const pid of processes().map(Number)) {
    const line = toldOf(pid, 'cmdline') ?? ''
    if (!line.includes(word)) continue
    const isOfHome = line.includes(home) || toldOf(pid, 'environ')?.includes(`CAIRN_HOME=${home}\0`)
    if (isOfHome === true) return pid
  }
  return null
}
