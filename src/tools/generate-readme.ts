import { readFileSync, writeFileSync } from 'node:fs'
import { describeSettings } from '../config.js'

const begin = '<!-- settings: made by `npm run generate` -->'
const end = '<!-- /settings -->'

/** The README with its table of settings as config.ts states them. */
export function readme(): string {
  const text = readFileSync('README.md', 'utf8')
  const [head, rest] = text.split(begin)
  const tail = rest?.split(end)[1]
  if (head === undefined || tail === undefined)
    throw new Error('README.md has lost the marks of its settings table')
  const rows = describeSettings().map(
    ({ variable, fallback, help }) =>
      `| \`${variable}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${help} |`
  )
  const table = ['| variable | default | what it is |', '| --- | --- | --- |', ...rows].join('\n')
  return `${head}${begin}\n\n${table}\n\n${end}${tail}`
}

if (process.argv[1]?.endsWith('generate-readme.js') === true) writeFileSync('README.md', readme())
