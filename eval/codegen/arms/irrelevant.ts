import type { Cairn } from '../../../src/cairn.js'
import { CairnError } from '../../../src/errors.js'
import { contentHash } from '../../../src/domain/content-hash.js'
import { randomFrom } from '../../../src/domain/random-from.js'
import type { CodeProblem } from '../problems.js'
import { countTokens, firstTokens } from './words.js'

/** A section of documentation. */
export interface Section {
  readonly library: string
  readonly title: string
  readonly text: string
}

/** Sections shorter than this say too little to fill a page with. */
const shortest = 80

/** Every section of documentation in a space. */
export async function sectionsIn(cairn: Cairn, space: string): Promise<Section[]> {
  const sections: Section[] = []
  for await (const line of cairn.exportLines()) {
    if (!('node' in line) || !line.labels.includes('Doc')) continue
    const { space: at, library, title, text } = line.properties
    if (at !== space || typeof text !== 'string' || text.length < shortest) continue
    sections.push({ library: shown(library), title: shown(title), text })
  }
  return sections
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Names that a solution needs: what it calls, and attributes. */
function namesIn(code: string): Set<string> {
  return new Set((code.match(/[A-Za-z_]\w{2,}/g) ?? []).map((name) => name.toLowerCase()))
}

/** Other names of the libraries that benchmarks and documentation call differently. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  sklearn: ['scikit-learn', 'scikit_learn'],
  pytorch: ['torch'],
  tensorflow: ['keras'],
  scipy: ['numpy'],
  pandas: ['numpy']
}

/**
 * Documentation that cannot help with a problem, for the control arm: real sections of the same make, but of a library
 * that the problem is not about and that neither its text nor its program names, and with no name in the title that
 * the reference solution uses. Drawn by the seed and the problem, and cut so that the whole is exactly as many tokens
 * long as `like`, whose frame it is put in.
 * @throws CairnError BAD_INPUT where there is no such documentation
 */
export function irrelevantContext(
  problem: CodeProblem,
  { sections, like, seed }: { sections: readonly Section[]; like: string; seed: number }
): string {
  const wanted = countTokens(like)
  if (wanted === 0) return ''
  const fit = sections.filter((section) => isForeign(section, problem))
  if (fit.length === 0)
    throw new CairnError(
      'BAD_INPUT',
      `No documentation is foreign to ${problem.id} (${problem.library}); name some with --irrelevant DIR, of a library that the problems do not use.`,
      { details: { field: '--irrelevant', value: null, expected: 'a dump of another library' } }
    )
  const random = randomFrom(Number.parseInt(contentHash(problem.id, String(seed)).slice(0, 8), 16))
  let text = '# Start with the first.\n\n## Use this'
  for (let drawn = 0; countTokens(text) < wanted; drawn += 1) {
    const section = fit[Math.floor(random() * fit.length)]
    if (section === undefined) break
    text += `\n\n- **${section.title}** [${drawn + 1}]\n  ${section.text}\n  _Found by meaning._`
  }
  return firstTokens(text, wanted)
}

function isForeign({ library, title }: Section, problem: CodeProblem): boolean {
  const name = /([\w.-]+?)(?:@.*)?$/.exec(library)?.[1]?.toLowerCase() ?? library
  const about = problem.library.toLowerCase()
  const own = [about, ...(alsoCalled[about] ?? [])]
  if (own.includes(name)) return false
  const program = `${problem.prompt}\n${problem.reference}`.toLowerCase()
  const called = [name, ...(alsoCalled[name] ?? []), ...aliasesOf(name)]
  if (called.some((word) => new RegExp(`\\b${escaped(word)}\\b`).test(program))) return false
  const needed = namesIn(problem.reference)
  return ![...namesIn(title)].some((word) => needed.has(word))
}

function aliasesOf(name: string): readonly string[] {
  return Object.entries(alsoCalled).flatMap(([key, names]) => (names.includes(name) ? [key] : []))
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
