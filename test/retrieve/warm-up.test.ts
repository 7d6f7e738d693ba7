import { setTimeout as wait } from 'node:timers/promises'
import { createLibraryShelf } from '../../src/retrieve/known-libraries.js'
import { warmUp } from '../../src/retrieve/warm-up.js'
import { testDatabase } from '../support/build-cairn.js'

test('warming up a graph that is closed meanwhile fails as one failure, none of its statements unheard', async () => {
  const db = testDatabase()
  await db.close()
  await expect(warmUp({ db, shelf: createLibraryShelf(db) }, 3)).rejects.toThrow('Neo4j')
  // A rejection that nobody hears of ends the process, and here the test.
  await wait(100)
})
