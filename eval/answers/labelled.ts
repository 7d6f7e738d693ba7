import type { Cairn } from '../../src/cairn.js'
import type { Ranked, Retrieved } from '../../src/retrieve/memory.js'
import { signalsOf } from '../../src/retrieve/relevance/signals.js'
import { documentationItem } from '../../src/recommend/documentation-items.js'
import { groupOf, type AnswerQuestion } from './questions.js'

/** How many items of a question are looked at: as many as an answer chooses from. */
const looked = 24

/** What one question brought up, each item with its signals and whether it is of use. */
export interface LabelledQuestion {
  readonly id: string
  /** The library, or `unknown`: what is left out together. */
  readonly group: string
  readonly unknown: boolean
  readonly items: readonly {
    readonly title: string
    readonly row: readonly number[]
    readonly useful: boolean
  }[]
}

/** Asks the memory and labels what it brings up, by the question's patterns. */
export async function labelled(
  cairn: Cairn,
  questions: readonly AnswerQuestion[]
): Promise<LabelledQuestion[]> {
  const libraries = await cairn.libraries()
  const all: LabelledQuestion[] = []
  for (const question of questions) {
    const retrieved = await retrieve(cairn, question.question, new Set())
    all.push(label(question, retrieved))
    const without = withoutPrefix(question.question)
    if (question.unknown || without === null) continue
    // Without the sign that binds it: what is bound is not all that is of use.
    const unbound = { ...question, id: `${question.id}-unbound` }
    all.push(label(unbound, await retrieve(cairn, without, new Set())))
    // The same question as if its library were not held: nothing that it brings up is of use.
    const names = new Set(question.libraries.map(({ name }) => name.toLowerCase()))
    const hidden = new Set(libraries.map(({ key }) => key).filter((key) => names.has(nameIn(key))))
    const foreign = { ...question, id: `${question.id}-without`, unknown: true }
    all.push(label(foreign, await retrieve(cairn, without, hidden)))
  }
  return all
}

function retrieve(cairn: Cairn, text: string, hidden: ReadonlySet<string>): Promise<Retrieved> {
  return cairn.retrieve(
    { text, libraries: [] },
    { spaces: ['public'], limit: looked, broad: true, hidden }
  )
}

function nameIn(key: string): string {
  return key
    .replace(/^[^/]+\//, '')
    .replace(/@[^@]*$/, '')
    .toLowerCase()
}

/** `zod: …` without the sign that binds it; null where there is none. */
function withoutPrefix(text: string): string | null {
  return /^[\w./@-]+:\s+(.{12,})$/s.exec(text)?.[1] ?? null
}

function label(question: AnswerQuestion, retrieved: Retrieved): LabelledQuestion {
  const rows = signalsOf(retrieved, retrieved.ranked)
  return {
    id: question.id,
    group: groupOf(question),
    unknown: question.unknown,
    items: retrieved.ranked.map((entry, i) => ({
      title: entry.api?.qualifiedName ?? entry.memory.title,
      row: rows[i] ?? [],
      useful: !question.unknown && isUseful(question, entry, retrieved)
    }))
  }
}

function isUseful(
  { right, relevant, libraries }: AnswerQuestion,
  entry: Ranked,
  retrieved: Retrieved
): boolean {
  const { memory, api } = entry
  const names = libraries.map(({ name }) => name.toLowerCase())
  if (memory.library === null || !names.includes(nameIn(memory.library))) return false
  const item = documentationItem({ ...entry, probability: 0 }, retrieved)
  const texts = [
    ...(item?.rests.map(({ quote }) => quote) ?? []),
    memory.id,
    [...memory.breadcrumb, memory.title].join(' > '),
    api?.id ?? '',
    api?.qualifiedName ?? ''
  ]
  return [...right, ...relevant].some((pattern) =>
    texts.some((text) => new RegExp(pattern).test(text))
  )
}
