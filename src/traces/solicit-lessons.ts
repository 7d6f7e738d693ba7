import { compoundParts } from '../domain/code-terms.js'
import { contentHash } from '../domain/content-hash.js'
import { instructsReader } from '../domain/instructing.js'
import type { LessonTag } from '../domain/lesson.js'
import { redact } from '../domain/redact.js'
import type { Database } from '../graph/database.js'
import { attemptsToExplain, lockBuckets, markExplained, writeLessons } from '../graph/queries.js'
import { isUnfitReply, type ChatMessage, type ChatModel } from '../model/chat.js'
import type { Embedder } from '../model/embedder.js'
import { cleanTraceText } from './clean-trace-text.js'
import { bucketOf } from './notes/settle-notes.js'
import { lessonQuestion, testsQuestion } from './lesson-questions.js'

export interface SolicitDeps {
  readonly db: Database
  readonly embedder: Embedder
  readonly chat: ChatModel
}

/** What came of asking a chat model about attempts. */
export interface SolicitReport {
  readonly model: string
  /** Attempts that the model was asked about. */
  readonly asked: number
  readonly lessons: number
  /** Replies that were no lesson: declined, cut off, empty, or far longer than the two sentences asked for. */
  readonly unfit: number
  /** Attempts that teach by themselves: they passed, and no speed-up was measured. */
  readonly passedOver: number
}

export interface SolicitRun {
  readonly signal: AbortSignal
  report(done: number, total: number): void
}

/** Attempts looked at together: one transaction, and what a kill costs at most. */
const batchSize = 10
/** As LessonL asks: little chance, short answers. */
const temperature = 0.2
const maxTokens = 250
const longestLesson = 1_200

type Attempt = Awaited<ReturnType<typeof readAttempts>>[number]

/**
 * Has a chat model write what judged attempts teach, beside the lessons that follow by rule. Each
 * attempt is asked about once; cut short, the next run goes on with the others.
 * @throws CairnError MODEL_UNAVAILABLE, CANCELLED, GRAPH_UNAVAILABLE; what was written before stays
 */
export async function solicitLessons(
  deps: SolicitDeps,
  space: string,
  run: SolicitRun
): Promise<SolicitReport> {
  const count = { asked: 0, lessons: 0, unfit: 0, passedOver: 0 }
  let after = ''
  let done = 0
  for (;;) {
    const attempts = await readAttempts(deps.db, { space, after })
    const last = attempts.at(-1)
    if (last === undefined) break
    const lessons: Taught[] = []
    for (const attempt of attempts) {
      const question = questionOf(attempt)
      if (question === null) {
        count.passedOver += 1
        continue
      }
      run.signal.throwIfAborted()
      count.asked += 1
      const text = await ask(deps.chat, question, run.signal)
      if (text === null) count.unfit += 1
      else lessons.push({ attempt, text })
    }
    await write(deps, space, { attempts, lessons })
    count.lessons += lessons.length
    after = last.id
    done += attempts.length
    run.report(done, done + 1)
  }
  run.report(done, done)
  return { model: deps.chat.id, ...count }
}

interface Taught {
  readonly attempt: Attempt
  readonly text: string
}

function readAttempts(db: Database, at: { space: string; after: string }) {
  return db.run(attemptsToExplain, { ...at, limit: batchSize })
}

/** What to ask about an attempt; null where it teaches by itself. */
function questionOf(attempt: Attempt): ChatMessage[] | null {
  const { task, code, effect, log } = attempt
  const tag = tagOf(attempt)
  const measured = measurementsOf(attempt.measurements)
  if (tag === 'CORRECT') {
    if (measured['speedup'] === undefined) return null
    return lessonQuestion({ tag, original: task, produced: code, effect })
  }
  const shown = log === null ? {} : { log }
  const { tests_passed: passed, tests_failed: failed } = measured
  const counted =
    passed === undefined || failed === undefined ? {} : { passed, total: passed + failed }
  return testsQuestion({ task, produced: code, ...counted, ...shown })
}

function tagOf({ outcome, type }: Attempt): Exclude<LessonTag, 'UNJUDGED'> {
  if (outcome === 'passed') return 'CORRECT'
  const unread = /^(?:SyntaxError|IndentationError|TabError|TS\d+|E\d{4}|compiler|javac|Rust|Go)/
  return unread.test(type ?? '') ? 'NOT_COMPILABLE' : 'INCORRECT'
}

function measurementsOf(json: string | null): Readonly<Record<string, number>> {
  return json === null ? {} : (JSON.parse(json) as Record<string, number>)
}

/** The lesson in a reply, cleaned; null where there is none. */
async function ask(
  chat: ChatModel,
  messages: readonly ChatMessage[],
  signal: AbortSignal
): Promise<string | null> {
  const reply = await chat
    .complete({ messages, temperature, maxTokens, signal })
    .catch((error: unknown) => {
      if (isUnfitReply(error)) return { text: '' }
      throw error
    })
  const text = redact(cleanTraceText(reply.text).text.trim()).text.replace(/\s*\n\s*/g, ' ')
  return text === '' || text.length > longestLesson ? null : text
}

async function write(
  { db, embedder, chat }: SolicitDeps,
  space: string,
  batch: { readonly attempts: readonly Attempt[]; readonly lessons: readonly Taught[] }
): Promise<void> {
  const vectors = await embedder.embed(batch.lessons.map(({ text }) => text))
  const rows = batch.lessons.map(({ attempt, text }, i) => ({
    // One lesson an attempt: an attempt that is replaced is asked about anew and its lesson with it.
    id: `lesson:${contentHash(space, attempt.id, 'chat')}`,
    problem: attempt.problem,
    space,
    text,
    writer: chat.id,
    tag: tagOf(attempt),
    effect: attempt.effect,
    attempts: [attempt.id],
    apis: namedIn(text, attempt.apis),
    terms: compoundParts(text, 60).join(' '),
    // Whoever wrote the attempt may have talked the model into passing orders on.
    tainted: instructsReader(text).found,
    embedding: Array.from(vectors[i] ?? [])
  }))
  await db.write(async (tx) => {
    await tx.run(lockBuckets, {
      ids: [...new Set(rows.map(({ problem }) => bucketOf(problem)))].sort()
    })
    if (rows.length > 0) await tx.run(writeLessons, { rows })
    await tx.run(markExplained, { ids: batch.attempts.map(({ id }) => id), by: chat.id })
  })
}

/** The APIs of an attempt whose last name stands in the text; all of them where none does. */
function namedIn(text: string, apis: readonly string[]): string[] {
  const words = new Set(text.split(/[^\w]+/))
  const named = [...new Set(apis)].filter((name) => words.has(name.split('.').at(-1) ?? name))
  return named.length > 0 ? named : [...new Set(apis)]
}
