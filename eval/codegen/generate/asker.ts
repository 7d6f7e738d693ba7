import { setTimeout as wait } from 'node:timers/promises'
import type { Config } from '../../../src/config.js'
import { badInput } from '../../../src/errors.js'
import type { ChatModel, ChatReply } from '../../../src/model/chat.js'
import { createChat } from '../../../src/model/openai-chat.js'
import type { AppendLog } from './append-log.js'
import { callKey, knownReplies, type Call, type CallLine, type Reply } from './calls.js'
import { faultOf, isModelsOwn, type FaultKind } from './faults.js'
import { createLimit } from './limit.js'

export type Ask = (call: Call) => Promise<Reply>

export interface AskerOptions {
  /** Where the endpoint is and its key; the model is each call's own. */
  readonly config: Pick<Config, 'openaiKey' | 'openaiUrl'>
  readonly log: AppendLog<CallLine>
  /** Calls under way at a time. */
  readonly parallel: number
  /** Tries of one call in all where the endpoint fails; a model that declines is asked `modelTries` times. */
  readonly tries?: number
  readonly modelTries?: number
  readonly timeoutMs?: number
  /** Before the second try; doubles from there, at most 30 s. */
  readonly firstWaitMs?: number
  /** Asks again what was given up in an earlier run. */
  readonly retryFailed?: boolean
  /** Asks nothing: what is not known has the fault `cut-off`. For reports. */
  readonly offline?: boolean
  readonly onCall?: () => void
}

const longestWaitMs = 30_000

/**
 * Asks models, each call once: what came back is on the disk before anybody sees it, so a run that is killed and
 * started again makes only the calls that had no reply. Every try that goes wrong is written down by its kind.
 * @returns a function that gives the reply, or the fault after the last try
 * @throws CairnError where no try could help: NOT_CONFIGURED for a wrong key or address
 */
export function createAsker(options: AskerOptions): Ask {
  const known = knownReplies(options.log, { retryFailed: options.retryFailed ?? false })
  const underWay = new Map<string, Promise<Reply>>()
  const within = createLimit(options.parallel)
  const models = new Map<string, ChatModel>()
  const modelOf = ({ model, schema }: Call): ChatModel => {
    // A chat keeps in which form it was answered last: that words came is no reason to leave a schema out.
    const key = JSON.stringify([model, schema !== undefined])
    const found = models.get(key) ?? chatOf(model, options)
    models.set(key, found)
    return found
  }
  return (call) => {
    const key = callKey(call)
    const before = known.get(key)
    if (before !== undefined) return Promise.resolve(before)
    if (options.offline === true) return Promise.resolve({ fault: 'cut-off' })
    const pending =
      underWay.get(key) ??
      within(async () => {
        const reply = await askUntilAnswered(modelOf(call), call, { ...options, key })
        known.set(key, reply)
        underWay.delete(key)
        options.onCall?.()
        return reply
      })
    underWay.set(key, pending)
    return pending
  }
}

function chatOf(name: string, { config, timeoutMs = 180_000 }: AskerOptions): ChatModel {
  // One try: what goes wrong is counted and repeated here.
  const chat = createChat({ ...config, chatModel: name }, { attempts: 1, timeoutMs })
  if (chat === null) throw badInput('--models', name, 'names of models')
  return chat
}

async function askUntilAnswered(
  chat: ChatModel,
  call: Call,
  options: AskerOptions & { readonly key: string }
): Promise<Reply> {
  const { log, key, tries = 6, modelTries = 2, firstWaitMs = 500 } = options
  const { model, purpose } = call
  const faults: FaultKind[] = []
  for (;;) {
    const started = performance.now()
    const got = await once(chat, call)
    if ('text' in got) {
      const ms = Math.round(performance.now() - started)
      const { text, inputTokens, outputTokens } = got
      const { messages } = call
      const tokens = { inputTokens, outputTokens, ms }
      log.append({ kind: 'reply', key, model, purpose, messages, text, ...tokens })
      return { text }
    }
    const { fault } = got
    log.append({ kind: 'fault', key, model, purpose, fault })
    faults.push(fault)
    const own = isModelsOwn(fault)
    if (faults.filter((one) => isModelsOwn(one) === own).length >= (own ? modelTries : tries)) {
      // An endpoint that is down now may answer the next run; what a model declined, it declined.
      if (own) log.append({ kind: 'gave-up', key, model, purpose, fault })
      return { fault }
    }
    if (!own) await wait(Math.min(longestWaitMs, firstWaitMs * 2 ** (faults.length - 1)))
  }
}

async function once(
  chat: ChatModel,
  { messages, temperature, maxTokens, schema }: Call
): Promise<ChatReply | { readonly fault: FaultKind }> {
  try {
    return await chat.complete({
      messages,
      temperature,
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(schema === undefined ? {} : { schema })
    })
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return { fault }
  }
}
