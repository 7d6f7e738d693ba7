import { canary } from './team-attempts.js'
import { said, type TeamWorld } from './team-world.js'

const words = {
  title: 'Strip blanks before columns are looked up',
  applies: 'Columns of a plain table are not found.',
  advice: 'Strip the blanks of the column names first.'
}
const backedBy = [
  {
    doc: 'doc:docs/handbook@1/tables.md#blanks-of-plain',
    quote: 'Strip the plain blanks before columns are looked up.'
  }
]
const publish =
  'mutation ($d: DecisionInput!, $w: InsightWordsInput!) { publishInsight(decision: $d, into: $w) { changes { insight } } }'

/** A team's insight is proposed to everybody without what is the team's own. */
export function publishTests(at: () => TeamWorld): void {
  test('a team’s insight becomes a candidate for everybody, who learn only how much it rests on', async () => {
    const { keys, kept, ask } = at()
    const seen = await said<{ insight: { insight: { version: number } } }>(
      ask(keys.curator, 'query ($id: ID!) { insight(id: $id) { insight { version } } }', {
        id: kept.insight
      })
    )
    const d = { insight: kept.insight, version: seen.insight.insight.version }
    const unbacked = await ask(keys.curator, publish, { d, w: words })
    expect(unbacked.errors[0]?.extensions.code).toBe('BAD_INPUT')

    const { publishInsight } = await said<{ publishInsight: { changes: { insight: string }[] } }>(
      ask(keys.curator, publish, { d, w: { ...words, backedBy } })
    )
    const id = publishInsight.changes[0]?.insight
    const everything = await ask(
      keys.otherCurator,
      `query ($id: ID!) {
        insight(id: $id) { insight { title state support agents problems library gates { reason } }
          sources { id } quotations { doc } similar { id title } related { id } decisions { kind by reason } }
        node(id: $id) { properties edges { type count } }
        neighborhood(id: $id, depth: 3) { nodes { id title } }
      }`,
      { id },
      'public'
    )
    expect(everything.errors).toEqual([])
    expect(everything.text).not.toContain(canary)
    expect(everything.text).not.toContain('team-a')
    expect(everything.data).toMatchObject({
      insight: { insight: { state: 'candidate', support: 1, agents: 1 }, sources: [], related: [] }
    })
  })

  test('its curator may, another team’s may not even know of it', async () => {
    const { keys, kept, ask } = at()
    const reply = await ask(keys.otherCurator, publish, {
      d: { insight: kept.insight, version: 1 },
      w: { ...words, backedBy }
    })
    expect(reply.errors[0]?.extensions.code).toBe('NOT_FOUND')
  })
}
