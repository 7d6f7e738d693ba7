import {
  connectives,
  generic,
  hardMarks,
  goesOn,
  opensOften,
  opensWith,
  pointsBack,
  praise,
  softMarks
} from './new-task-words.js'

/** What was said and done on the task so far, as far as it tells whether a message is about it. */
export interface TaskSoFar {
  /** What the person asked for, what they said since, and the names of files that were worked on. */
  readonly asked: readonly string[]
  /** What the agent said, and what it gave to its tools. */
  readonly done: readonly string[]
  /** The last that the agent said since the person spoke. */
  readonly lastSaid: string | undefined
  /** Whether the agent did anything since the person spoke. */
  readonly answered: boolean
  /** Tests passed, it was committed, or the person said that it works. */
  readonly reached: boolean
}

/** A message that opens another task: what it asks for, and what it says of the one before. */
export interface NewTask {
  readonly task: string
  readonly praise: string
}

/**
 * Signs that a message must show to be taken for another task. By hand, from made-up sessions
 * (test/traces/several-tasks.test.ts): a plain request, and either that the one before was reached or that nothing is
 * shared with it.
 */
const enough = 3
/** The share of a message's own words that may have been used before by the person: more is the same subject. */
const sharedAsked = 0.2
/** The same by the agent and in what it gave to its tools, where many words come by chance. */
const sharedDone = 0.5
const fewestWords = 3
const longestRead = 20_000

/**
 * Whether a message asks for something else than the task so far. In doubt it does not: what points back, answers the
 * agent, shares its subject or is no plain request goes with the task. It depends on what came before alone, so that
 * a session that has grown since is divided as it was. English only; other languages are left whole.
 */
export function newTaskIn(message: string, before: TaskSoFar): NewTask | undefined {
  const text = message.trim()
  const [thanks = ''] = praise.exec(text) ?? []
  const found = { task: text.slice(thanks.length).trim(), praise: thanks.trim() }
  const request = found.task.slice(0, longestRead).replace(connectives, '')
  if (!before.answered) return undefined
  const words = contentWords(request)
  if (hardMarks.test(request)) return words.size >= 2 ? found : undefined
  const told = { ...before, reached: before.reached || thanks !== '' }
  const follows = words.size < fewestWords || isFollowUp(request, before)
  return !follows && isApart(request, words, told) ? found : undefined
}

/** Whether it points back at what there is, or answers what the agent asked. */
function isFollowUp(request: string, { lastSaid }: TaskSoFar): boolean {
  const [first = '', second = ''] = sentencesOf(request)
  return (
    goesOn.test(request) ||
    pointsBack.some((pattern) => pattern.test(first)) ||
    /\byour (?!(?:next |new )?(?:task|job)\b)/i.test(second) ||
    asksBack(lastSaid)
  )
}

/** The agent waits for an answer; that it offers more is no question. */
function asksBack(said: string | undefined): boolean {
  const end = said?.trim().slice(-400)
  if (end?.endsWith('?') !== true) return false
  const last = sentencesOf(end).at(-1) ?? ''
  return !/\b(?:anything else|something else|what(?:'s| is) next|would you like me|want me to|shall i|should i also|need anything)\b/i.test(
    last
  )
}

function isApart(request: string, words: ReadonlySet<string>, before: TaskSoFar): boolean {
  const soft = softMarks.test(request)
  const opening = openingOf(request, soft)
  if (opening === undefined) return false
  const asked = vocabulary(before.asked)
  const done = vocabulary(before.done)
  const names = namesIn(request)
  if (names.some((name) => isNamed(name, before))) return false
  if (share(words, asked) > sharedAsked || share(words, done) > sharedDone) return false
  const nothingShared = [...words].every((word) => !asked.has(word) && !done.has(word))
  const signs = [before.reached, nothingShared, names.length > 0, words.size >= 6, soft]
  return opening + signs.filter(Boolean).length >= enough
}

/** How plainly it asks for something of its own: 2, what begins a work; 0, what may as well go on with one. */
function openingOf(request: string, marked: boolean): number | undefined {
  if (opensWith.test(request)) return 2
  if (opensOften.test(request)) return 0
  const later = sentencesOf(request).slice(1)
  const asksLater = later.some((sentence) => opensWith.test(sentence.replace(connectives, '')))
  return asksLater || marked ? 1 : undefined
}

function sentencesOf(text: string): string[] {
  return text
    .slice(0, 4000)
    .split(/(?<=[.!?])\s+|\n+/)
    .filter((sentence) => sentence.trim() !== '')
}

const identifier =
  /`[^`\n]{2,80}`|[\w-]+(?:\/[\w.-]+)+|\b[\w-]+\.(?:[a-z]{1,5}|[A-Z]\w+)\b|\b[a-z]+(?:[A-Z][a-z0-9]+)+\b|\b\w+_\w+\b|\b[A-Z][a-z]+(?:[A-Z][a-z0-9]+)+\b/g

/** Names of files and of things in code. */
function namesIn(text: string): string[] {
  return [...text.slice(0, 4000).matchAll(identifier)]
    .slice(0, 40)
    .map(([name]) => name.replace(/`/g, '').toLowerCase())
    .filter((name) => !/^(?:e\.g|i\.e|etc)\b/.test(name))
}

function isNamed(name: string, { asked, done }: TaskSoFar): boolean {
  const last = name.split('/').at(-1) ?? name
  const known = last.length >= 4 ? last : name
  return [...asked, ...done].some((text) => text.toLowerCase().includes(known))
}

function vocabulary(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [...contentWords(text)]))
}

/** The words that tell a subject, without endings; compound names count by their parts. */
function contentWords(text: string): ReadonlySet<string> {
  const apart = text.slice(0, longestRead).replace(/([a-z0-9])([A-Z])/g, '$1 $2')
  const words = apart.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  return new Set(words.filter((word) => !generic.has(word) && !/^\d+$/.test(word)).map(stem))
}

function stem(word: string): string {
  if (word.length < 5) return word
  return word.replace(/(?:ies|ing|ed|es|s|er|ers|ion|ions|ation)$/, '').slice(0, 12)
}

function share(words: ReadonlySet<string>, known: ReadonlySet<string>): number {
  const shared = [...words].filter((word) => known.has(word)).length
  return words.size === 0 ? 1 : shared / words.size
}
