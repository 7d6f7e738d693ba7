import { serveThread } from '../thread-pool.js'
import { parseRawPage } from './parse-raw-page.js'

/** Body of a parsing thread. */
serveThread(parseRawPage)
