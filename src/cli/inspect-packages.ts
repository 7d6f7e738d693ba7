import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CairnError } from '../errors.js'

/** For how long a file that no ingestion took away is kept, in milliseconds. */
const keptFor = 7 * 24 * 3_600_000

/**
 * Looks at Python packages as the Python of this shell has them, which the server may not have: an interpreter is
 * never named to it.
 * @returns the files to ingest @throws CairnError as inspectPackage does
 */
export async function inspectPackages(
  names: readonly string[],
  how: { home: string; python: string | undefined }
): Promise<string[]> {
  const { inspectPackage } = await import('../ingest/readers/python-package/python-package.js')
  const folder = join(how.home, 'inspected')
  removeOld(folder)
  const files: string[] = []
  for (const name of names) {
    if (how.python !== undefined)
      files.push(await inspectPackage(name, { executable: pythonAt(how.python), folder }))
    // An active environment comes first on the PATH; some systems only have the other name.
    else
      files.push(
        await inspectPackage(name, { executable: 'python3', folder }).catch((error: unknown) => {
          if (!(error instanceof CairnError) || error.code !== 'NOT_CONFIGURED') throw error
          return inspectPackage(name, { executable: 'python', folder })
        })
      )
  }
  return files
}

/** Takes away what was ingested. */
export function removeInspections(files: readonly string[]): void {
  for (const file of files) rmSync(file, { force: true })
}

/** A path to a Python, or to a virtual environment; a bare name is looked for on the PATH. */
function pythonAt(said: string): string {
  if (!/[\\/]/.test(said) && !existsSync(said)) return said
  const path = resolve(said)
  if (!existsSync(path))
    throw new CairnError(
      'BAD_INPUT',
      `--python is '${said}', which is not there; expected a Python or the folder of a virtual environment.`,
      {
        details: {
          field: 'python',
          value: said,
          expected: 'a Python or the folder of a virtual environment'
        }
      }
    )
  return statSync(path).isDirectory() ? join(path, 'bin', 'python') : path
}

function removeOld(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (Date.now() - statSync(file).mtimeMs > keptFor) rmSync(file, { force: true })
  }
}
