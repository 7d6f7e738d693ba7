import { connectionOf, placeOf } from './connection.js'
import { within } from './within.js'
import type { QueryResolvers } from './resolver-types.js'

const mostAtOnce = { min: 1, max: 200 }

/** Lists that one reads page by page. */
export const listQueries = {
  jobs: async (_, { first, after }, { cairn }) => {
    const limit = within('first', first, mostAtOnce)
    const place = placeOf('jobs', after, ['time', 'string'])
    const at = place === null ? undefined : { startedAt: place[0], id: place[1] }
    const [rows, total] = await Promise.all([cairn.jobs.list(limit + 1, at), cairn.jobs.count()])
    return connectionOf(rows, { list: 'jobs', first, after, total }, ({ startedAt, id }) => [
      startedAt,
      id
    ])
  },
  traces: async (_, { first, after, outcome }, { cairn }) => {
    const limit = within('first', first, mostAtOnce) + 1
    const place = placeOf('traces', after, ['time', 'string'])
    const at = place === null ? null : { createdAt: place[0], id: place[1] }
    const [rows, counted] = await Promise.all([
      cairn.traces({ limit, after: at, ...(outcome == null ? {} : { outcome }) }),
      cairn.countInSight(outcome ?? null)
    ])
    return connectionOf(
      rows,
      { list: 'traces', first, after, total: counted.traces },
      ({ createdAt, id }) => [createdAt, id]
    )
  },
  recommendations: async (_, { first, after }, { cairn }) => {
    const limit = within('first', first, mostAtOnce) + 1
    const place = placeOf('recommendations', after, ['time', 'string'])
    const at = place === null ? null : { createdAt: place[0], id: place[1] }
    const [rows, counted] = await Promise.all([
      cairn.recommendations({ limit, after: at }),
      cairn.countInSight()
    ])
    const total = counted.recommendations
    return connectionOf(
      rows,
      { list: 'recommendations', first, after, total },
      ({ createdAt, id }) => [createdAt, id]
    )
  },
  gaps: async (_, { first, after }, { cairn }) => {
    const limit = within('first', first, { min: 1, max: 500 }) + 1
    const place = placeOf('gaps', after, ['number', 'time', 'string'])
    const at = place === null ? null : { asks: place[0], lastAskedAt: place[1], id: place[2] }
    const [rows, counted] = await Promise.all([cairn.gaps(limit, at), cairn.countInSight()])
    return connectionOf(
      rows,
      { list: 'gaps', first, after, total: counted.gaps },
      ({ asks, lastAskedAt, id }) => [asks, lastAskedAt, id]
    )
  }
} satisfies QueryResolvers
