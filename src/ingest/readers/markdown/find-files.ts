import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { CairnError } from '../../../errors.js'
import { badSource } from '../bad-source.js'

export interface FoundFile {
  /** Relative to the folder, with slashes. */
  readonly path: string
  readonly file: string
}

const mostFiles = 100_000
const deepest = 64
const isMarkdown = (name: string) => /\.(?:md|mdx|markdown)$/i.test(name)
const isForModels = (name: string) => /^llms(?:-full)?\.txt$/i.test(name)

/**
 * The Markdown files of a folder, sorted by path, or the one file itself. Hidden folders and
 * node_modules are passed over, and links that lead out of the folder. llms.txt counts where there
 * is nothing else. @throws CairnError BAD_SOURCE, TOO_LARGE
 */
export async function findFiles(source: string): Promise<FoundFile[]> {
  const kind = await stat(source).catch(() => undefined)
  if (kind?.isFile() === true) return [{ path: basename(source), file: source }]
  if (kind?.isDirectory() !== true) {
    throw badSource(
      source,
      'is neither a folder nor a file',
      'Give a folder of .md or .mdx files, or one such file'
    )
  }
  const root = await realpath(source)
  const found: FoundFile[] = []
  await walk(root, { root, found, depth: 0 })
  const pages = found.filter(({ path }) => isMarkdown(path))
  const chosen = pages.length > 0 ? pages : found
  if (chosen.length === 0) {
    throw badSource(
      source,
      'holds no .md or .mdx file',
      'Give the folder that holds the documentation'
    )
  }
  return chosen.sort((a, b) => (a.path < b.path ? -1 : 1))
}

interface Walk {
  readonly root: string
  readonly found: FoundFile[]
  readonly depth: number
}

async function walk(folder: string, state: Walk): Promise<void> {
  if (state.depth > deepest) return
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const file = join(folder, entry.name)
    if (entry.isDirectory()) await walk(file, { ...state, depth: state.depth + 1 })
    else if (
      (isMarkdown(entry.name) || isForModels(entry.name)) &&
      (await isInside(file, state.root))
    ) {
      state.found.push({ path: relative(state.root, file).split(sep).join('/'), file })
      if (state.found.length > mostFiles) throw tooMany(state.root)
    }
  }
}

/** Whether a file, links followed, is a regular file within the folder. */
async function isInside(file: string, root: string): Promise<boolean> {
  try {
    const real = await realpath(file)
    return real.startsWith(root.endsWith(sep) ? root : root + sep) && (await stat(real)).isFile()
  } catch {
    return false
  }
}

function tooMany(root: string): CairnError {
  return new CairnError(
    'TOO_LARGE',
    `${root} holds more than ${String(mostFiles)} Markdown files, the most that are read of one source; give a folder below it.`,
    { details: { file: root, limit: mostFiles } }
  )
}
