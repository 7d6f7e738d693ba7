/** What a step of the schema is for, as the first line of its file in cypher/schema says, and the first Cairn that has it. */
export interface MigrationNote {
  readonly since: string
  readonly says: string
}

/** By the name of the step. Whoever brings an older graph up to date is told these. */
export const migrationNotes: Readonly<Record<string, MigrationNote>> = {
  '001-constraints': {
    since: '0.1.0',
    says: 'Every node has an id of its own, unique within its label.'
  },
  '002-indexes': {
    since: '0.1.0',
    says: 'Look-ups by name and page, and the two full-text indexes.'
  },
  '003-experience': {
    since: '0.1.0',
    says: 'States and lessons have ids of their own; steps and shortcuts are found by the trace that they belong to.'
  },
  '004-curation': {
    since: '0.1.0',
    says: 'Feedback, gaps, decisions and epochs have ids of their own; the queue is read by state.'
  },
  '005-experience-text': {
    since: '0.1.0',
    says: 'Words of what was tried and learned, apart from documentation: in one index the few would drown in the many.'
  },
  '006-access': {
    since: '0.1.0',
    says: 'Who may do what: principals, their keys and sessions by hash. Jobs from before belong to the public space.'
  }
}
