import type { Role } from './caller.js'

/**
 * The least role that each operation of the doors asks for: the fields of Query, Mutation and
 * Subscription by their names, MCP's tools by theirs with `mcp.` before. What is not named here is
 * refused to everybody, and a test compares this table with the schema and the tools.
 */
export const permissions = {
  me: 'agent',
  spaces: 'agent',
  makeLoginLink: 'agent',
  status: 'agent',
  recommend: 'agent',
  search: 'agent',
  node: 'agent',
  neighborhood: 'agent',
  expand: 'analyst',
  paths: 'analyst',
  subgraph: 'analyst',
  history: 'analyst',
  libraries: 'agent',
  resolveError: 'agent',
  nextStep: 'agent',
  lessons: 'agent',
  feedback: 'agent',
  recordTrace: 'agent',
  recordTraces: 'agent',
  sendFeedback: 'agent',
  'mcp.recommend': 'agent',
  'mcp.resolve_error': 'agent',
  'mcp.search': 'agent',
  'mcp.open': 'agent',
  'mcp.record_trace': 'agent',
  'mcp.report_outcome': 'agent',
  'mcp.next_step': 'agent',

  job: 'analyst',
  jobs: 'analyst',
  gaps: 'analyst',
  traces: 'analyst',
  recommendations: 'analyst',
  insightEffects: 'analyst',
  curationReports: 'analyst',
  ranking: 'analyst',
  reviewQueue: 'analyst',
  insight: 'analyst',
  epochs: 'analyst',
  compareEpochs: 'analyst',
  apiChanges: 'analyst',
  health: 'analyst',

  closeGap: 'curator',
  deleteContribution: 'curator',
  runCuration: 'curator',
  learnRanking: 'curator',
  forgetRanking: 'curator',
  recordInsight: 'curator',
  claimInsight: 'curator',
  releaseInsight: 'curator',
  approveInsight: 'curator',
  rejectInsight: 'curator',
  sendInsightBack: 'curator',
  retireInsight: 'curator',
  undoDecision: 'curator',
  editInsight: 'curator',
  mergeInsights: 'curator',
  splitInsight: 'curator',
  publishInsight: 'curator',
  closeEpoch: 'curator',
  rollBackEpoch: 'curator',

  jobChanged: 'analyst',
  queueChanged: 'analyst',

  principals: 'admin',
  makePrincipal: 'admin',
  makeKey: 'admin',
  makeAgentKey: 'admin',
  revokeKey: 'admin',
  disablePrincipal: 'admin',
  enablePrincipal: 'admin',
  makeSpace: 'admin',
  addMember: 'admin',
  removeMember: 'admin',
  ingest: 'admin',
  importTraces: 'admin',
  cancelJob: 'admin',
  retryJob: 'admin',
  setWithholding: 'admin'
} as const satisfies Readonly<Record<string, Role>>

export type Operation = keyof typeof permissions

/** Operations that name what they change: the role counts in the space where that stands, not in the caller's. */
export const namesItsObject: ReadonlySet<string> = new Set<Operation>([
  'closeGap',
  'deleteContribution',
  'claimInsight',
  'releaseInsight',
  'approveInsight',
  'rejectInsight',
  'sendInsightBack',
  'retireInsight',
  'undoDecision',
  'editInsight',
  'mergeInsights',
  'splitInsight',
  'publishInsight'
])
