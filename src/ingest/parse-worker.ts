import { parentPort } from 'node:worker_threads'
import { publicFailure } from '../errors.js'
import { parseRawPage } from './parse-raw-page.js'
import type { RawPage } from './reader.js'

/** Body of a parsing thread: a page comes in, its record or a failure goes out. */
parentPort?.on('message', (page: RawPage) => {
  try {
    parentPort?.postMessage({ record: parseRawPage(page) })
  } catch (error) {
    const { code, message } = publicFailure(error)
    const reason = code === 'BUG' && error instanceof Error ? error.message : message
    parentPort?.postMessage({ failure: { code, message: reason } })
  }
})
