/**
 * What the client asks, one operation a verb. The types of their variables and answers are made from these texts
 * and schema/ by `npm run generate`.
 */
export const documents = {
  recommend: `mutation Recommend($question: String!, $libraries: [String!], $tokens: Int, $versions: [LockedVersion!], $unasked: Boolean) {
    recommend(question: $question, libraries: $libraries, tokens: $tokens, versions: $versions, unasked: $unasked) {
      id question answer fits libraries remarks ms markdown
      items { kind title body code evidence version reason citations score }
      citations { number id label source url quote }
    }
  }`,
  search: `query Search($question: String!, $libraries: [String!], $limit: Int) {
    search(question: $question, libraries: $libraries, limit: $limit) { id label title library snippet url score }
  }`,
  node: `query OpenNode($id: ID!) {
    node(id: $id) { id label title properties edges { type out count } }
  }`,
  resolveError: `query ResolveError($text: String!, $limit: Int) {
    resolveError(text: $text, limit: $limit) {
      id type normalForm vague nearness raised resolved agents problems
      attempts { trace problem title agent outcome ended own code apis { id name times } }
      apis { id name times }
    }
  }`,
  fieldNotes: `query FieldNotes($of: String!, $limit: Int) {
    fieldNotes(of: $of, limit: $limit) { id text subjects shownBy trust witnesses principals weight disputed }
  }`,
  nextStep: `query NextStep($code: String, $state: ID, $instruction: String, $limit: Int) {
    nextStep(code: $code, state: $state, instruction: $instruction, limit: $limit) {
      instructions { kind from instruction to text gain similarity trace }
      states { kind from instruction to text gain similarity trace }
    }
  }`,
  recordTraces: `mutation RecordTraces($traces: [TraceInput!], $canonical: [JSON!]) {
    recordTraces(traces: $traces, canonical: $canonical) { status trace problem path reason expected }
  }`,
  sendFeedback: `mutation SendFeedback($input: FeedbackInput!) {
    sendFeedback(input: $input) { status feedback gap credited { node passed failed used } }
  }`,
  reportNote: `mutation ReportNote($note: ID!, $happened: String!, $version: String) {
    reportNote(note: $note, happened: $happened, version: $version) { note weight flagged }
  }`,
  ingest: `mutation Ingest($input: IngestInput!) {
    ingest(input: $input) { id label state }
  }`,
  importTraces: `mutation ImportTraces($input: ImportTracesInput!) {
    importTraces(input: $input) { id label state }
  }`,
  job: `query Job($id: ID!) {
    job(id: $id) { id kind label state done total result code message }
  }`,
  libraries: `query Libraries {
    libraries { key name version title docs apis ingestedAt }
  }`
} as const
