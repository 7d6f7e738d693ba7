import { publicFailure } from './errors.js'
import type { ChatModel } from './model/chat.js'
import { widenQuestion, type Widening } from './model/widen-question.js'
import type { Question } from './retrieve/question.js'

export interface Widened {
  readonly question: Question
  /** What the answer has to say of it. */
  readonly remarks: readonly string[]
}

/**
 * Has a chat model ask each question in other words too, where the settings say so; retrieval itself
 * calls no language model. A model that fails costs its wordings, not the answer.
 */
export function createWidening(
  chat: ChatModel | null,
  how: Widening | 'off'
): (question: Question) => Promise<Widened> {
  return async (question) => {
    if (how === 'off') return { question, remarks: [] }
    if (chat === null) return { question, remarks: [noModel] }
    try {
      const also = await widenQuestion(chat, question.text, how)
      return { question: { ...question, also }, remarks: [] }
    } catch (error) {
      return { question, remarks: [`Not asked in other words: ${publicFailure(error).message}`] }
    }
  }
}

const noModel = 'Not asked in other words: CAIRN_WIDEN needs CAIRN_CHAT_MODEL.'
