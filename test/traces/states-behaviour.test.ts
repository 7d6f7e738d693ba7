import { behaviourIn } from '../../src/traces/notes/states-behaviour.js'

test.each([
  'Loft.store returns None and keeps the crate it was given',
  'I found that `loft.open` sorts its crates in place',
  'We get an empty list back from `Loft.find` when nothing matches, not an error',
  'You have to call `loft.lock()` before `loft.count()`, which otherwise raises ValueError',
  'The stored weight is in grams, not kilograms, although `weigh` takes kilograms',
  'It failed at first because `Loft.sum` does not include crates that are reserved',
  '`Crate.split(n)` leaves the remainder in the last piece and never returns an empty one',
  'Turned out `sealed=True` is ignored unless the crate is empty',
  '`Loft.append` no longer exists since 2.0 and raises AttributeError',
  'My first try failed because `Loft.take` counts from one'
])('a finding: %s', (sentence) => {
  expect(behaviourIn(sentence)).toBeDefined()
})

test.each([
  'My advice covers only what needs no TypeScript, as code in that language is not something I give',
  'I understand that you want a CsvReader that skips empty rows, but writing it is not in my remit',
  'Your request needs a LoftClient that returns sorted crates',
  'As an AI model I cannot run `loft.open`, which returns crates',
  'Modified `loft.py` and `crate.py` so that empty crates are skipped and no false error is raised',
  'Added a check to `Loft.store` that rejects crates which are not sealed',
  'The changes made ensure that `Loft.find` no longer raises on empty lofts',
  'The fix ensures that `store()` returns the crate instead of None',
  'The code has been updated so that `weigh()` returns grams',
  'To address the issue, we need to ensure that `loft.take` does not skip the last crate',
  'This indicates that `Loft.count` is not called with the right argument',
  'The `Loft` class is located in `src/loft.py` and stores crates',
  'The error message indicates that `crate1` is not a valid path, which means `loft` uses it correctly',
  'My implementation of `sorted_crates()` returns them by weight',
  'Could it be that `Loft.count` includes reserved crates?'
])('tells of the work or the talk: %s', (sentence) => {
  expect(behaviourIn(sentence)).toBeUndefined()
})
