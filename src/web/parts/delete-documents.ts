/** What a deletion removed, or would. */
export interface Deletion {
  readonly deleted: readonly string[]
  readonly orphans: number
  readonly marked: readonly string[]
}

export const deletionDocument = `mutation Deletion($id: ID!) {
  deleteContribution(id: $id, dryRun: true) { deleted orphans marked }
}`

export const deleteDocument = `mutation Delete($id: ID!) {
  deleteContribution(id: $id) { deleted orphans marked }
}`
