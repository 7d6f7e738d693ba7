import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ApiRecord } from '../../src/domain/documentation.js'
import { npmPackage } from '../../src/ingest/readers/npm-package/npm-package.js'
import { createPythonPackage } from '../../src/ingest/readers/python-package/python-package.js'
import { peakMemoryMb } from '../support/machine.js'
import { print } from '../support/print.js'

/** A name that must be there. What is left out must not be: an API is not deprecated unless it says so here. */
export interface Expected {
  readonly package: string
  readonly name: string
  /** How its summary begins; left out where it has none of its own. */
  readonly says?: string
  readonly example?: boolean
  readonly deprecated?: boolean
  readonly inherited?: boolean
}

export interface Outcome {
  readonly apis: number
  readonly lookedFor: number
  readonly found: number
  readonly missing: readonly string[]
  /** Foreign summaries, lost examples, false or lost deprecations. */
  readonly wrong: readonly string[]
  readonly seconds: number
  readonly megabytes: number
}

const maxPageBytes = 16 * 1024 * 1024

/** Reads one package and compares it with the table, in a process of its own so that its memory is its own. */
async function main([kind = '', name = '', python = '']: readonly string[]): Promise<void> {
  const table = new URL('../../../eval/documentation/expected.json', import.meta.url)
  const expected = (JSON.parse(readFileSync(fileURLToPath(table), 'utf8')) as Expected[]).filter(
    (one) => one.package === name
  )
  const reader =
    kind === 'npm'
      ? npmPackage
      : createPythonPackage({ executable: python, timeoutMs: 60_000, maxBytes: 2 ** 27 })
  const started = performance.now()
  const source = await reader.open(name, { maxPageBytes })
  const apis = new Map<string, ApiRecord>()
  for await (const page of source.pages(new Set(source.manifest.keys())))
    for (const section of reader.parse(page).sections)
      for (const api of section.apis) apis.set(api.qualifiedName, api)
  const missing = expected.filter((one) => !apis.has(one.name)).map((one) => one.name)
  const outcome: Outcome = {
    apis: apis.size,
    lookedFor: expected.length,
    found: expected.length - missing.length,
    missing,
    wrong: expected.flatMap((one) => faultsOf(one, apis.get(one.name))),
    seconds: (performance.now() - started) / 1000,
    megabytes: Math.round(peakMemoryMb(process.pid))
  }
  print(JSON.stringify(outcome))
}

/** Without a text in the table the name has none of its own, so that any would be foreign. */
function isOwnSummary({ says }: Expected, summary: string): boolean {
  return says === undefined ? summary === '' : summary.startsWith(says)
}

function faultsOf(one: Expected, api: ApiRecord | undefined): string[] {
  if (api === undefined) return []
  const faults: string[] = []
  if (!isOwnSummary(one, api.summary)) faults.push(`${one.name} says «${api.summary.slice(0, 80)}»`)
  if (one.example === true && (api.examples ?? []).length === 0)
    faults.push(`${one.name} has lost its example`)
  if ((api.deprecated !== null) !== (one.deprecated === true))
    faults.push(`${one.name} is ${api.deprecated === null ? 'not ' : ''}called deprecated`)
  return faults
}

await main(process.argv.slice(2))
