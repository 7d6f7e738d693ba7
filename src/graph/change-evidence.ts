import type { Credit } from '../domain/credit.js'
import { withEvidence, type EvidenceChange, type KeptEvidence } from '../domain/kept-evidence.js'
import type { Transaction } from './database.js'
import { holdEvidence, writeEvidence } from './queries.js'

/** What a sender says of one node. */
export interface NodeEvidenceChange extends EvidenceChange {
  readonly node: string
}

/** What a credit changes; taken back, that much less. */
export function changeOf(
  { node, passed, failed, used }: Credit,
  said: { readonly of: string; readonly at: number; readonly takenBack?: boolean }
): NodeEvidenceChange {
  const sign = said.takenBack === true ? -1 : 1
  return {
    node,
    of: said.of,
    at: said.at,
    passed: sign * passed,
    failed: sign * failed,
    uses: used ? sign : 0
  }
}

/**
 * Changes what nodes of a space keep as evidence, within the transaction that it is given. Nodes of another space, and those that
 * are gone, are left alone: what came of an answer in one space tells nobody of another.
 */
export async function changeEvidence(
  tx: Transaction,
  space: string,
  changes: readonly NodeEvidenceChange[]
): Promise<void> {
  const ids = [...new Set(changes.map(({ node }) => node))].sort()
  if (ids.length === 0) return
  const held = await tx.run(holdEvidence, { ids, space })
  const rows = held.map(({ of, passedOf, failedOf, ...sums }) => {
    const before: KeptEvidence = {
      ...sums,
      parts: of.map((one, at) => ({
        of: one,
        passed: passedOf[at] ?? 0,
        failed: failedOf[at] ?? 0
      }))
    }
    const own = changes.filter(({ node }) => node === sums.id)
    return rowOf(sums.id, own.reduce(withEvidence, before))
  })
  await tx.run(writeEvidence, { rows })
}

function rowOf(id: string, { passed, failed, uses, at, parts }: KeptEvidence) {
  return {
    id,
    passed,
    failed,
    uses,
    at,
    of: parts.map((part) => part.of),
    passedOf: parts.map((part) => part.passed),
    failedOf: parts.map((part) => part.failed)
  }
}
