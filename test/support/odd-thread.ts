import { CairnError } from '../../src/errors.js'
import { serveThread } from '../../src/thread-pool.js'

/** What a thread of the tests is told to do. */
export type Oddity = 'answer' | 'refuse' | 'fail' | 'die' | 'hang' | 'grow'

/** Tells this thread from others. */
const mine = Math.random()

const acts: Record<Oddity, () => unknown> = {
  answer: () => mine,
  refuse: () => {
    throw new CairnError('BAD_INPUT', 'That is no page.')
  },
  fail: () => {
    throw new TypeError('a bug of ours')
  },
  die: () => process.exit(3),
  hang: () => {
    for (;;);
  },
  grow: () => {
    const held: unknown[] = []
    for (;;) held.push(new Array(100_000).fill(held.length))
  }
}

serveThread((oddity: Oddity) => acts[oddity]())
