import type { SectionRecord } from '../../src/domain/documentation.js'

/** A role of MyST around what would be code. */
const role = /\{[\w:.+-]{2,30}\}`[^`\n]+`/

/** Marks of dialects that mean nothing to a reader of the text, each by its name. */
const marks: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['container', /^\s*:{3,}/m],
  ['admonition', /^\s*(?:!!!|\?\?\?\+?) [\w-]+/m],
  ['tab', /^\s*={3}[!+]* "/m],
  ['snippet', /-{1,}8<-{1,}/],
  ['include', /^\s*<<<\s*[@./]/m],
  ['directive', /^\s*\.\. [\w-]+::/m],
  [
    'attribute list',
    /\{:?\s*(?:[#.][\w-]+|[\w-]+="[^"]*")(?:\s+(?:[#.][\w-]+|[\w-]+="[^"]*"))*\s*\}$/m
  ],
  ['mdx comment', /\{\/\*|\*\/\}/],
  ['mdx import', /^(?:import|export) [\w{}*, ]+ from ['"][^'"]+['"];?$/m],
  [
    'component',
    /<\/?(?:Tabs|TabItem|CodeGroup|Card|CardGroup|Note|Tip|Warning|Callout|Steps)\b[^>]*>/
  ],
  ['alert', /^\s*>?\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/m],
  ['template', /\{%-? ?\w+|\{\{[<% ]/],
  ['mkdocstrings', /^\s*::: [\w.]+$/m]
]

/** The names of the marks that stand in a section's title or in its text outside of code. */
export function marksIn({ title, text }: Pick<SectionRecord, 'title' | 'text'>): string[] {
  const prose = `${title}\n${text.replace(/^(`{3,})[^\n]*\n[\s\S]*?^\1`*$/gm, '')}`
  const bare = prose.replace(/`[^`\n]*`/g, ' ')
  return [
    ...(role.test(prose) ? ['role'] : []),
    ...marks.filter(([, pattern]) => pattern.test(bare)).map(([name]) => name)
  ]
}
