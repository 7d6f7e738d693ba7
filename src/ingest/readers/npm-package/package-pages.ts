import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError } from '../../../errors.js'
import type { RawPage, ReaderOptions } from '../../reader.js'
import { findFiles } from '../markdown/find-files.js'
import { readTextFile } from '../read-text-file.js'

/** Folders of a package in which its documentation lies. */
const docFolder =
  /^(?:docs?|documentation|guides?|manual|skills?|migrations?|upgrad(?:e|ing)|recipes|cookbook)$/i
const exampleFolder = /^(?:examples?|samples?|demos?)$/i
/** What is told to contributors, or to lawyers. */
const noDoc =
  /^(?:licen[cs]e|copying|notice|third-?party|contribut|code[-_]of[-_]conduct|security|governance|sponsor|backers|authors|maintainers|support|pull_request|issue_template|agents|claude)/i
const changelog = /^(?:change-?log|changes|history|releases?|news)\b/i
const code = /\.(?:[cm]?[jt]sx?)$/

const mostPages = 2_000
const mostExamples = 60
const longestExample = 40_000
const longestChangelog = 120_000

/** Whether a page tells of changes, by its path. */
export function isChangelog(path: string): boolean {
  return changelog.test(path)
}

/** The pages that a package brings besides its types: README, CHANGELOG, docs, skills, examples. */
export async function readPackagePages(
  root: string,
  options: ReaderOptions,
  remarks: string[]
): Promise<RawPage[]> {
  const entries = await readdir(root, { withFileTypes: true })
  const pages: RawPage[] = []
  for (const { name } of entries.filter((entry) => entry.isFile())) {
    if (!/\.(?:md|mdx|markdown)$/i.test(name) || noDoc.test(name)) continue
    const body = await readTextFile(join(root, name), options.maxPageBytes)
    if (body.trim() !== '') pages.push(rootPage(name, body, remarks))
  }
  for (const { name } of entries.filter((entry) => entry.isDirectory())) {
    if (docFolder.test(name)) pages.push(...(await folderPages(root, name, options)))
    if (exampleFolder.test(name)) pages.push(...(await examplePages(root, name, options)))
  }
  if (pages.length > mostPages)
    remarks.push(
      `Of ${String(pages.length)} pages of documentation in the package ${String(mostPages)} are read.`
    )
  return pages.slice(0, mostPages)
}

function rootPage(name: string, body: string, remarks: string[]): RawPage {
  if (/^readme\.(?:md|markdown)$/i.test(name)) return markdownPage('README', body)
  if (!changelog.test(name) || body.length <= longestChangelog) return markdownPage(name, body)
  remarks.push(`${name} is read as far as its newest ${String(longestChangelog / 1000)} kB.`)
  return markdownPage(name, body.slice(0, body.lastIndexOf('\n', longestChangelog)))
}

async function folderPages(
  root: string,
  folder: string,
  options: ReaderOptions
): Promise<RawPage[]> {
  const pages: RawPage[] = []
  for (const { path, file } of await filesIn(join(root, folder))) {
    if (pages.length > mostPages || noDoc.test(path)) continue
    const body = await readTextFile(file, options.maxPageBytes)
    if (body.trim() !== '') pages.push(markdownPage(`${folder}/${path}`, body))
  }
  return pages
}

async function filesIn(folder: string): Promise<{ path: string; file: string }[]> {
  try {
    return await findFiles(folder)
  } catch (error) {
    if (error instanceof CairnError && error.code === 'BAD_SOURCE') return []
    throw error
  }
}

/** Programs that show the package in use, as pages with one block of code; and what is written about them. */
async function examplePages(
  root: string,
  folder: string,
  options: ReaderOptions
): Promise<RawPage[]> {
  const pages = await folderPages(root, folder, options)
  const files = await readdir(join(root, folder), { recursive: true })
  for (const path of files.sort()) {
    if (pages.length >= mostExamples) break
    if (!code.test(path) || /(?:^|\/)node_modules\//.test(path) || path.endsWith('.d.ts')) continue
    const file = join(root, folder, path)
    const size = await stat(file).then((found) => (found.isFile() ? found.size : 0))
    if (size === 0 || size > longestExample) continue
    const body = await readTextFile(file, options.maxPageBytes)
    pages.push(markdownPage(`${folder}/${path}`, exampleAsMarkdown(path, body)))
  }
  return pages
}

function exampleAsMarkdown(path: string, body: string): string {
  const longest = Math.max(2, ...[...body.matchAll(/`{3,}/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  const language = /\.[cm]?tsx?$/.test(path) ? 'ts' : 'js'
  return `# Example ${path}\n\n${fence}${language}\n${body.trimEnd()}\n${fence}\n`
}

function markdownPage(path: string, body: string): RawPage {
  return { reader: 'npm-package', path, body, context: null }
}
