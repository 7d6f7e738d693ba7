import { access, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { isRecord, recordAt, textAt, type JsonRecord } from './formats/json-record.js'
import { verdictIn } from './formats/verdict-in.js'
import type { TraceOutcome } from './canonical-trace.js'

/** What a trial of Harbor says of the run whose recordings lie in its folder. */
export interface HarborTrial {
  readonly outcome: TraceOutcome | undefined
  readonly ref: string | undefined
  /** Why this file is no attempt of its own. */
  readonly beside: string | undefined
}

const farthestUp = 8
const longestResult = 5_000_000

/**
 * The trial that a file lies in: a folder with `result.json` of a verifier, or `verifier/reward.*`. Its trajectory is the
 * attempt; sessions of the agent's own, and what the verifier wrote, are the same run once more. undefined outside of one.
 */
export async function trialOf(file: string): Promise<HarborTrial | undefined> {
  let folder = dirname(file)
  for (let up = 0; up < farthestUp; up++) {
    const trial = await readTrial(folder)
    if (trial) return { ...trial, beside: await besideIn(folder, file) }
    const above = dirname(folder)
    if (above === folder) break
    folder = above
  }
  return undefined
}

async function besideIn(folder: string, file: string): Promise<string | undefined> {
  const place = relative(folder, file).split(sep)
  const name = basename(file)
  if (place.length === 1 && /^(?:result|config|lock)\.json$/.test(name))
    return 'what Harbor says of the trial: read with its trajectory'
  if (place[0] === 'verifier' || place[0] === 'tests')
    return 'what the verifier of the trial wrote: read with its trajectory'
  if (place[0] !== 'agent' || name === 'trajectory.json') return undefined
  const main = join(folder, 'agent', 'trajectory.json')
  return (await exists(main))
    ? 'the same run as agent/trajectory.json of its trial, which is taken in'
    : undefined
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false
  )
}

async function readTrial(folder: string): Promise<Omit<HarborTrial, 'beside'> | undefined> {
  const result = await readRecord(join(folder, 'result.json'))
  const isResult = result !== undefined && ('verifier_result' in result || 'trial_name' in result)
  const reward = await rewardIn(folder)
  if (!isResult && reward === undefined) return undefined
  const told = isResult ? verdictIn(result) : undefined
  const outcome = told ?? (reward === undefined ? undefined : verdictIn({ reward }))
  return { outcome, ref: isResult ? textAt(result, 'trial_name', 'id') : undefined }
}

async function rewardIn(folder: string): Promise<unknown> {
  const text = await readText(join(folder, 'verifier', 'reward.txt'))
  if (text !== undefined && text.trim() !== '') return text.trim()
  const record = await readRecord(join(folder, 'verifier', 'reward.json'))
  return (
    record &&
    (record['reward'] ?? Object.values(recordAt(record, 'rewards'))[0] ?? Object.values(record)[0])
  )
}

async function readRecord(file: string): Promise<JsonRecord | undefined> {
  const text = await readText(file)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file)
    return size > longestResult ? undefined : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A trace with what the trial's verifier said of it. */
export function judgedByTrial(trace: unknown, { outcome, ref }: HarborTrial): unknown {
  if (!isRecord(trace) || outcome === undefined) return trace
  const told = recordAt(trace, 'outcome')
  const source = recordAt(trace, 'source')
  const measurements = { ...recordAt(told, 'measurements'), ...outcome.measurements }
  return {
    ...trace,
    outcome: { ...outcome, ...(Object.keys(measurements).length === 0 ? {} : { measurements }) },
    source: { ...source, ...(ref === undefined ? {} : { ref: ref.slice(0, 500) }) }
  }
}
