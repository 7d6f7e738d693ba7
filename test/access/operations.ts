import { traceback } from './team-attempts.js'
import type { Kept } from './team-world.js'

/** One operation of GraphQL on something that team A keeps. */
export interface Operation {
  readonly document: string
  readonly variables: (kept: Kept) => Record<string, unknown>
}

const words = { title: 'Other words', applies: 'Whenever blanks are met.', advice: 'Strip them.' }

/** Asks for something by id. */
function byId(document: string, of: (kept: Kept) => string): Operation {
  return { document, variables: (kept) => ({ id: of(kept) }) }
}

/** A decision on the candidate, or on the insight in force. */
function decision(name: string, of: 'candidate' | 'insight' = 'candidate'): Operation {
  return {
    document: `mutation ($d: DecisionInput!) { ${name}(decision: $d) { id } }`,
    variables: (kept) => ({ d: { insight: kept[of], version: 999, reason: 'for the test' } })
  }
}

function plain(document: string): Operation {
  return { document, variables: () => ({}) }
}

/** Every field of Query and Mutation, asked in a way that touches what team A keeps. A version that nobody saw keeps decisions from changing anything. */
export const operations: Readonly<Record<string, Operation>> = {
  status: plain('{ status { nodes { name count } edges { name count } } }'),
  me: plain('{ me { id name role space spaces { id name } } }'),
  spaces: plain('{ spaces { id name kind members { principal can } } }'),
  libraries: plain('{ libraries { id key docs apis } }'),
  why: plain(
    '{ why(question: "columns of a zyxcanary table are not found") { libraries candidates { id title library reason } node { id fate } } }'
  ),
  recommend: plain(
    'mutation { recommend(question: "columns of a zyxcanary table are not found") { answer items { title body reason code path { id title } } citations { id quote source } libraries remarks } }'
  ),
  search: plain(
    '{ search(question: "zyxcanary table columns", limit: 50) { id title snippet library path { id title } } }'
  ),
  node: byId(
    'query ($id: ID!) { node(id: $id) { id title properties edges { type count } } }',
    (kept) => kept.trace
  ),
  neighborhood: byId(
    'query ($id: ID!) { neighborhood(id: $id, depth: 2) { nodes { id title } edges { from to } } }',
    (kept) => kept.problem
  ),
  expand: byId(
    'query ($id: ID!) { expand(id: $id, type: "PART_OF", out: false) { nodes { id title } total } }',
    (kept) => kept.library
  ),
  concerning: byId(
    'query ($id: ID!) { concerning(id: $id, kind: "Trace") { nodes { id title } edges { from to } } }',
    (kept) => kept.library
  ),
  paths: {
    document: 'query ($id: ID!, $to: ID!) { paths(from: $id, to: $to) { length } }',
    variables: (kept) => ({ id: kept.insight, to: kept.doc })
  },
  subgraph: {
    document:
      'query ($ids: [ID!]!) { subgraph(ids: $ids) { nodes { id title } edges { from to } } }',
    variables: (kept) => ({ ids: Object.values(kept) })
  },
  spaceMap: plain(
    '{ spaceMap { nodes { node { id title } attempts } edges { from to count } attempts } }'
  ),
  history: byId('query ($id: ID!) { history(id: $id) { what } }', (kept) => kept.insight),
  // The form of the error is an echo of the question: what others hold is told by its attempts.
  resolveError: {
    document:
      'query ($t: String!) { resolveError(text: $t) { id raised resolved attempts { trace code } } }',
    variables: () => ({ t: traceback })
  },
  nextStep: plain(
    '{ nextStep(code: "table = zyxcanary_read()", epsilon: 0, limit: 20) { instructions { from to text trace } states { from to text trace } } }'
  ),
  fieldNotes: plain('{ fieldNotes(of: "zyxcanary_lib") { id text } }'),
  lessons: byId('query ($id: ID!) { lessons(problem: $id) { id text } }', (kept) => kept.problem),
  feedback: byId(
    'query ($id: ID!) { feedback(recommendation: $id) { id note needed } }',
    (kept) => kept.recommendation
  ),
  gaps: plain('{ gaps(first: 500) { totalCount nodes { id text } } }'),
  gap: byId(
    'query ($id: ID!) { gap(id: $id) { gap { id text } asked { id question note } suggestions { source } } }',
    (kept) => kept.gap
  ),
  overview: plain(
    '{ overview(space: "team-a", range: year) { total { asked attempts } gaps { id text } heard { source } } }'
  ),
  traces: plain('{ traces(first: 200) { totalCount nodes { id title agent space } } }'),
  // Without the questions, which others ask in the team's words too.
  recommendations: plain('{ recommendations(first: 200) { totalCount nodes { id space } } }'),
  insightEffects: plain('{ insightEffects(limit: 500) { insight title } }'),
  curationReports: plain('{ curationReports { job run } }'),
  ranking: plain('{ ranking { problems reason } }'),
  job: byId('query ($id: ID!) { job(id: $id) { id label } }', (kept) => kept.job),
  jobs: plain('{ jobs(first: 200) { totalCount nodes { id label } } }'),
  reviewQueue: plain(
    '{ reviewQueue(filter: { states: ["candidate", "in-review", "needs-work", "approved"] }) { totalCount nodes { id title uses lastUsedAt contradictions } } }'
  ),
  insight: byId(
    'query ($id: ID!) { insight(id: $id) { insight { id title } sources { id text } quotations { quote } } }',
    (kept) => kept.insight
  ),
  epochs: plain('{ epochs { id number inForce note } }'),
  compareEpochs: plain('{ compareEpochs(from: 1, to: 1) { added { title } } }'),
  apiChanges: plain('{ apiChanges(library: "zyxcanary-kit") { from to } }'),
  health: plain('{ health { orphans { examples { id title } } } }'),
  principals: plain('{ principals { id name } }'),

  recordTrace: {
    document: 'mutation ($t: JSON!) { recordTrace(trace: $t) { status trace } }',
    variables: () => ({
      t: { task: 'A task for the matrix', agent: 'matrix', outcome: 'unknown' }
    })
  },
  recordTraces: plain('mutation { recordTraces(traces: []) { status } }'),
  recordRun: byId(
    'mutation ($id: ID!) { recordRun(run: { command: "npm test", exitStatus: 0, trace: $id }) { outcome } }',
    (kept) => kept.trace
  ),
  reportNote: byId(
    'mutation ($id: ID!) { reportNote(note: $id, happened: "Something else.") { note } }',
    (kept) => kept.lesson
  ),
  sendFeedback: {
    document: 'mutation ($i: FeedbackInput!) { sendFeedback(input: $i) { status } }',
    variables: (kept) => ({
      i: { recommendation: kept.recommendation, from: 'agent', outcome: 'passed', key: 'matrix' }
    })
  },
  makeLoginLink: plain('mutation { makeLoginLink { expiresAt } }'),
  deleteContribution: byId(
    'mutation ($id: ID!) { deleteContribution(id: $id, dryRun: true) { deleted } }',
    (kept) => kept.lesson
  ),
  // Left again, for whoever asks next is another.
  takeGap: byId(
    'mutation ($id: ID!) { takeGap(id: $id) { gap { id } } left: takeGap(id: $id, take: false) { gap { id } } }',
    (kept) => kept.gap
  ),
  closeGap: byId(
    'mutation ($id: ID!) { closeGap(id: $id, state: answered) { id } }',
    (kept) => kept.gap
  ),
  runCuration: plain('mutation { runCuration { kind } }'),
  learnRanking: plain('mutation { learnRanking { kind } }'),
  forgetRanking: plain('mutation { forgetRanking }'),
  recordInsight: {
    document: 'mutation ($i: ReviewedInsightInput!) { recordInsight(insight: $i) }',
    variables: (kept) => ({
      i: {
        ...words,
        backedBy: [
          { doc: kept.doc, quote: 'Strip the zyxcanary blanks before columns are looked up.' }
        ]
      }
    })
  },
  claimInsight: decision('claimInsight'),
  releaseInsight: decision('releaseInsight'),
  approveInsight: decision('approveInsight'),
  rejectInsight: decision('rejectInsight'),
  sendInsightBack: decision('sendInsightBack'),
  retireInsight: decision('retireInsight', 'insight'),
  undoDecision: decision('undoDecision'),
  editInsight: {
    document:
      'mutation ($d: DecisionInput!, $w: InsightWordsInput!) { editInsight(decision: $d, into: $w) { id } }',
    variables: (kept) => ({ d: { insight: kept.insight, version: 999 }, w: words })
  },
  mergeInsights: {
    document:
      'mutation ($s: [SeenInsightInput!]!, $w: InsightWordsInput!) { mergeInsights(sources: $s, into: $w) { id } }',
    variables: (kept) => ({
      s: [
        { insight: kept.insight, version: 999 },
        { insight: kept.candidate, version: 999 }
      ],
      w: words
    })
  },
  splitInsight: {
    document:
      'mutation ($d: DecisionInput!, $w: [InsightWordsInput!]!) { splitInsight(decision: $d, into: $w) { id } }',
    variables: (kept) => ({
      d: { insight: kept.insight, version: 999 },
      w: [words, { ...words, title: 'Second words' }]
    })
  },
  publishInsight: {
    document:
      'mutation ($d: DecisionInput!, $w: InsightWordsInput!) { publishInsight(decision: $d, into: $w) { id } }',
    variables: (kept) => ({ d: { insight: kept.insight, version: 999 }, w: words })
  },
  closeEpoch: plain('mutation { closeEpoch(note: "matrix") { inForce } }'),
  rollBackEpoch: plain('mutation { rollBackEpoch(to: 999, reason: "for the test") { to } }'),
  ingest: plain('mutation { ingest(input: { reader: "none", sources: ["/nowhere"] }) { id } }'),
  sourcePreview: plain('{ sourcePreview(source: "/nowhere", reader: "none") { name } }'),
  folders: plain('{ folders(path: "/nowhere/at/all") { path } }'),
  pinLibrary: plain('mutation { pinLibrary(library: "zyxcanary-kit") { id } }'),
  libraryRemoval: plain('{ libraryRemoval(library: "zyxcanary-kit") { library docs apis cited } }'),
  oldVersions: plain('{ oldVersions { library docs } }'),
  removeLibrary: plain(
    'mutation { removeLibrary(library: "zyxcanary-kit", source: "markdown:nothing") { id } }'
  ),
  pruneLibraries: plain('mutation { pruneLibraries(keep: 0) { id } }'),
  importTraces: plain('mutation { importTraces(input: { paths: [] }) { id } }'),
  cancelJob: byId('mutation ($id: ID!) { cancelJob(id: $id) { state } }', (kept) => kept.job),
  retryJob: byId('mutation ($id: ID!) { retryJob(id: $id) { state } }', (kept) => kept.job),
  setWithholding: plain('mutation { setWithholding(on: true) }'),
  makePrincipal: plain('mutation { makePrincipal(input: { name: "!", role: "agent" }) { key } }'),
  makeAgentKey: plain('mutation { makeAgentKey(name: "No Name") { key } }'),
  makeKey: plain('mutation { makeKey(principal: "nobody") { id } }'),
  revokeKey: plain('mutation { revokeKey(id: "nothing") { id } }'),
  disablePrincipal: plain('mutation { disablePrincipal(id: "nobody") { id } }'),
  enablePrincipal: plain('mutation { enablePrincipal(id: "nobody") { id } }'),
  makeSpace: plain('mutation { makeSpace(input: { id: "!" }) { id } }'),
  addMember: plain('mutation { addMember(space: "nowhere", principal: "nobody") { id } }'),
  removeMember: plain('mutation { removeMember(space: "nowhere", principal: "nobody") { id } }')
}
