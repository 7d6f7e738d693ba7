import type { Memory, Ranked } from '../../src/retrieve/memory.js'
import { byWorth } from '../../src/retrieve/by-worth.js'

const now = Date.parse('2026-01-01T00:00:00Z')

function entry(id: string, score: number, evidence: Memory['evidence'] = null): Ranked {
  const nothing = null
  const memory: Memory = {
    id,
    label: 'Doc',
    kind: 'section',
    library: nothing,
    title: id,
    text: '',
    code: nothing,
    qualifiedName: nothing,
    signature: nothing,
    summary: nothing,
    deprecated: nothing,
    doc: nothing,
    path: nothing,
    anchor: nothing,
    part: 1,
    url: nothing,
    breadcrumb: [],
    outcome: nothing,
    agent: nothing,
    applies: nothing,
    advice: nothing,
    avoid: nothing,
    examples: [],
    judgedBy: nothing,
    confirmed: false,
    principal: nothing,
    trust: nothing,
    observed: nothing,
    note: nothing,
    evidence
  }
  return {
    memory,
    api: null,
    score,
    similarity: null,
    rank: 1,
    standing: null,
    path: [],
    found: [],
    links: []
  }
}

const order = (found: readonly Ranked[]) => byWorth(found, now).map(({ memory }) => memory.id)

test('advice that worked comes before advice that fits as well and failed', () => {
  const worked = { passed: 5, failed: 0, at: now }
  const failed = { passed: 0, failed: 5, at: now }
  const found = [entry('failed', 1, failed), entry('unknown', 0.95), entry('worked', 0.9, worked)]
  expect(order(found)).toEqual(['worked', 'unknown', 'failed'])
})

test('outcomes are forgotten with time', () => {
  const longAgo = { passed: 0, failed: 5, at: now - 20 * 365 * 86_400_000 }
  expect(order([entry('failed long ago', 1, longAgo), entry('other', 0.95)])).toEqual([
    'failed long ago',
    'other'
  ])
})

test('outcomes never bring up what hardly fits, and scores stay within 0 and 1', () => {
  const worked = { passed: 500, failed: 0, at: now }
  const ranked = byWorth([entry('fits', 1), entry('hardly', 0.5, worked)], now)
  expect(ranked.map(({ memory }) => memory.id)).toEqual(['fits', 'hardly'])
  for (const { score } of byWorth([entry('best', 1, worked)], now))
    expect(score).toBeLessThanOrEqual(1)
})

test('without evidence nothing changes, and ties go by id', () => {
  const found = [entry('b', 0.5), entry('a', 0.5), entry('c', 1)]
  expect(byWorth(found, now).map(({ memory, score }) => [memory.id, score])).toEqual([
    ['c', 1],
    ['a', 0.5],
    ['b', 0.5]
  ])
})
