import { closeCairns } from '../support/build-cairn.js'
import { closeDesks, openDesk } from './plant.js'
afterAll(async () => { await closeDesks(); await closeCairns() })
test('scale', async () => {
  const desk = await openDesk()
  const n = 2000
  await desk.db.raw(`MATCH (d:Doc) WITH d LIMIT 1 UNWIND range(1, ${n}) AS k
    CREATE (i:Insight {id: 'insight:' + k, lineage: 'insight:' + k, revision: 1, version: 1, space: 'public', kind: 'reviewed', state: 'approved', title: 'T' + k, text: 'T' + k, embedding: [x IN range(1, 384) | rand() - 0.5], flags: [], createdAt: datetime()})
    CREATE (i)-[:BACKED_BY {quote: ''}]->(d)`)
  await desk.db.raw(`MATCH (d:Doc {id: 'doc:docs/frames@2.1/api/frames.spread'}), (i:Insight) WHERE i.id < 'insight:5' MERGE (i)-[:BACKED_BY {quote: 'The other columns repeat.'}]->(d)`)
  const out: string[] = []
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const t = performance.now(); const r = await work(); out.push(`${what} ${(performance.now() - t).toFixed(0)} ms`); return r
  }
  await timed('close', () => desk.review.closeEpoch({ by: 'a' }))
  await timed('close again', () => desk.review.closeEpoch({ by: 'a' }))
  await desk.db.raw(`MATCH (i:Insight) WHERE toInteger(substring(i.id, 8)) % 2 = 0 SET i.kind = 'withdrawn', i.state = 'retired'`)
  await timed('close half', () => desk.review.closeEpoch({ by: 'a' }))
  const back = await timed('rollback 1000 back', () => desk.review.rollBack({ to: 1, by: 'a', reason: 'x' }))
  out.push(`${back.cameBack.length} back`)
  await timed('compare', () => desk.review.compareEpochs({ from: 1, to: 3 }))
  await timed('queue', () => desk.review.reviewQueue({ states: ['approved'], first: 50 }))
  await timed('health', () => desk.review.graphHealth())
  await timed('health', () => desk.review.graphHealth())
  const q = { text: 'Spread lists in a column', libraries: [] }
  for (const asOf of [undefined, 1, undefined, 1, undefined, 1]) await timed(`retrieve ${asOf ?? 'now'}`, () => desk.cairn.retrieve(q, { spaces: ['public'], limit: 12, ...(asOf === undefined ? {} : { asOf }) }))
  const t = performance.now()
  for (let k = 1; k <= 50; k += 1) await desk.review.decide({ verdict: 'claim', insight: 'insight:' + k * 2, version: 2, by: 'a' }).catch(() => undefined)
  out.push(`50 decisions tried ${(performance.now() - t).toFixed(0)} ms`)
  const t2 = performance.now()
  for (let k = 101; k <= 150; k += 1) await desk.review.decide({ verdict: 'retire', insight: 'insight:' + (k * 2 + 1), version: 1, by: 'a', reason: 'x' })
  out.push(`50 decisions ${(performance.now() - t2).toFixed(0)} ms`)
  const t3 = performance.now()
  const r = await Promise.allSettled(Array.from({ length: 50 }, (_, k) => desk.review.decide({ verdict: 'retire', insight: 'insight:' + (k * 2 + 601), version: 1, by: 'a', reason: 'x' })))
  out.push(`50 at once ${(performance.now() - t3).toFixed(0)} ms, ${r.filter((x) => x.status === 'fulfilled').length} ok`)
  process.stderr.write(out.join('\n') + '\n')
}, 300000)
