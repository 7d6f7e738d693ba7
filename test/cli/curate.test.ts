import { reportText, type Report } from '../../src/cli/commands/curate.js'

const nothing: Report = {
  traces: 0,
  lessons: 0,
  clusters: 0,
  added: 0,
  refined: 0,
  merged: 0,
  ignored: 0,
  queued: 0
}

test('after a run that found nothing new the command tells what waits from earlier ones', () => {
  expect(reportText(nothing, 211)).toBe(
    'Nothing came in since the last run. 211 wait in all: cairn review list'
  )
  expect(reportText(nothing, 0)).toBe(
    'Nothing came in since the last run. None waits for a person.'
  )
})

test('a run that queued nothing does not say that none waits', () => {
  const said = reportText({ ...nothing, traces: 4, lessons: 2, clusters: 1, refined: 1 }, 211)
  expect(said).toContain('This run queued 0. 211 wait in all: cairn review list')
})
