import type { ChatModel, ChatReply, ChatRequest } from '../../src/model/chat.js'
import type { Embedder } from '../../src/model/embedder.js'
import { createLexicalEmbedder } from '../../src/model/lexical-embedder.js'

export interface FakeEmbedder extends Embedder {
  /** Every text it was given, in order. */
  readonly texts: string[]
}

/** Deterministic, by words: texts that share words lie close. Records what it was asked. */
export function createFakeEmbedder(
  options: { id?: string; dimensions?: number } = {}
): FakeEmbedder {
  const { dimensions } = options
  const lexical = createLexicalEmbedder(dimensions === undefined ? {} : { dimensions })
  const texts: string[] = []
  return {
    ...lexical,
    id: options.id ?? lexical.id,
    texts,
    embed: (asked, more) => {
      texts.push(...asked)
      return lexical.embed(asked, more)
    }
  }
}

export interface FakeChat extends ChatModel {
  readonly requests: ChatRequest[]
}

/** Answers with what `reply` makes of a request, and records the requests. */
export function createFakeChat(reply: (request: ChatRequest) => string): FakeChat {
  const requests: ChatRequest[] = []
  return {
    id: 'openai:fake',
    requests,
    complete: (request): Promise<ChatReply> => {
      requests.push(request)
      return Promise.resolve({
        text: reply(request),
        model: 'fake',
        inputTokens: null,
        outputTokens: null
      })
    }
  }
}
