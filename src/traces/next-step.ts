import { namesIn } from '../domain/code-terms.js'
import { cosineOf } from '../domain/cosine-of.js'
import { stateEmbedText } from '../domain/embed-text.js'
import { CairnError } from '../errors.js'
import type { Database } from '../graph/database.js'
import { gainQuantile, openStateText, stepsForInstruction, stepsFrom } from '../graph/queries.js'
import type { Embedder } from '../model/embedder.js'
import { stateHash, stateText } from './states.js'

export interface NextStepQuestion {
  /** The code as it stands. */
  readonly code?: string
  /** Id of a state, in place of the code. */
  readonly state?: string
  readonly instruction?: string
  /** How many of each. */
  readonly limit?: number
  /** Least gain of a shortcut; left out, half of all shortcuts gain less. */
  readonly epsilon?: number
  /** Also what has little in common with what is asked: the nearest there is, as the authors of co-learning take it. */
  readonly nearestAtAll?: boolean
}

export interface StepMemory {
  readonly kind: 'shortcut' | 'step'
  readonly from: string
  readonly instruction: string
  readonly to: string
  readonly text: string
  readonly gain: number
  /** Of the key to what was asked, as a cosine; 1 for the very same. */
  readonly similarity: number
  readonly trace: string
}

export interface NextStep {
  /** From states like the one given. */
  readonly instructions: readonly StepMemory[]
  /** From instructions like the one given, or like the first of `instructions`. */
  readonly states: readonly StepMemory[]
}

const quantile = 0.5
const maxText = 200_000
/** Nearest keys that are looked at first: some lead nowhere in these spaces. */
const nearest = 20
/** Nearest keys that are looked at, at most, where those before lead nowhere. */
const farthest = 1280

/**
 * Least share of names in common (Dice) of two pieces of code that are steps of one task. Among 543 solutions of DS-1000,
 * 92 % of those with another of their family share as much with it; 29 % do with the nearest of any other family.
 */
const leastInCommon = 0.6
/** Least cosine of an instruction to be one like it. */
const leastAlike = 0.5

/**
 * Both memories of co-reasoning: from the nearest state to the instructions that led on from it, and from the nearest
 * instruction to the states that it led to. Where no shortcut leads on, the steps of attempts that passed do, and where an
 * attempt failed with such a state, the end of those that passed at its problem. What has too little in common is left out.
 * @throws CairnError BAD_INPUT, NOT_FOUND (a state by id), TOO_LARGE, MODEL_UNAVAILABLE
 */
export async function nextStep(
  deps: { db: Database; embedder: Embedder },
  question: NextStepQuestion,
  spaces: readonly string[]
): Promise<NextStep> {
  const { limit = 1, instruction } = question
  const code = await codeOf(deps.db, question, spaces)
  if (code === undefined && blank(instruction)) throw nothingAsked()
  const epsilon = question.epsilon ?? (await epsilonOf(deps.db, spaces))
  const at = { spaces, limit, epsilon, all: question.nearestAtAll === true }
  const instructions = code === undefined ? [] : await fromState(deps, code, at)
  const asked = blank(instruction) ? instructions[0]?.instruction : instruction
  const states = asked === undefined ? [] : await fromInstruction(deps, asked, at)
  return { instructions, states }
}

/** What a state is within that traces of several spaces passed through. */
const severalSpaces = ''

interface Asking {
  readonly spaces: readonly string[]
  readonly limit: number
  readonly epsilon: number
  readonly all: boolean
}

async function fromState(
  { db, embedder }: { db: Database; embedder: Embedder },
  code: string,
  at: Asking
): Promise<StepMemory[]> {
  const id = `state:${stateHash(code)}`
  const { spaces, epsilon } = at
  const asked = {
    ...{ spaces, epsilon, id },
    within: [...spaces, severalSpaces],
    vector: await vectorOf(embedder, stateEmbedText(stateText(code))),
    limit: at.limit + nearest
  }
  let near = nearest
  let rows = await db.run(stepsFrom, { ...asked, near })
  // States that several spaces share are found by each of them, and may lead on in others only.
  while (rows.length < at.limit && near < farthest) {
    near *= 4
    rows = await db.run(stepsFrom, { ...asked, near })
  }
  const found = rows
    .filter((row) => at.all || row.from === id || inCommon(code, row.code) >= leastInCommon)
    .map(({ from, instruction, to, text, gain, trace, similarity, kind }): StepMemory => ({
      ...{ from, instruction, to, text, gain, trace },
      similarity: cosineOf(similarity),
      kind: kind === 'shortcut' ? 'shortcut' : 'step'
    }))
  // A state that shortcuts leave needs no steps; the same way is shown once.
  const bold = new Set(found.filter(({ kind }) => kind === 'shortcut').map(({ from }) => from))
  return distinct(found.filter(({ kind, from }) => kind === 'shortcut' || !bold.has(from))).slice(
    0,
    at.limit
  )
}

async function fromInstruction(
  { db, embedder }: { db: Database; embedder: Embedder },
  instruction: string,
  at: Asking
): Promise<StepMemory[]> {
  const vector = await vectorOf(embedder, instruction.slice(0, maxText))
  const { spaces, epsilon } = at
  const limit = at.limit + nearest
  const rows = await db.run(stepsForInstruction, { spaces, near: limit, epsilon, vector, limit })
  const found = rows
    .map((row): StepMemory => ({ ...row, similarity: cosineOf(row.similarity), kind: 'shortcut' }))
    .filter(({ similarity }) => at.all || similarity >= leastAlike)
  return distinct(found).slice(0, at.limit)
}

/** Share of names that two pieces of code have in common: twice the common ones over all (Dice 1945), 0 to 1. */
function inCommon(one: string, other: string): number {
  const [a, b] = [one, other].map(
    (code) => new Set(namesIn(code).flatMap((name) => name.split('.')))
  )
  if (a === undefined || b === undefined || a.size + b.size === 0) return 0
  return (2 * [...a].filter((name) => b.has(name)).length) / (a.size + b.size)
}

function distinct(found: readonly StepMemory[]): StepMemory[] {
  const seen = new Set<string>()
  return found.filter(({ to, instruction }) => {
    const key = `${to} ${instruction}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Nothing is near to the empty state but itself. */
async function vectorOf(embedder: Embedder, text: string): Promise<number[]> {
  const [vector] = text.trim() === '' ? [] : await embedder.embed([text])
  return Array.from(vector ?? new Float32Array(embedder.dimensions).fill(1e-6))
}

async function epsilonOf(db: Database, spaces: readonly string[]): Promise<number> {
  const [row] = await db.run(gainQuantile, { quantile, spaces })
  return row?.epsilon ?? 0
}

async function codeOf(
  db: Database,
  { code, state }: NextStepQuestion,
  spaces: readonly string[]
): Promise<string | undefined> {
  if (code !== undefined && code.length > maxText)
    throw new CairnError(
      'TOO_LARGE',
      `code has ${code.length} characters; at most ${maxText} are read.`,
      {
        details: { field: 'code', value: code.length, expected: `at most ${maxText} characters` }
      }
    )
  if (state === undefined) return code
  const [row] = await db.run(openStateText, { id: state, spaces })
  if (row !== undefined) return row.text
  const value = state.slice(0, 100)
  throw new CairnError('NOT_FOUND', `There is no state '${value}' here.`, {
    details: { field: 'state', value, expected: 'the id of a state' }
  })
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function nothingAsked(): CairnError {
  const expected = 'the code as it stands, the id of a state, or an instruction'
  return new CairnError('BAD_INPUT', `Nothing was given to go on from; expected ${expected}.`, {
    details: { field: 'code', value: null, expected }
  })
}
