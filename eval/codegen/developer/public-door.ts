import { createClient } from '../../../src/cli/client.js'
import { createLog } from '../../../src/log.js'
import { startServer } from '../../../src/server.js'
import type { Cairn } from '../../../src/cairn.js'
import { evalConfig } from '../../support/open-cairn.js'

export interface Receipt {
  readonly status: 'accepted' | 'known' | 'rejected'
  readonly trace: string | null
  readonly path: string | null
  readonly reason: string | null
}

const batchSize = 50

const mutation = `mutation Record($canonical: [JSON!]!) {
  recordTraces(canonical: $canonical) { status trace path reason }
}`

/**
 * Records traces as any client would: over GraphQL, with a key of its own that may write in this space, in the Cairn of
 * this home, which is started for it. The key is taken back afterwards.
 * @returns a receipt each, in order
 */
export async function recordByDoor(
  at: { readonly home: string; readonly embedder: string; readonly space: string },
  name: string,
  traces: readonly unknown[]
): Promise<Receipt[]> {
  const config = evalConfig(at.home, at.embedder)
  const server = await startServer(config, { log: createLog('warn') })
  try {
    const { cairn, url } = server
    const { id, key } = await keyFor(cairn, name, at.space)
    const who = { key, adminKey: null, home: config.home, space: at.space }
    const ask = createClient(url, who)
    const receipts: Receipt[] = []
    for (let from = 0; from < traces.length; from += batchSize) {
      const canonical = traces.slice(from, from + batchSize)
      const said = await ask<{ recordTraces: Receipt[] }>(mutation, { canonical })
      receipts.push(...said.recordTraces)
    }
    await cairn.jobs.idle()
    await cairn.access.revokeKey(id)
    return receipts
  } finally {
    await server.close()
  }
}

/** A key for an agent of this name, which writes in this space; both are made where they are not there. */
async function keyFor(
  { access, caller }: Cairn,
  name: string,
  space: string
): Promise<{ readonly id: string; readonly key: string }> {
  const spaces = await access.spaces({ ...caller, spaces: [space] })
  if (!spaces.some(({ id }) => id === space)) await access.makeSpace({ id: space })
  const principal = `principal:${name}`
  const known = (await access.principals()).some(({ id }) => id === principal)
  if (!known) await access.makePrincipal({ name, role: 'agent' })
  await access.addMember({ space, principal, can: 'write' })
  return access.makeKey({ principal, expiresAt: null })
}
