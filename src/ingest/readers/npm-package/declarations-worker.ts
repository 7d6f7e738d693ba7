import { serveThread } from '../../../thread-pool.js'
import { readDeclarations } from './read-declarations.js'

/** Body of the thread in which the compiler runs. */
serveThread(readDeclarations)
