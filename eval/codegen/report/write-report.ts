import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plan } from '../generate/plan.js'
import { readPrices } from '../generate/prices.js'
import type { MatrixResult } from '../generate/run-matrix.js'
import { agentSection } from './agent-section.js'
import { agreementSection } from './agreement-section.js'
import { heading, text, type Block } from './block.js'
import { helpSection } from './help-section.js'
import { partsSection } from './parts-section.js'
import { qualitySection } from './quality-section.js'
import { renderHtml } from './render-html.js'
import { renderMarkdown } from './render-markdown.js'
import { contextSection, manifestSection, usageSection } from './run-section.js'

/** Writes report.md, its figures, and report.html; the same run gives the same bytes but for the section of times. */
export function writeReport(
  plan: Plan,
  result: MatrixResult,
  { seconds }: { readonly seconds: number | null }
): { readonly markdown: string; readonly html: string } {
  const title = 'Does an agent do better with Cairn?'
  const { models, arms } = plan.flags
  const problems = plan.held.tested.length
  const families = plan.held.foldOf.size
  const blocks = [
    heading(1, title),
    text(
      `${problems} problems of ${families} families, ${arms.length} arms, ${models.length} models (${models.join(', ')}); families under test are held out of the memory.`
    ),
    ...qualitySection(result),
    ...partsSection(result),
    ...helpSection(result),
    ...agreementSection(result),
    ...agentSection(result),
    ...contextSection(result),
    ...usageSection(result, readPrices(plan.flags.prices)),
    ...manifestSection(plan, result, seconds)
  ]
  return writeBlocks(plan.flags.out, title, blocks)
}

/** Any report as both files. */
export function writeBlocks(
  folder: string,
  title: string,
  blocks: readonly Block[]
): { readonly markdown: string; readonly html: string } {
  const figures = join(folder, 'figures')
  mkdirSync(figures, { recursive: true })
  for (const block of blocks)
    if (block.kind === 'figure') writeFileSync(join(figures, `${block.name}.svg`), block.svg)
  const files = { markdown: join(folder, 'report.md'), html: join(folder, 'report.html') }
  writeFileSync(files.markdown, renderMarkdown(blocks))
  writeFileSync(files.html, renderHtml(title, blocks))
  return files
}
