import { parentPort } from 'node:worker_threads'
import { publicFailure } from '../../../errors.js'
import type { DeclarationsRequest } from './package-model.js'
import { readDeclarations } from './read-declarations.js'

/** Body of the thread in which the compiler runs: one package after the other. */
parentPort?.on('message', (request: DeclarationsRequest) => {
  try {
    parentPort?.postMessage({ reply: readDeclarations(request) })
  } catch (error) {
    const { code, message } = publicFailure(error)
    const reason = code === 'BUG' && error instanceof Error ? error.message : message
    parentPort?.postMessage({ failure: { code, message: reason } })
  }
})
