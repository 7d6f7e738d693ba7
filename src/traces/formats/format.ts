import type { SubRun } from './sub-run.js'

export const formatNames = [
  'cairn',
  'attempts',
  'openai-chat',
  'claude-code',
  'swe-agent',
  'adp',
  'atif',
  'codex',
  'gemini',
  'copilot',
  'opencode',
  'cline',
  'goose',
  'pi',
  'openhands',
  'mini-swe-agent',
  'anthropic-messages',
  'openai-agents',
  'langchain',
  'otel-genai',
  'trajectory-rows',
  'aider',
  'specstory'
] as const
export type FormatName = (typeof formatNames)[number]

/** Place of something in a file: `line` counts from 1, `index` from 0 within a list. */
export interface Where {
  readonly file: string
  readonly line?: number
  readonly index?: number
}

/** The beginning of a file, enough to tell its format: the one document, or its first lines. */
export interface FormatSample {
  readonly file: string
  readonly layout: 'document' | 'lines' | 'text'
  readonly values: readonly unknown[]
}

/** What a file holds, parsed one value at a time; `skipped` is what could not be parsed, and why. */
export type SourceItem =
  | { readonly value: unknown; readonly where: Where }
  | { readonly skipped: string; readonly where: Where }

export interface FormatSource {
  readonly file: string
  readonly layout: 'document' | 'lines' | 'text'
  readonly items: AsyncIterable<SourceItem>
  /** What sub-agents did that the run of this file started, where it was recorded apart. */
  readonly subs?: readonly SubRun[]
}

/**
 * A trace as it was understood, still to be checked by checkCanonicalTrace, or why there is none. `tasks`: the same as
 * several traces, where a person asked in it for several things that have nothing to do with one another. `untold`: the
 * work of a run in which nobody says what was asked for, if it is a sub-agent's.
 */
export type ReadTrace =
  | { readonly trace: unknown; readonly tasks?: readonly unknown[]; readonly where: Where }
  | { readonly skipped: string; readonly where: Where; readonly untold?: unknown }

/** One kind of recording. Pure: neither files nor network. */
export interface TraceFormat {
  readonly name: FormatName
  /** How surely the sample is of this format, 0 to 1, by its content. */
  detect(sample: FormatSample): number
  /** Streams; holds no more than the traces that are still open. What it cannot understand is said, not thrown. */
  read(source: FormatSource): AsyncIterable<ReadTrace>
}
