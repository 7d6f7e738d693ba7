/**
 * Who may do what, as it is meant to be: for each operation, subscription, tool and route what nobody,
 * an agent of another team, an agent of the team, its runner, its curator, an admin and an agent of the team
 * who is curator of the other one's space get, all asking for something that the team keeps.
 *
 * - `in`: answered.  - `not in`: no key.  - `no`: the role does not allow it.
 * - `none`: it does not exist for this caller.  - `empty`: answered, without anything of the team's.
 * - `stale`: allowed, and refused for what was asked (a version nobody saw, a wrong value).
 */
export type Verdict = 'in' | 'not in' | 'no' | 'none' | 'empty' | 'stale'

export const callers = [
  'nobody',
  'other',
  'agent',
  'runner',
  'curator',
  'admin',
  'elsewhere'
] as const
export type Caller = (typeof callers)[number]

const row = (text: string): readonly Verdict[] =>
  text.split(/ *\| */).map((verdict) => verdict as Verdict)

/** Every field of Query and Mutation. nobody | agent of another team | agent | runner | curator | admin | agent, elsewhere curator */
export const matrix: Readonly<Record<string, readonly Verdict[]>> = {
  status: row('not in | empty | in | in | in | in | in'),
  me: row('not in | empty | in | in | in | in | in'),
  spaces: row('not in | empty | in | in | in | in | in'),
  libraries: row('not in | empty | in | in | in | in | in'),
  recommend: row('not in | empty | in | in | in | in | in'),
  why: row('not in | empty | in | in | in | in | in'),
  search: row('not in | empty | in | in | in | in | in'),
  node: row('not in | none | in | in | in | in | in'),
  neighborhood: row('not in | none | in | in | in | in | in'),
  expand: row('not in | no | no | no | in | in | none'),
  concerning: row('not in | no | no | no | in | in | none'),
  paths: row('not in | no | no | no | in | in | none'),
  subgraph: row('not in | no | no | no | in | in | empty'),
  spaceMap: row('not in | no | no | no | in | in | empty'),
  history: row('not in | no | no | no | in | in | none'),
  resolveError: row('not in | empty | in | in | in | in | in'),
  nextStep: row('not in | empty | in | in | in | in | in'),
  lessons: row('not in | none | in | in | in | in | in'),
  fieldNotes: row('not in | empty | in | in | in | in | in'),
  feedback: row('not in | none | in | in | in | in | in'),
  gaps: row('not in | no | no | no | in | in | empty'),
  gap: row('not in | no | no | no | in | in | none'),
  overview: row('not in | no | no | no | in | in | none'),
  traces: row('not in | no | no | no | in | in | empty'),
  recommendations: row('not in | no | no | no | in | in | empty'),
  insightEffects: row('not in | no | no | no | in | in | empty'),
  curationReports: row('not in | no | no | no | in | in | empty'),
  ranking: row('not in | no | no | no | in | in | empty'),
  job: row('not in | no | no | no | in | in | none'),
  jobs: row('not in | no | no | no | in | in | empty'),
  reviewQueue: row('not in | no | no | no | in | in | empty'),
  insight: row('not in | no | no | no | in | in | none'),
  epochs: row('not in | no | no | no | in | in | empty'),
  compareEpochs: row('not in | no | no | no | in | empty | empty'),
  apiChanges: row('not in | no | no | no | in | in | none'),
  health: row('not in | no | no | no | in | in | empty'),
  principals: row('not in | no | no | no | no | in | no'),

  recordTrace: row('not in | empty | in | in | in | in | in'),
  recordTraces: row('not in | empty | in | in | in | in | in'),
  recordRun: row('not in | no | no | in | no | no | no'),
  reportNote: row('not in | none | in | in | in | in | in'),
  sendFeedback: row('not in | none | in | in | in | in | in'),
  makeLoginLink: row('not in | empty | in | in | in | in | in'),
  deleteContribution: row('not in | no | no | no | in | in | no'),
  takeGap: row('not in | no | no | no | in | in | no'),
  closeGap: row('not in | no | no | no | in | in | no'),
  runCuration: row('not in | no | no | no | in | in | no'),
  learnRanking: row('not in | no | no | no | in | in | no'),
  forgetRanking: row('not in | no | no | no | in | in | no'),
  recordInsight: row('not in | no | no | no | in | stale | no'),
  claimInsight: row('not in | no | no | no | stale | stale | no'),
  releaseInsight: row('not in | no | no | no | stale | stale | no'),
  approveInsight: row('not in | no | no | no | stale | stale | no'),
  rejectInsight: row('not in | no | no | no | stale | stale | no'),
  sendInsightBack: row('not in | no | no | no | stale | stale | no'),
  retireInsight: row('not in | no | no | no | stale | stale | no'),
  undoDecision: row('not in | no | no | no | stale | stale | no'),
  editInsight: row('not in | no | no | no | stale | stale | no'),
  mergeInsights: row('not in | no | no | no | stale | stale | no'),
  splitInsight: row('not in | no | no | no | stale | stale | no'),
  publishInsight: row('not in | no | no | no | stale | stale | no'),
  closeEpoch: row('not in | no | no | no | in | in | no'),
  rollBackEpoch: row('not in | no | no | no | none | none | no'),
  ingest: row('not in | no | no | no | no | stale | no'),
  sourcePreview: row('not in | no | no | no | no | stale | no'),
  folders: row('not in | no | no | no | no | no | no'),
  pinLibrary: row('not in | no | no | no | no | none | no'),
  libraryRemoval: row('not in | no | no | no | no | none | no'),
  oldVersions: row('not in | no | no | no | no | empty | no'),
  removeLibrary: row('not in | no | no | no | no | none | no'),
  pruneLibraries: row('not in | no | no | no | no | stale | no'),
  importTraces: row('not in | no | no | no | no | stale | no'),
  cancelJob: row('not in | no | no | no | no | in | no'),
  retryJob: row('not in | no | no | no | no | stale | no'),
  setWithholding: row('not in | no | no | no | no | in | no'),
  makePrincipal: row('not in | no | no | no | no | stale | no'),
  makeKey: row('not in | no | no | no | no | none | no'),
  makeAgentKey: row('not in | no | no | no | no | stale | no'),
  revokeKey: row('not in | no | no | no | no | none | no'),
  disablePrincipal: row('not in | no | no | no | no | none | no'),
  enablePrincipal: row('not in | no | no | no | no | none | no'),
  makeSpace: row('not in | no | no | no | no | stale | no'),
  addMember: row('not in | no | no | no | no | none | no'),
  removeMember: row('not in | no | no | no | no | none | no')
}

/** Every field of Subscription. */
export const subscriptions: Readonly<Record<string, readonly Verdict[]>> = {
  jobChanged: row('not in | no | no | no | in | in | none'),
  queueChanged: row('not in | no | no | no | in | in | empty')
}

/** Every tool of MCP, called over HTTP. */
export const toolMatrix: Readonly<Record<string, readonly Verdict[]>> = {
  recommend: row('not in | empty | in | in | in | in | in'),
  resolve_error: row('not in | empty | in | in | in | in | in'),
  search: row('not in | empty | in | in | in | in | in'),
  open: row('not in | none | in | in | in | in | in'),
  next_step: row('not in | empty | in | in | in | in | in'),
  record_trace: row('not in | empty | in | in | in | in | in'),
  report_outcome: row('not in | none | in | in | in | in | in'),
  report_note: row('not in | none | in | in | in | in | in')
}

/** Every route that src/api mounts, by method (`any` where it takes all of them) and path. */
export const routeMatrix: Readonly<Record<string, readonly Verdict[]>> = {
  'GET /health': row('in | in | in | in | in | in | in'),
  'any /': row('in | in | in | in | in | in | in'),
  'any /assets': row('in | in | in | in | in | in | in'),
  'any /browser-assets': row('in | in | in | in | in | in | in'),
  'GET /session': row('not in | in | in | in | in | in | in'),
  'POST /session': row('not in | in | in | in | in | in | in'),
  'DELETE /session': row('not in | in | in | in | in | in | in'),
  'GET /login': row('none | in | in | in | in | in | in'),
  'any /graphql': row('not in | in | in | in | in | in | in'),
  'any /graphql/stream': row('not in | stale | stale | stale | stale | stale | stale'),
  'any /mcp': row('not in | in | in | in | in | in | in'),
  'GET /metrics': row('not in | no | no | no | no | in | no'),
  'POST /uploads': row('not in | no | no | no | no | in | no'),
  'POST /operate/backup': row('not in | no | no | no | no | in | no')
}
