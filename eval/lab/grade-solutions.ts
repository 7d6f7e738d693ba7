import { execFile } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Lab } from './data.js'

const run = promisify(execFile)
const mostSeconds = 20

/** Runs the hidden tests on the solutions of a folder, `<task>.py` each; one that is missing failed. */
export async function gradeSolutions(lab: Lab, from: string): Promise<[string, string][]> {
  const rows: [string, string][] = []
  for (const { id, test } of lab.tasks) {
    const file = join(from, `${id}.py`)
    const verdict = existsSync(file) ? await graded(lab, file, test) : 'missing'
    rows.push([id, verdict])
  }
  const passed = rows.filter(([, verdict]) => verdict === 'passed').length
  return [...rows, ['all', `${String(passed)} of ${String(rows.length)}`]]
}

async function graded(lab: Lab, file: string, test: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-lab-'))
  try {
    copyFileSync(file, join(folder, 'solution.py'))
    cpSync(join(lab.folder, 'library'), folder, { recursive: true })
    writeFileSync(join(folder, 'check.py'), test)
    await run(
      'python3',
      [
        '-I',
        '-c',
        `import sys; sys.path.insert(0, ${JSON.stringify(folder)}); exec(open(${JSON.stringify(join(folder, 'check.py'))}).read())`
      ],
      { timeout: mostSeconds * 1000 }
    )
    return 'passed'
  } catch {
    return 'failed'
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
