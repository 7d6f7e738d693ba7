import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CairnError } from '../errors.js'
import type { EncoderSettings } from './encoder-thread.js'

/** Which weights a folder may hold, best first: eight bits are a quarter of the size and faster. */
export const weightFiles = [
  'onnx/model_quantized.onnx',
  'onnx/model_int8.onnx',
  'onnx/model_uint8.onnx',
  'onnx/model.onnx',
  'onnx/model_fp16.onnx',
  'onnx/model_q4.onnx',
  'onnx/model_q4f16.onnx',
  'onnx/model_bnb4.onnx'
] as const

/** Files a sentence encoder needs beside its weights. */
export const requiredFiles = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const

/** Larger is no description of a model. */
const maxConfigBytes = 1_000_000

/** Files in the layout of sentence-transformers that say how a model is to be used; a model may come without them. */
export const describingFiles = [
  '1_Pooling/config.json',
  'config_sentence_transformers.json'
] as const

export interface ModelFolder extends Pick<EncoderSettings, 'folder' | 'weights' | 'pooling'> {
  readonly dimensions: number
  /** What a question begins with, so that the model knows that it is one; empty for most. */
  readonly questionPrefix: string
}

/** Looks a model folder through without loading it. @throws CairnError NOT_CONFIGURED naming the folder and what is missing */
export async function openModelFolder(folder: string): Promise<ModelFolder> {
  if (!(await isDirectory(folder))) throw unfit(folder, 'there is no such folder')
  for (const file of requiredFiles) {
    if (!(await isFile(join(folder, file)))) throw unfit(folder, `${file} is missing`)
  }
  for (const weights of weightFiles) {
    if (await isFile(join(folder, weights))) {
      const [dimensions, use] = await Promise.all([readDimensions(folder), readUse(folder)])
      return { folder, weights, dimensions, ...use }
    }
  }
  throw unfit(folder, `${weightFiles[0]} is missing, and so is every other onnx/model*.onnx`)
}

export async function isDirectory(path: string): Promise<boolean> {
  return (await statOrNull(path))?.isDirectory() ?? false
}

async function isFile(path: string): Promise<boolean> {
  const found = await statOrNull(path)
  return found !== null && found.isFile() && found.size > 0
}

async function statOrNull(path: string) {
  try {
    return await stat(path)
  } catch {
    return null
  }
}

async function readUse(folder: string): Promise<Pick<ModelFolder, 'pooling' | 'questionPrefix'>> {
  const [pooling, prompts] = await Promise.all(
    describingFiles.map(async (file) => {
      const path = join(folder, file)
      const size = (await statOrNull(path))?.size ?? Infinity
      return size > maxConfigBytes ? null : parseObject(await readFile(path, 'utf8'))
    })
  )
  const prefix = (prompts?.['prompts'] as { query?: unknown } | undefined)?.query
  return {
    pooling: pooling?.['pooling_mode_cls_token'] === true ? 'first' : 'mean',
    questionPrefix: typeof prefix === 'string' ? prefix.slice(0, longestPrefix) : ''
  }
}

/** A prefix is a short instruction; what is longer would leave no room for the question. */
const longestPrefix = 300

async function readDimensions(folder: string): Promise<number> {
  const path = join(folder, 'config.json')
  if (((await statOrNull(path))?.size ?? 0) > maxConfigBytes) {
    throw unfit(folder, `config.json is larger than ${maxConfigBytes} bytes`)
  }
  const config = parseObject(await readFile(path, 'utf8'))
  if (config === null) throw unfit(folder, 'config.json is not a JSON object')
  // The width of the states goes by different names in different families of models.
  const width = config['hidden_size'] ?? config['dim'] ?? config['d_model']
  if (isWidth(width)) return width
  throw unfit(folder, 'config.json does not say hidden_size as a whole number from 1 to 4096')
}

function isWidth(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= 4096
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

function unfit(folder: string, reason: string): CairnError {
  return new CairnError(
    'NOT_CONFIGURED',
    `'${folder}' is not a model folder: ${reason}. Expected config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx or another onnx/model*.onnx; set CAIRN_EMBEDDER to local:<such a folder>.`,
    { details: { field: 'CAIRN_EMBEDDER', value: folder, expected: 'a model folder', reason } }
  )
}
