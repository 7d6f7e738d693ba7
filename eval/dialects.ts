import { parseArgs } from 'node:util'
import { judgeFolder, type Damage, type FolderJudged } from './dialects/judge-folder.js'
import { print } from './support/print.js'
import { table } from './support/table.js'

const { values: flags, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } }
})

/**
 * What is damaged of a folder of documentation once it is read: npm run eval:dialects -- [--show] FOLDER…
 * A section is damaged where a mark of its dialect stands in its text outside of code, where a code block of the file is in
 * no section or in two, or where a link leads to a heading that is not there. With --show each is named.
 */
async function main(): Promise<void> {
  if (folders.length === 0) throw new Error('Name at least one folder of documentation.')
  const judged: FolderJudged[] = []
  for (const folder of folders) judged.push(await judgeFolder(folder))
  print(
    table(
      [
        'folder',
        'pages',
        'sections',
        'marks left',
        'code lost',
        'code twice',
        'links astray',
        'damaged'
      ],
      judged.map((one) => [
        one.folder,
        one.pages,
        one.sections,
        count(one, 'mark'),
        count(one, 'lost'),
        count(one, 'twice'),
        count(one, 'link'),
        share(one)
      ])
    )
  )
  for (const { folder, remarks } of judged)
    for (const remark of remarks) print(`${folder}: ${remark}`)
  if (flags.show)
    for (const { damages } of judged)
      for (const { kind, where, what } of damages) print(`${kind}  ${where}  ${what}`)
}

function count({ damages }: FolderJudged, kind: Damage['kind']): number {
  return damages.filter((one) => one.kind === kind).length
}

function share({ damages, sections }: FolderJudged): string {
  const damaged = new Set(damages.map(({ where }) => where)).size
  return `${((100 * damaged) / Math.max(1, sections)).toFixed(1)} %`
}

await main()
