import { CairnError } from '../../errors.js'
import { adpFormat } from './adp.js'
import { aiderFormat } from './aider.js'
import { anthropicFormat } from './anthropic-messages.js'
import { atifFormat } from './atif.js'
import { createAttemptsFormat, type AttemptedProblem } from './attempts.js'
import { cairnFormat } from './cairn.js'
import { claudeCodeFormat } from './claude-code.js'
import { clineFormat } from './cline.js'
import { codexFormat } from './codex.js'
import { copilotFormat } from './copilot.js'
import { formatNames, type FormatSample, type TraceFormat } from './format.js'
import { geminiFormat } from './gemini.js'
import { gooseFormat } from './goose.js'
import { langchainFormat } from './langchain.js'
import { miniSweAgentFormat } from './mini-swe-agent.js'
import { openaiAgentsFormat } from './openai-agents.js'
import { openaiChatFormat } from './openai-chat.js'
import { opencodeFormat } from './opencode.js'
import { openhandsFormat } from './openhands.js'
import { otelGenaiFormat } from './otel-genai.js'
import { piFormat } from './pi.js'
import { specstoryFormat } from './specstory.js'
import { sweAgentFormat } from './swe-agent.js'
import { trajectoryRowsFormat } from './trajectory-rows.js'

/** All formats; `problems` are those that attempts may name. */
export function traceFormats(
  problems: ReadonlyMap<string, AttemptedProblem> = new Map()
): TraceFormat[] {
  return [
    cairnFormat,
    createAttemptsFormat(problems),
    atifFormat,
    adpFormat,
    sweAgentFormat,
    claudeCodeFormat,
    codexFormat,
    geminiFormat,
    copilotFormat,
    opencodeFormat,
    clineFormat,
    gooseFormat,
    piFormat,
    openhandsFormat,
    miniSweAgentFormat,
    langchainFormat,
    otelGenaiFormat,
    openaiAgentsFormat,
    anthropicFormat,
    trajectoryRowsFormat,
    aiderFormat,
    specstoryFormat,
    openaiChatFormat
  ]
}

/** Below this share of the sample nothing counts as recognised. */
const sureEnough = 0.5

/** The format that fits a sample best; undefined where none does. */
export function detectFormat(
  formats: readonly TraceFormat[],
  sample: FormatSample
): TraceFormat | undefined {
  const scored = formats.map((format) => ({ format, score: format.detect(sample) }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  return best && best.score >= sureEnough ? best.format : undefined
}

/** @throws CairnError BAD_INPUT where there is no format of that name */
export function formatNamed(formats: readonly TraceFormat[], name: string): TraceFormat {
  const format = formats.find((one) => one.name === name)
  if (format) return format
  const shown = JSON.stringify(name.slice(0, 60))
  throw new CairnError(
    'BAD_INPUT',
    `There is no trace format ${shown}; expected one of ${formatNames.join(', ')}.`,
    {
      details: { field: 'format', value: name.slice(0, 60), expected: formatNames.join(', ') }
    }
  )
}
