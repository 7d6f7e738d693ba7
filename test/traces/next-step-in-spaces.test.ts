import { itself } from '../../src/domain/caller.js'
import type { Cairn } from '../../src/cairn.js'
import { buildCairn, closeCairns } from '../support/build-cairn.js'
import { stepTo, traceOf } from './trace-of.js'

afterEach(closeCairns)

const asked = 'def total(numbers):\n    result = 0\n    return result\n'
const own = 'def total(numbers):\n    result = 0\n    numbers = list(numbers)\n    return result\n'
const loop =
  'def total(numbers):\n    result = 0\n    for n in numbers:\n        result += n\n    return result\n'
const end = 'def total(numbers):\n    return sum(numbers)\n'

/** Who works in one space and sees no other. */
function inSpace(cairn: Cairn, space: string): ReturnType<Cairn['as']> {
  return cairn.as({ ...itself, id: `principal:${space}`, space, spaces: [space], writes: [space] })
}

/** Runs that go from each of these versions to the end. */
function leadingOn(versions: readonly string[], instruction: string): Record<string, unknown>[] {
  return versions.map((version, i) =>
    traceOf({
      task: { text: `Write def total(numbers) that gives the sum of a list of numbers, ${i}.` },
      steps: [
        stepTo(version, { instruction: 'Begin.', runs: true }),
        stepTo(loop, { instruction: 'Go through the numbers in a loop.', runs: true }),
        stepTo(end, { instruction, runs: true })
      ]
    })
  )
}

/** Where instructions end. */
function lastOf(memories: readonly { readonly instruction: string }[]): (string | undefined)[] {
  return memories.map(({ instruction }) => instruction.split('\nthen: ').at(-1))
}

/** Versions nearer to what is asked than one's own. */
const crowd = Array.from({ length: 200 }, (_, i) => asked.replace('0\n', `0  # ${i}\n`))

test('a small team finds its own states and instructions beside two hundred nearer ones of a large team', async () => {
  const cairn = await buildCairn()
  await inSpace(cairn, 'large').recordTraces(leadingOn(crowd, 'Use the sum of the numbers.'))
  const small = inSpace(cairn, 'small')
  await small.recordTraces(leadingOn([own], 'Use the sum of the list.'))
  const found = await small.nextStep({ code: asked, epsilon: 0 })
  expect(lastOf(found.instructions)).toEqual(['Use the sum of the list.'])
  const { states } = await small.nextStep({
    instruction: 'Use the sum of the numbers.',
    epsilon: 0,
    nearestAtAll: true
  })
  expect(lastOf(states)).toEqual(['Use the sum of the list.'])
})

test('states that several teams share and that lead on in others only do not hide the one that leads on', async () => {
  const cairn = await buildCairn()
  await inSpace(cairn, 'large').recordTraces(leadingOn(crowd, 'Use the sum of the numbers.'))
  const small = inSpace(cairn, 'small')
  await small.recordTraces([
    ...crowd.map((version, i) =>
      traceOf({
        task: { text: `Add up a list, in vain, in the way ${i}.` },
        steps: [stepTo(version, { instruction: 'Begin.', runs: true })],
        outcome: { status: 'unknown' }
      })
    ),
    ...leadingOn([own], 'Use the sum of the list.')
  ])
  const found = await small.nextStep({ code: asked, epsilon: 0 })
  expect(lastOf(found.instructions)).toEqual(['Use the sum of the list.'])
})
