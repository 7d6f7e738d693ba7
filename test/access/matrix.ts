/**
 * Who may do what, as it is meant to be: for each operation, subscription, tool and route what nobody,
 * an agent of another team, an agent of the team, its runner, its curator and an admin get, all asking for
 * something that the team keeps.
 *
 * - `in`: answered.  - `not in`: no key.  - `no`: the role does not allow it.
 * - `none`: it does not exist for this caller.  - `empty`: answered, without anything of the team's.
 * - `stale`: allowed, and refused for what was asked (a version nobody saw, a wrong value).
 */
export type Verdict = 'in' | 'not in' | 'no' | 'none' | 'empty' | 'stale'

export const callers = ['nobody', 'other', 'agent', 'runner', 'curator', 'admin'] as const
export type Caller = (typeof callers)[number]

const row = (text: string): readonly Verdict[] =>
  text.split(/ *\| */).map((verdict) => verdict as Verdict)

/** Every field of Query and Mutation. nobody | agent of another team | agent | runner | curator | admin */
export const matrix: Readonly<Record<string, readonly Verdict[]>> = {
  status: row('not in | empty | in | in | in | in'),
  me: row('not in | empty | in | in | in | in'),
  spaces: row('not in | empty | in | in | in | in'),
  libraries: row('not in | empty | in | in | in | in'),
  recommend: row('not in | empty | in | in | in | in'),
  why: row('not in | empty | in | in | in | in'),
  search: row('not in | empty | in | in | in | in'),
  node: row('not in | none | in | in | in | in'),
  neighborhood: row('not in | none | in | in | in | in'),
  expand: row('not in | no | no | no | in | in'),
  paths: row('not in | no | no | no | in | in'),
  subgraph: row('not in | no | no | no | in | in'),
  history: row('not in | no | no | no | in | in'),
  resolveError: row('not in | empty | in | in | in | in'),
  nextStep: row('not in | empty | in | in | in | in'),
  lessons: row('not in | none | in | in | in | in'),
  fieldNotes: row('not in | empty | in | in | in | in'),
  feedback: row('not in | none | in | in | in | in'),
  gaps: row('not in | no | no | no | in | in'),
  overview: row('not in | no | no | no | in | in'),
  traces: row('not in | no | no | no | in | in'),
  recommendations: row('not in | no | no | no | in | in'),
  insightEffects: row('not in | no | no | no | in | in'),
  curationReports: row('not in | no | no | no | in | in'),
  ranking: row('not in | no | no | no | in | in'),
  job: row('not in | no | no | no | in | in'),
  jobs: row('not in | no | no | no | in | in'),
  reviewQueue: row('not in | no | no | no | in | in'),
  insight: row('not in | no | no | no | in | in'),
  epochs: row('not in | no | no | no | in | in'),
  compareEpochs: row('not in | no | no | no | in | empty'),
  apiChanges: row('not in | no | no | no | in | none'),
  health: row('not in | no | no | no | in | in'),
  principals: row('not in | no | no | no | no | in'),

  recordTrace: row('not in | empty | in | in | in | in'),
  recordTraces: row('not in | empty | in | in | in | in'),
  recordRun: row('not in | no | no | in | no | no'),
  reportNote: row('not in | none | in | in | in | in'),
  sendFeedback: row('not in | none | in | in | in | in'),
  makeLoginLink: row('not in | empty | in | in | in | in'),
  deleteContribution: row('not in | no | no | no | in | in'),
  closeGap: row('not in | no | no | no | in | in'),
  runCuration: row('not in | no | no | no | in | in'),
  learnRanking: row('not in | no | no | no | in | in'),
  forgetRanking: row('not in | no | no | no | in | in'),
  recordInsight: row('not in | no | no | no | in | stale'),
  claimInsight: row('not in | no | no | no | stale | stale'),
  releaseInsight: row('not in | no | no | no | stale | stale'),
  approveInsight: row('not in | no | no | no | stale | stale'),
  rejectInsight: row('not in | no | no | no | stale | stale'),
  sendInsightBack: row('not in | no | no | no | stale | stale'),
  retireInsight: row('not in | no | no | no | stale | stale'),
  undoDecision: row('not in | no | no | no | stale | stale'),
  editInsight: row('not in | no | no | no | stale | stale'),
  mergeInsights: row('not in | no | no | no | stale | stale'),
  splitInsight: row('not in | no | no | no | stale | stale'),
  publishInsight: row('not in | no | no | no | stale | stale'),
  closeEpoch: row('not in | no | no | no | in | in'),
  rollBackEpoch: row('not in | no | no | no | none | none'),
  ingest: row('not in | no | no | no | no | stale'),
  libraryRemoval: row('not in | no | no | no | no | none'),
  oldVersions: row('not in | no | no | no | no | empty'),
  removeLibrary: row('not in | no | no | no | no | none'),
  pruneLibraries: row('not in | no | no | no | no | stale'),
  importTraces: row('not in | no | no | no | no | stale'),
  cancelJob: row('not in | no | no | no | no | in'),
  retryJob: row('not in | no | no | no | no | stale'),
  setWithholding: row('not in | no | no | no | no | in'),
  makePrincipal: row('not in | no | no | no | no | stale'),
  makeKey: row('not in | no | no | no | no | none'),
  makeAgentKey: row('not in | no | no | no | no | stale'),
  revokeKey: row('not in | no | no | no | no | none'),
  disablePrincipal: row('not in | no | no | no | no | none'),
  enablePrincipal: row('not in | no | no | no | no | none'),
  makeSpace: row('not in | no | no | no | no | stale'),
  addMember: row('not in | no | no | no | no | none'),
  removeMember: row('not in | no | no | no | no | none')
}

/** Every field of Subscription. */
export const subscriptions: Readonly<Record<string, readonly Verdict[]>> = {
  jobChanged: row('not in | no | no | no | in | in'),
  queueChanged: row('not in | no | no | no | in | in')
}

/** Every tool of MCP, called over HTTP. */
export const toolMatrix: Readonly<Record<string, readonly Verdict[]>> = {
  recommend: row('not in | empty | in | in | in | in'),
  resolve_error: row('not in | empty | in | in | in | in'),
  search: row('not in | empty | in | in | in | in'),
  open: row('not in | none | in | in | in | in'),
  next_step: row('not in | empty | in | in | in | in'),
  record_trace: row('not in | empty | in | in | in | in'),
  report_outcome: row('not in | none | in | in | in | in'),
  report_note: row('not in | none | in | in | in | in')
}

/** Every route that src/api mounts, by method (`any` where it takes all of them) and path. */
export const routeMatrix: Readonly<Record<string, readonly Verdict[]>> = {
  'GET /health': row('in | in | in | in | in | in'),
  'any /': row('in | in | in | in | in | in'),
  'any /assets': row('in | in | in | in | in | in'),
  'any /browser-assets': row('in | in | in | in | in | in'),
  'GET /session': row('not in | in | in | in | in | in'),
  'POST /session': row('not in | in | in | in | in | in'),
  'DELETE /session': row('not in | in | in | in | in | in'),
  'GET /login': row('none | in | in | in | in | in'),
  'any /graphql': row('not in | in | in | in | in | in'),
  'any /graphql/stream': row('not in | stale | stale | stale | stale | stale'),
  'any /mcp': row('not in | in | in | in | in | in'),
  'GET /metrics': row('not in | no | no | no | no | in'),
  'POST /operate/backup': row('not in | no | no | no | no | in')
}
