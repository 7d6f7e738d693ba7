import { chmod } from 'node:fs/promises'
import { createPythonPackage } from '../../../src/ingest/readers/python-package/python-package.js'
import { folderWith } from './sources.js'

/** A Python that finds the packages of a folder, as one of a virtual environment would. */
export async function pythonWith(files: Record<string, string>, timeoutMs = 20_000) {
  const folder = await folderWith({
    ...files,
    python: `#!/bin/sh\n# $1 is -I, $2 is -c, $3 the script, $4 the package\nexec python3 -I -c "import sys; sys.path.insert(0, '$(dirname "$0")'); exec(sys.argv.pop(1))" "$3" "$4"\n`
  })
  await chmod(`${folder}/python`, 0o755)
  return {
    folder,
    reader: createPythonPackage({ executable: `${folder}/python`, timeoutMs, maxBytes: 1_000_000 })
  }
}
