// GENERATED from schema/ by `npm run generate`; edit the .graphql files instead.
/* oxlint-disable */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql'
import type {
  Recommendation as DomainRecommendation,
  Citation as DomainCitation
} from '../domain/recommendation.js'
import type {
  OpenedNode,
  Job as CairnJob,
  About,
  LibraryCount,
  InsightBrief,
  Found as CairnFound
} from '../cairn.js'
import type { Context } from './context.js'
export type Maybe<T> = T | null
export type InputMaybe<T> = Maybe<T>
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string }
  String: { input: string; output: string }
  Boolean: { input: boolean; output: boolean }
  Int: { input: number; output: number }
  Float: { input: number; output: number }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown }
}

/** What can be asked. */
export type Query = {
  /** Who asks, and what is in sight. */
  readonly me: Me
  /** The spaces in sight. */
  readonly spaces: ReadonlyArray<Space>
  /** Everybody who may come in, by name. */
  readonly principals: ReadonlyArray<Principal>
  /** Whether the graph answers, which embedder it uses, and how much it holds. */
  readonly status: Status
  /** Attempts, the newest first. */
  readonly traces: TraceConnection
  /** Answers that were given, the newest first. */
  readonly recommendations: RecommendationConnection
  /** What the last runs of curation brought, newest first. */
  readonly curationReports: ReadonlyArray<CurationReport>
  /** The order of documentation as it was last learned in the caller's space; null where nothing was learned yet. */
  readonly ranking?: Maybe<LearnedRanking>
  /** Neighbours of a node along edges of one type and direction, a page at a time, with how many there are in all. */
  readonly expand: Expansion
  /** What has to do with an API or a whole library, the newest first, at most 50, with what joins it. */
  readonly concerning: Neighborhood
  /** The shortest ways between two nodes, then the next longer ones, in a fixed order; none is an empty list. */
  readonly paths: ReadonlyArray<GraphPath>
  /** These nodes, as far as they are there, and the edges between them. */
  readonly subgraph: Neighborhood
  /** The map of what is in sight: the main libraries, problems and insights as the last thousand attempts and the newest insights tell, and how they belong together. */
  readonly spaceMap: SpaceMap
  /** What happened to a node, the newest first, at most 100. */
  readonly history: ReadonlyArray<HistoryEntry>
  /** A job by its id. */
  readonly job: Job
  /** Jobs, the newest first. */
  readonly jobs: JobConnection
  /** What was said of a recommendation, latest first, at most 200. */
  readonly feedback: ReadonlyArray<Feedback>
  /** What the memory lacks and is still open, most asked for first. */
  readonly gaps: GapConnection
  /** A gap with who asked for it, and what may fill it. */
  readonly gap: GapInFull
  /** What showing an insight does to success, for the insights that lots decided on most often. */
  readonly insightEffects: ReadonlyArray<InsightEffect>
  /** What would come in of a source: a package of a registry, an upload or a folder. Nothing is written, installed or run. */
  readonly sourcePreview: SourcePreview
  /** Folders on the machine where Cairn runs that documentation may be picked from: those of CAIRN_ROOTS, and what is below one. */
  readonly folders: FolderListing
  /** What removing a library of the space, or one source of it, would take; nothing is removed. */
  readonly libraryRemoval: LibraryRemoval
  /** Versions of the space's libraries that are older than those that stay, and whether anything uses them. */
  readonly oldVersions: ReadonlyArray<OldVersion>
  /** One node by its id; a shortened id such as pypi/pandas@1.4.0 is understood. */
  readonly node: Node
  /** The surroundings of a node, breadth first and in a fixed order, within limits. */
  readonly neighborhood: Neighborhood
  /** The libraries that are here. */
  readonly libraries: ReadonlyArray<Library>
  /** The memory of one space at a glance, over a time: what was asked, what helped, what came in, what waits. */
  readonly overview: Overview
  /**
   * Advice on a task, an error or a piece of code: what to use, what worked before, what to watch out for. Every claim carries a citation that was checked.
   * @deprecated An answer is written down: ask by the mutation of the same name. Kept for one version.
   */
  readonly recommend: Recommendation
  /** Nodes that fit a question, best first. */
  readonly search: ReadonlyArray<Found>
  /** Why an answer shows what it shows: what was looked at, how likely each was of use and from where on it is shown; for a node named, where it was lost. */
  readonly why: Why
  /** Insights that wait for a decision, or stand in other states, the oldest first unless told. */
  readonly reviewQueue: InsightConnection
  /** One insight with all that a decision on it needs. */
  readonly insight: InsightInFull
  /** The epochs, the newest first. */
  readonly epochs: ReadonlyArray<Epoch>
  /** How what is in force changed from one epoch to another; the open epoch counts as it stands now. */
  readonly compareEpochs: EpochDifference
  /** How the APIs of a library changed between neighbouring versions that are here, the newest step first. */
  readonly apiChanges: ReadonlyArray<VersionDifference>
  /** What is amiss in the graph; looks at most nodes once. */
  readonly health: Health
  /** What got rid of an error before: for each error that the text names, the attempts that resolved it. */
  readonly resolveError: ReadonlyArray<ResolvedError>
  /** How others went on from here: from a state of the code to an instruction, and from an instruction to a state. */
  readonly nextStep: NextStep
  /** The field notes about an API or a whole library, best founded first, each behaviour once. */
  readonly fieldNotes: ReadonlyArray<FieldNote>
  /** What earlier attempts teach for a task: half by their effect, the rest by nearness, failures among them. */
  readonly lessons: ReadonlyArray<Lesson>
}

/** What can be asked. */
export type QueryTracesArgs = {
  first?: Scalars['Int']['input']
  after?: InputMaybe<Scalars['String']['input']>
  outcome?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryRecommendationsArgs = {
  first?: Scalars['Int']['input']
  after?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryCurationReportsArgs = {
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryExpandArgs = {
  id: Scalars['ID']['input']
  type: Scalars['String']['input']
  out: Scalars['Boolean']['input']
  after?: InputMaybe<Scalars['String']['input']>
  first?: Scalars['Int']['input']
  drawn?: ReadonlyArray<Scalars['ID']['input']>
}

/** What can be asked. */
export type QueryConcerningArgs = {
  id: Scalars['ID']['input']
  kind: Scalars['String']['input']
  outcome?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryPathsArgs = {
  from: Scalars['ID']['input']
  to: Scalars['ID']['input']
  most?: Scalars['Int']['input']
  longest?: Scalars['Int']['input']
}

/** What can be asked. */
export type QuerySubgraphArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>
}

/** What can be asked. */
export type QueryHistoryArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryJobArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryJobsArgs = {
  first?: Scalars['Int']['input']
  after?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryFeedbackArgs = {
  recommendation: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryGapsArgs = {
  first?: Scalars['Int']['input']
  after?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryGapArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryInsightEffectsArgs = {
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QuerySourcePreviewArgs = {
  source: Scalars['String']['input']
  reader?: InputMaybe<Scalars['String']['input']>
  name?: InputMaybe<Scalars['String']['input']>
  version?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryFoldersArgs = {
  path?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryLibraryRemovalArgs = {
  library: Scalars['String']['input']
  source?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryOldVersionsArgs = {
  keep?: Scalars['Int']['input']
  name?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryNeighborhoodArgs = {
  id: Scalars['ID']['input']
  types?: ReadonlyArray<Scalars['String']['input']>
  depth?: Scalars['Int']['input']
  nodes?: Scalars['Int']['input']
  edges?: Scalars['Int']['input']
  labels?: ReadonlyArray<Scalars['String']['input']>
  libraries?: ReadonlyArray<Scalars['String']['input']>
  outcome?: InputMaybe<Scalars['String']['input']>
  since?: InputMaybe<Scalars['String']['input']>
  until?: InputMaybe<Scalars['String']['input']>
  epoch?: InputMaybe<Scalars['Int']['input']>
}

/** What can be asked. */
export type QueryOverviewArgs = {
  space?: InputMaybe<Scalars['ID']['input']>
  range?: OverviewRange
}

/** What can be asked. */
export type QueryRecommendArgs = {
  question: Scalars['String']['input']
  libraries?: ReadonlyArray<Scalars['String']['input']>
  tokens?: Scalars['Int']['input']
  versions?: ReadonlyArray<LockedVersion>
  unasked?: Scalars['Boolean']['input']
  asOf?: InputMaybe<Scalars['Int']['input']>
}

/** What can be asked. */
export type QuerySearchArgs = {
  question: Scalars['String']['input']
  libraries?: ReadonlyArray<Scalars['String']['input']>
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryWhyArgs = {
  question: Scalars['String']['input']
  libraries?: ReadonlyArray<Scalars['String']['input']>
  node?: InputMaybe<Scalars['ID']['input']>
}

/** What can be asked. */
export type QueryReviewQueueArgs = {
  filter?: ReviewFilter
  first?: Scalars['Int']['input']
  after?: InputMaybe<Scalars['String']['input']>
}

/** What can be asked. */
export type QueryInsightArgs = {
  id: Scalars['ID']['input']
}

/** What can be asked. */
export type QueryCompareEpochsArgs = {
  from: Scalars['Int']['input']
  to: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryApiChangesArgs = {
  library: Scalars['String']['input']
  added?: Scalars['Boolean']['input']
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryResolveErrorArgs = {
  text: Scalars['String']['input']
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryNextStepArgs = {
  code?: InputMaybe<Scalars['String']['input']>
  state?: InputMaybe<Scalars['ID']['input']>
  instruction?: InputMaybe<Scalars['String']['input']>
  limit?: Scalars['Int']['input']
  epsilon?: InputMaybe<Scalars['Float']['input']>
}

/** What can be asked. */
export type QueryFieldNotesArgs = {
  of: Scalars['String']['input']
  limit?: Scalars['Int']['input']
}

/** What can be asked. */
export type QueryLessonsArgs = {
  task?: InputMaybe<Scalars['String']['input']>
  problem?: InputMaybe<Scalars['ID']['input']>
  limit?: Scalars['Int']['input']
}

/** What can be changed. */
export type Mutation = {
  /** Makes a principal with its private space and its first key. The key is in the answer and nowhere else. */
  readonly makePrincipal: NewPrincipal
  /** Another key for a principal, so that the old one can be taken back without a pause. */
  readonly makeKey: NewKey
  /** Takes a key back: at once here, within five seconds in other processes on the same graph. */
  readonly revokeKey: Principal
  /** Shuts a principal out with all its keys; what it wrote stays. */
  readonly disablePrincipal: Principal
  /** Lets a principal in again. */
  readonly enablePrincipal: Principal
  /** Makes a key for an agent, and the agent where there is none of that name; the key is shown now and never again. */
  readonly makeAgentKey: NewPrincipal
  /** Makes the space of a team. */
  readonly makeSpace: Space
  /** Makes a principal belong to a team's space, or gives it a role in the public one. */
  readonly addMember: Space
  /** Ends that a principal belongs to a team's space; what it wrote there stays. */
  readonly removeMember: Space
  /** A link that logs one browser in as the caller, once, within ten minutes. */
  readonly makeLoginLink: LoginLink
  /** Stops a job; what it has done so far stays, and the same request later goes on from there. */
  readonly cancelJob: Job
  /** Proposes each behaviour that the field notes tell of as one candidate, or adds what came in since the last run to the insight that it became. Answers as soon as the job is written down; a run that was stopped is gone on with. */
  readonly runCuration: Job
  /** Learns the order of documentation from the problems that were solved in the caller's space. Answers as soon as the job is written down; curation does the same by itself once a fifth more was solved. */
  readonly learnRanking: Job
  /** Puts the order that Cairn comes with in force again in the caller's space; true where another was. */
  readonly forgetRanking: Scalars['Boolean']['output']
  /** Deletes an attempt, a note, an answer or a feedback, or all contributions of a principal, a space or a project, with everything that rests on it alone. A later restore of an older backup deletes it again. */
  readonly deleteContribution: Deletion
  /** Takes in an insight that a person has reviewed; refused unless each quotation stands in the section that it names. */
  readonly recordInsight: Scalars['ID']['output']
  /** Starts a job that failed or was stopped again, with what it was started with. */
  readonly retryJob: Job
  /** Takes documentation in. Answers as soon as the job is written down; ask `job` how far it is. */
  readonly ingest: Job
  /** Tells how a recommendation turned out. What it cites gains evidence in the same transaction; the same feedback sent twice is one. */
  readonly sendFeedback: FeedbackReceipt
  /** Says that a gap was filled or need not be. One that was filled opens again when somebody finds nothing again. */
  readonly closeGap: Gap
  /** Says that oneself sees to it that a gap is filled, or no longer does; a CONFLICT where somebody else has taken it. */
  readonly takeGap: GapInFull
  /** Whether a share of the answers here goes without an insight, at random, so that what insights do can be measured. On unless told. */
  readonly setWithholding: Scalars['Boolean']['output']
  /** Has a library of the space stay: pruning passes it over, and nobody is told that it is behind. */
  readonly pinLibrary: Library
  /** Removes a library of the space, or one source of it. What is cited or used stays as history, and is the same again when it comes back. */
  readonly removeLibrary: Job
  /** Removes the versions of the space's libraries that are older than those that stay and that nothing cites, uses or is about. */
  readonly pruneLibraries: Job
  /** Advice on a task, an error or a piece of code: what to use, what worked before, what to watch out for. Every claim carries a citation that was checked. */
  readonly recommend: Recommendation
  /** Takes an insight into review: for 30 minutes nobody else decides on it. */
  readonly claimInsight: ReviewDecision
  /** Lets others decide again. */
  readonly releaseInsight: ReviewDecision
  /** Puts an insight in force in the open epoch; what it supersedes or refines leaves it. Refused while no quotation holds. */
  readonly approveInsight: ReviewDecision
  /** Withdraws an insight that is not to be approved; a reason is needed. */
  readonly rejectInsight: ReviewDecision
  /** Says that an insight has to be worked on; a reason is needed. */
  readonly sendInsightBack: ReviewDecision
  /** Takes an approved insight out of force; a reason is needed. */
  readonly retireInsight: ReviewDecision
  /** Takes the last decision on an insight back, with all that followed from it; a decision of its own, which can be undone in turn. */
  readonly undoDecision: ReviewDecision
  /** Writes the next revision of an insight. One in force stays so until the revision is approved. */
  readonly editInsight: ReviewDecision
  /** Makes one insight of several; what they rest on is united, and taint follows. */
  readonly mergeInsights: ReviewDecision
  /** Makes several insights of one; each rests on all that the one rested on. */
  readonly splitInsight: ReviewDecision
  /** Proposes an approved insight of a team to everybody, in words written for that: a new candidate in the public queue, backed by public documentation. Of what it rests on only counts come along. */
  readonly publishInsight: ReviewDecision
  /** Freezes what is in force as the end of the open epoch, and opens the next. */
  readonly closeEpoch: ClosedEpoch
  /** Puts in force exactly what was in force at the end of a closed epoch. The open one is closed first, so that rolling to that one takes this back. */
  readonly rollBackEpoch: RolledBackEpoch
  /** Records one attempt. */
  readonly recordTrace: TraceReceipt
  /** Records attempts and gives a receipt for each, first of `traces`, then of `canonical`. A bad one stops no other; the same attempt sent twice is one trace. */
  readonly recordTraces: ReadonlyArray<TraceReceipt>
  /** Says what came of a run of a project's tests: that is how the attempt ended from now on, observed, whatever its agent said. For the role runner alone. */
  readonly recordRun: ObservedRun
  /** Reads the files that agents left behind, in any known format. Answers as soon as the job is written down; its result is a summary. */
  readonly importTraces: Job
  /** Says that a field note is wrong or out of date: it weighs less at once, and goes to the curators. */
  readonly reportNote: NoteInDoubt
}

/** What can be changed. */
export type MutationMakePrincipalArgs = {
  input: PrincipalInput
}

/** What can be changed. */
export type MutationMakeKeyArgs = {
  principal: Scalars['ID']['input']
  expiresAt?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationRevokeKeyArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationDisablePrincipalArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationEnablePrincipalArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationMakeAgentKeyArgs = {
  name: Scalars['String']['input']
  spaces?: ReadonlyArray<Scalars['ID']['input']>
  private?: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationMakeSpaceArgs = {
  input: SpaceInput
}

/** What can be changed. */
export type MutationAddMemberArgs = {
  space: Scalars['ID']['input']
  principal: Scalars['ID']['input']
  can?: Scalars['String']['input']
  role?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationRemoveMemberArgs = {
  space: Scalars['ID']['input']
  principal: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationCancelJobArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationRunCurationArgs = {
  input?: CurationInput
}

/** What can be changed. */
export type MutationDeleteContributionArgs = {
  id: Scalars['ID']['input']
  dryRun?: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationRecordInsightArgs = {
  insight: ReviewedInsightInput
}

/** What can be changed. */
export type MutationRetryJobArgs = {
  id: Scalars['ID']['input']
}

/** What can be changed. */
export type MutationIngestArgs = {
  input: IngestInput
}

/** What can be changed. */
export type MutationSendFeedbackArgs = {
  input: FeedbackInput
}

/** What can be changed. */
export type MutationCloseGapArgs = {
  id: Scalars['ID']['input']
  state: ClosedGapState
}

/** What can be changed. */
export type MutationTakeGapArgs = {
  id: Scalars['ID']['input']
  take?: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationSetWithholdingArgs = {
  on: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationPinLibraryArgs = {
  library: Scalars['String']['input']
  pinned?: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationRemoveLibraryArgs = {
  library: Scalars['String']['input']
  source?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationPruneLibrariesArgs = {
  keep?: Scalars['Int']['input']
  name?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationRecommendArgs = {
  question: Scalars['String']['input']
  libraries?: ReadonlyArray<Scalars['String']['input']>
  tokens?: Scalars['Int']['input']
  versions?: ReadonlyArray<LockedVersion>
  unasked?: Scalars['Boolean']['input']
  asOf?: InputMaybe<Scalars['Int']['input']>
}

/** What can be changed. */
export type MutationClaimInsightArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationReleaseInsightArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationApproveInsightArgs = {
  decision: DecisionInput
  acknowledge?: ReadonlyArray<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationRejectInsightArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationSendInsightBackArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationRetireInsightArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationUndoDecisionArgs = {
  decision: DecisionInput
}

/** What can be changed. */
export type MutationEditInsightArgs = {
  decision: DecisionInput
  into: InsightWordsInput
}

/** What can be changed. */
export type MutationMergeInsightsArgs = {
  sources: ReadonlyArray<SeenInsightInput>
  into: InsightWordsInput
  by?: InputMaybe<Scalars['String']['input']>
  reason?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationSplitInsightArgs = {
  decision: DecisionInput
  into: ReadonlyArray<InsightWordsInput>
}

/** What can be changed. */
export type MutationPublishInsightArgs = {
  decision: DecisionInput
  into: InsightWordsInput
}

/** What can be changed. */
export type MutationCloseEpochArgs = {
  by?: InputMaybe<Scalars['String']['input']>
  note?: InputMaybe<Scalars['String']['input']>
}

/** What can be changed. */
export type MutationRollBackEpochArgs = {
  to: Scalars['Int']['input']
  by?: InputMaybe<Scalars['String']['input']>
  reason: Scalars['String']['input']
}

/** What can be changed. */
export type MutationRecordTraceArgs = {
  trace: Scalars['JSON']['input']
}

/** What can be changed. */
export type MutationRecordTracesArgs = {
  traces?: ReadonlyArray<TraceInput>
  canonical?: ReadonlyArray<Scalars['JSON']['input']>
  unlessDeleted?: Scalars['Boolean']['input']
}

/** What can be changed. */
export type MutationRecordRunArgs = {
  run: RunInput
}

/** What can be changed. */
export type MutationImportTracesArgs = {
  input: ImportTracesInput
}

/** What can be changed. */
export type MutationReportNoteArgs = {
  note: Scalars['ID']['input']
  happened: Scalars['String']['input']
  version?: InputMaybe<Scalars['String']['input']>
}

/** Who asks. */
export type Me = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** Its name, under which it signs what it does. */
  readonly name: Scalars['String']['output']
  /** agent, runner, analyst, curator or admin. */
  readonly role: Scalars['String']['output']
  /** Where this request writes. */
  readonly space: Scalars['ID']['output']
  /** What is in sight. */
  readonly spaces: ReadonlyArray<Space>
}

/** Where knowledge is kept apart: what is in a space is seen by those who belong to it, what is public by all. */
export type Space = {
  /** Its id, as node.space tells it and the header cairn-space takes it. */
  readonly id: Scalars['ID']['output']
  /** What people call it. */
  readonly name: Scalars['String']['output']
  /** public, team or private. */
  readonly kind: Scalars['String']['output']
  /** Who belongs to it. */
  readonly members: ReadonlyArray<Member>
}

/** Somebody who belongs to a space. */
export type Member = {
  /** Id of the principal. */
  readonly principal: Scalars['ID']['output']
  /** Its name. */
  readonly name: Scalars['String']['output']
  /** read or write. */
  readonly can: Scalars['String']['output']
  /** What it may do there, where that is not its own role. */
  readonly role?: Maybe<Scalars['String']['output']>
}

/** Somebody or something that may use Cairn. */
export type Principal = {
  /** Its id: principal: and the name. */
  readonly id: Scalars['ID']['output']
  /** Its name. */
  readonly name: Scalars['String']['output']
  /** agent, analyst, curator or admin; each may do all that those before it may. Or runner: an agent that may say what came of a run (`recordRun`), which nobody else may. */
  readonly role: Scalars['String']['output']
  /** Where it writes unless a request says otherwise. */
  readonly space: Scalars['ID']['output']
  /** The spaces that it belongs to. */
  readonly spaces: ReadonlyArray<Membership>
  /** Its keys: what is known of them, never the keys. */
  readonly keys: ReadonlyArray<Key>
  /** When it was made, ISO 8601 in UTC. */
  readonly createdAt: Scalars['String']['output']
  /** Since when it is shut out; null where it is not. */
  readonly disabledAt?: Maybe<Scalars['String']['output']>
}

/** That a principal belongs to a space. */
export type Membership = {
  /** Id of the space. */
  readonly space: Scalars['ID']['output']
  /** read or write. */
  readonly can: Scalars['String']['output']
  /** What it may do there, where that is not its own role. */
  readonly role?: Maybe<Scalars['String']['output']>
}

/** What is known of a key. */
export type Key = {
  /** Its id, by which it can be taken back. */
  readonly id: Scalars['ID']['output']
  /** When it was made, ISO 8601 in UTC. */
  readonly createdAt: Scalars['String']['output']
  /** When it was last used, to the minute; null where never. */
  readonly lastUsedAt?: Maybe<Scalars['String']['output']>
  /** When it stops to open anything; null where never. */
  readonly expiresAt?: Maybe<Scalars['String']['output']>
  /** When it was taken back; null where it was not. */
  readonly revokedAt?: Maybe<Scalars['String']['output']>
}

/** A principal to be made. */
export type PrincipalInput = {
  /** 1 to 40 of a-z, 0-9, dot, dash and underscore. */
  readonly name: Scalars['String']['input']
  /** agent, runner, analyst, curator or admin. */
  readonly role: Scalars['String']['input']
  /** Ids of the teams' spaces that it may write in; its private one and the public one come by themselves. With public among them the role holds there too: a curator then decides for everybody. */
  readonly spaces?: ReadonlyArray<Scalars['ID']['input']>
  /** Where it writes unless a request says otherwise; the first of its teams when left out, else public. */
  readonly space?: InputMaybe<Scalars['ID']['input']>
  /** When its first key stops to open anything, ISO 8601; never when left out. */
  readonly expiresAt?: InputMaybe<Scalars['String']['input']>
}

/** A principal that was made. */
export type NewPrincipal = {
  /** The principal. */
  readonly principal: Principal
  /** Its key, shown here and never again. */
  readonly key: Scalars['String']['output']
}

/** A key that was made. */
export type NewKey = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** The key, shown here and never again. */
  readonly key: Scalars['String']['output']
}

/** The space of a team, to be made. */
export type SpaceInput = {
  /** 1 to 40 of a-z, 0-9, dot, dash and underscore. */
  readonly id: Scalars['ID']['input']
  /** What people call it; its id when left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>
}

/** A link for one use. */
export type LoginLink = {
  /** Path and code, to be put behind the server's address. */
  readonly path: Scalars['String']['output']
  /** Until when it can be opened, ISO 8601 in UTC. */
  readonly expiresAt: Scalars['String']['output']
}

/** How Cairn stands. */
export type Status = {
  /** What turns text into vectors, for example local:all-MiniLM-L6-v2. */
  readonly embedder: Scalars['String']['output']
  /** Numbers in a vector. */
  readonly dimensions: Scalars['Int']['output']
  /** Bolt address of the graph. */
  readonly graph: Scalars['String']['output']
  /** Neo4j Browser of the embedded server; null where the graph is somebody else's server. */
  readonly browserUrl?: Maybe<Scalars['String']['output']>
  /** Nodes by label. */
  readonly nodes: ReadonlyArray<Count>
  /** Edges by type. */
  readonly edges: ReadonlyArray<Count>
}

/** How many there are of something. */
export type Count = {
  /** Of what: a label or a type of edge. */
  readonly name: Scalars['String']['output']
  /** How many. */
  readonly count: Scalars['Int']['output']
}

/** Where a page of a list stands. */
export type PageInfo = {
  /** Whether there is more after it. */
  readonly hasNextPage: Scalars['Boolean']['output']
  /** Whether there is something before it. */
  readonly hasPreviousPage: Scalars['Boolean']['output']
  /** Cursor of its first entry; null where it is empty. */
  readonly startCursor?: Maybe<Scalars['String']['output']>
  /** Cursor of its last entry, for `after` of the next page; null where it is empty. */
  readonly endCursor?: Maybe<Scalars['String']['output']>
}

/** A page of jobs. */
export type JobConnection = {
  /** The entries, each with its cursor. */
  readonly edges: ReadonlyArray<JobEdge>
  /** The jobs alone. */
  readonly nodes: ReadonlyArray<Job>
  /** Where this page stands. */
  readonly pageInfo: PageInfo
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output']
}

/** A job in a list. */
export type JobEdge = {
  /** Its place in the list, which others that come or go do not move. */
  readonly cursor: Scalars['String']['output']
  /** The job. */
  readonly node: Job
}

/** A page of gaps. */
export type GapConnection = {
  /** The entries, each with its cursor. */
  readonly edges: ReadonlyArray<GapEdge>
  /** The gaps alone. */
  readonly nodes: ReadonlyArray<Gap>
  /** Where this page stands. */
  readonly pageInfo: PageInfo
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output']
}

/** A gap in a list. */
export type GapEdge = {
  /** Its place in the list. */
  readonly cursor: Scalars['String']['output']
  /** The gap. */
  readonly node: Gap
}

/** A page of insights. */
export type InsightConnection = {
  /** The entries, each with its cursor. */
  readonly edges: ReadonlyArray<InsightEdge>
  /** The insights alone. */
  readonly nodes: ReadonlyArray<Insight>
  /** Where this page stands. */
  readonly pageInfo: PageInfo
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output']
}

/** An insight in a list. */
export type InsightEdge = {
  /** Its place in the list, which others that come or go do not move. */
  readonly cursor: Scalars['String']['output']
  /** The insight. */
  readonly node: Insight
}

/** A page of attempts. */
export type TraceConnection = {
  /** The entries, each with its cursor. */
  readonly edges: ReadonlyArray<TraceEdge>
  /** The attempts alone. */
  readonly nodes: ReadonlyArray<TraceBrief>
  /** Where this page stands. */
  readonly pageInfo: PageInfo
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output']
}

/** An attempt in a list. */
export type TraceEdge = {
  /** Its place in the list, which others that come or go do not move. */
  readonly cursor: Scalars['String']['output']
  /** The attempt. */
  readonly node: TraceBrief
}

/** An attempt in short; `node` opens it. */
export type TraceBrief = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** What it was about. */
  readonly title: Scalars['String']['output']
  /** Id of the problem that it attempts. */
  readonly problem: Scalars['ID']['output']
  /** Who tried. */
  readonly agent: Scalars['String']['output']
  /** passed, failed or unknown. */
  readonly outcome: Scalars['String']['output']
  /** Id of the space that it is kept in. */
  readonly space: Scalars['ID']['output']
  /** Whether it may hold instructions. */
  readonly tainted: Scalars['Boolean']['output']
  /** When it was taken in, ISO 8601 in UTC. */
  readonly createdAt: Scalars['String']['output']
}

/** A page of recommendations. */
export type RecommendationConnection = {
  /** The entries, each with its cursor. */
  readonly edges: ReadonlyArray<RecommendationEdge>
  /** The recommendations alone. */
  readonly nodes: ReadonlyArray<RecommendationBrief>
  /** Where this page stands. */
  readonly pageInfo: PageInfo
  /** How many there are in all. */
  readonly totalCount: Scalars['Int']['output']
}

/** A recommendation in a list. */
export type RecommendationEdge = {
  /** Its place in the list, which others that come or go do not move. */
  readonly cursor: Scalars['String']['output']
  /** The recommendation. */
  readonly node: RecommendationBrief
}

/** An answer as it was recorded, in short. */
export type RecommendationBrief = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** What was asked, without its secrets. */
  readonly question: Scalars['String']['output']
  /** How many nodes it cites. */
  readonly cites: Scalars['Int']['output']
  /** How what followed it ended, by the last feedback: passed, failed or unknown; null where nobody said. */
  readonly outcome?: Maybe<Scalars['String']['output']>
  /** Id of the space that it is kept in. */
  readonly space: Scalars['ID']['output']
  /** When it was given, ISO 8601 in UTC. */
  readonly createdAt: Scalars['String']['output']
}

/** How a run of curation works. */
export type CurationInput = {
  /** Kept for one version: equal material gives equal candidates, whatever it is. */
  readonly seed?: Scalars['Int']['input']
  /** Whether candidates that nobody has in hand are looked at anew, though nothing came in that speaks of them. */
  readonly again?: Scalars['Boolean']['input']
}

/** What one run of curation brought. */
export type CurationReport = {
  /** Id of its job. */
  readonly job: Scalars['ID']['output']
  /** Number of the run in its space. */
  readonly run: Scalars['Int']['output']
  /** Whether it went on with a run that had been stopped. */
  readonly resumed: Scalars['Boolean']['output']
  /** Traces that came in since the run before. */
  readonly traces: Scalars['Int']['output']
  /** Lessons that came in since the run before. */
  readonly lessons: Scalars['Int']['output']
  /** Problems that those are about. */
  readonly problems: Scalars['Int']['output']
  /** Behaviours that were looked at, since what is known of them changed. */
  readonly clusters: Scalars['Int']['output']
  /** Behaviours that became a new insight. */
  readonly added: Scalars['Int']['output']
  /** Always 0: a behaviour that says more is an insight of its own. */
  readonly refined: Scalars['Int']['output']
  /** Behaviours that became evidence of an insight, or made a candidate anew. */
  readonly merged: Scalars['Int']['output']
  /** Behaviours that brought nothing. */
  readonly ignored: Scalars['Int']['output']
  /** Candidates that passed their gates and went to the curators' queue. */
  readonly queued: Scalars['Int']['output']
  /** How many insights of the run each gate holds back, a gate each. */
  readonly byGate: ReadonlyArray<Count>
  /** Why behaviours were ignored, and how many for each reason. */
  readonly byReason: ReadonlyArray<Count>
  /** Always 0: insights are said in the words of who wrote the notes. */
  readonly wordedByChat: Scalars['Int']['output']
  /** Always null. */
  readonly withoutChat?: Maybe<Scalars['String']['output']>
  /** How long the run took, in seconds. */
  readonly seconds: Scalars['Float']['output']
}

/** An order of documentation that was learned from solved problems: what a solution used should have stood on top of the answer to its problem. */
export type LearnedRanking = {
  /** When it was learned, ISO 8601. */
  readonly learnedAt: Scalars['String']['output']
  /** Whether answers are ordered by it: only where it is surely better than the order that Cairn comes with, and was not put away. */
  readonly inForce: Scalars['Boolean']['output']
  /** Why it came into force or did not. */
  readonly reason: Scalars['String']['output']
  /** Problems that were solved in the space: where several write, by another's judgement than the agent's own. */
  readonly solved: Scalars['Int']['output']
  /** Those of them that were looked at, at most 400. */
  readonly problems: Scalars['Int']['output']
  /** How many families those make; none is judged by what was learned from it. */
  readonly families: Scalars['Int']['output']
  /** Those of which nothing that the solutions used was found at all. */
  readonly unanswered: Scalars['Int']['output']
  /** Mean NDCG@10 of the order that Cairn comes with, 0 to 1. */
  readonly before: Scalars['Float']['output']
  /** Mean NDCG@10 of the learned order on families that it was not learned from. */
  readonly after: Scalars['Float']['output']
  /** How much higher that is. */
  readonly difference: Scalars['Float']['output']
  /** Lower end of its 95 % interval. */
  readonly low: Scalars['Float']['output']
  /** Upper end of its 95 % interval. */
  readonly high: Scalars['Float']['output']
  /** Identity of the embedder that it was learned with; with another it is not used. */
  readonly embedder: Scalars['String']['output']
  /** What weighs most differently now, most changed first; none where it is not in force. */
  readonly changes: ReadonlyArray<WeightChange>
}

/** How much something that the order looks at counts. */
export type WeightChange = {
  /** What is looked at; src/retrieve/features.ts tells what each is. */
  readonly feature: Scalars['String']['output']
  /** Its weight as Cairn comes, in standard deviations of the feature. */
  readonly before: Scalars['Float']['output']
  /** Its weight as learned. */
  readonly after: Scalars['Float']['output']
}

/** What a deletion removed. */
export type Deletion = {
  /** Ids of what was named, and of notes, feedback and candidates that rested on nothing else. */
  readonly deleted: ReadonlyArray<Scalars['ID']['output']>
  /** How many states, errors, problems and gaps went, to which nothing else was tied. */
  readonly orphans: Scalars['Int']['output']
  /** Ids of insights in which a person had a hand: they stay, counted anew and marked sources-deleted. */
  readonly marked: ReadonlyArray<Scalars['ID']['output']>
}

/** A page of the neighbours of a node along edges of one type. */
export type Expansion = {
  /** The neighbours of this page, by id. */
  readonly nodes: ReadonlyArray<NodeBrief>
  /** Edges between these and the node, and those to nodes that are drawn already. */
  readonly edges: ReadonlyArray<Edge>
  /** How many neighbours there are in all along such edges. */
  readonly total: Scalars['Int']['output']
  /** For `after` of the next page; null at the end. */
  readonly next?: Maybe<Scalars['String']['output']>
}

/** A way from one node to another. */
export type GraphPath = {
  /** How many edges it has. */
  readonly length: Scalars['Int']['output']
  /** Its nodes, from the first to the last. */
  readonly nodes: ReadonlyArray<NodeBrief>
  /** Edges between neighbouring nodes of it, every one that there is. */
  readonly edges: ReadonlyArray<Edge>
}

/** Something that happened to a node. */
export type HistoryEntry = {
  /** When, ISO 8601; null where nobody wrote it down. */
  readonly at?: Maybe<Scalars['String']['output']>
  /** What, such as approve, used: passed or taken in. */
  readonly what: Scalars['String']['output']
  /** Who. */
  readonly by?: Maybe<Scalars['String']['output']>
  /** What was said with it. */
  readonly text?: Maybe<Scalars['String']['output']>
  /** Id of the node that tells of it. */
  readonly node?: Maybe<Scalars['ID']['output']>
}

/** The main libraries, problems and insights in sight, and how they belong together. */
export type SpaceMap = {
  /** At most 14 libraries, 18 problems and 10 insights: what was attempted most, then what came last. */
  readonly nodes: ReadonlyArray<MapNode>
  /** What concerns what. */
  readonly edges: ReadonlyArray<MapEdge>
  /** How many attempts it was drawn from, the last ones. */
  readonly attempts: Scalars['Int']['output']
}

/** A node of the map with what the last attempts say of it. */
export type MapNode = {
  /** The node. */
  readonly node: NodeBrief
  /** Attempts at this problem, or with this library, among the last ones. */
  readonly attempts: Scalars['Int']['output']
  /** How many of them passed. */
  readonly passed: Scalars['Int']['output']
  /** How many of them failed. */
  readonly failed: Scalars['Int']['output']
}

/** That a problem or an insight concerns a library, or an insight a problem. */
export type MapEdge = {
  /** Id of the problem or insight. */
  readonly from: Scalars['ID']['output']
  /** Id of what it concerns. */
  readonly to: Scalars['ID']['output']
  /** How many attempts say so; of insights 1. */
  readonly count: Scalars['Int']['output']
}

/** Guidance that a person approved, with what backs it. */
export type ReviewedInsightInput = {
  /** What it says, in one line. */
  readonly title: Scalars['String']['input']
  /** When it applies. */
  readonly applies: Scalars['String']['input']
  /** What to do. */
  readonly advice: Scalars['String']['input']
  /** What not to do. */
  readonly avoid?: Scalars['String']['input']
  /** Code that may be used as it stands. */
  readonly code?: InputMaybe<Scalars['String']['input']>
  /** Sections of documentation that say so, at least one. */
  readonly backedBy: ReadonlyArray<BackingInput>
  /** Ids of the traces that it was drawn from. */
  readonly derivedFrom?: ReadonlyArray<Scalars['ID']['input']>
  /** Qualified names of the APIs that it is about. */
  readonly about?: ReadonlyArray<Scalars['String']['input']>
  /** In whose name, for an admin; others approve in their own. */
  readonly reviewer?: InputMaybe<Scalars['String']['input']>
}

/** Words that stand in a section of documentation. */
export type BackingInput = {
  /** Id of the section. */
  readonly doc: Scalars['ID']['input']
  /** Its words, exactly. */
  readonly quote: Scalars['String']['input']
}

/** Documentation on the machine where Cairn runs. */
export type IngestInput = {
  /** devdocs, markdown, npm-package or python-package. */
  readonly reader: Scalars['String']['input']
  /** Folders, files or package names on the machine where Cairn runs; npm:express@4.18.2 or pypi:requests of a registry; or what POST /uploads answered. */
  readonly sources: ReadonlyArray<Scalars['String']['input']>
  /** Name of the library, where the source does not say. */
  readonly name?: InputMaybe<Scalars['String']['input']>
  /** Its version, where the source does not say. */
  readonly version?: InputMaybe<Scalars['String']['input']>
  /** pypi, npm, generic or docs, where the source does not say. */
  readonly ecosystem?: InputMaybe<Scalars['String']['input']>
  /** Of packages, their API alone (api) or their documentation alone (docs); both where it is left out. */
  readonly only?: InputMaybe<Scalars['String']['input']>
  /** Packages installed beside an npm package that come in with it: names, or all of a scope as @scope/*. */
  readonly with?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>
  /** What the source is called among those of its library, and below which path its pages stand then; the path of a folder in its project, a package's name or a dump's slug where it is left out. */
  readonly source?: InputMaybe<Scalars['String']['input']>
}

/** Long work. */
export type Job = {
  /** job: and twelve characters. */
  readonly id: Scalars['ID']['output']
  /** What sort of work it is: ingest, remove-library, prune-libraries, import-traces, write-lessons, curate or learn-ranking. */
  readonly kind: Scalars['String']['output']
  /** What it does, for a person. */
  readonly label: Scalars['String']['output']
  /** queued, running, done, failed or cancelled. */
  readonly state: Scalars['String']['output']
  /** Id of the space that it works for. */
  readonly space: Scalars['ID']['output']
  /** Who started it; null where Cairn did. */
  readonly by?: Maybe<Scalars['String']['output']>
  /** Pages done so far. */
  readonly done: Scalars['Int']['output']
  /** Pages to do; 0 until they are counted. */
  readonly total: Scalars['Int']['output']
  /** What it brought, once done. */
  readonly result?: Maybe<Scalars['JSON']['output']>
  /** Code of the failure, from the one table of failures. */
  readonly code?: Maybe<Scalars['String']['output']>
  /** What went wrong and what to do. */
  readonly message?: Maybe<Scalars['String']['output']>
  /** When it was written down, ISO 8601 in UTC. */
  readonly startedAt: Scalars['String']['output']
  /** When it ended; null until then. */
  readonly finishedAt?: Maybe<Scalars['String']['output']>
}

/** Who tells of a recommendation. */
export type FeedbackSender =
  /** A program that followed it. */
  | 'agent'
  /** Somebody who looked at it, or at what came of it. */
  | 'person'

/** How helpful a recommendation was. */
export type Helpfulness =
  /** It decided the matter. */
  | 'EXTREMELY_HELPFUL'
  /** It helped. */
  | 'GOOD'
  /** It made no difference. */
  | 'NEUTRAL'
  /** It helped little. */
  | 'POOR'
  /** It led astray. */
  | 'EXTREMELY_UNHELPFUL'

/** Whether advice helped. */
export type AdviceBand =
  /** It decided the matter. */
  | 'decided'
  /** It helped. */
  | 'helped'
  /** It was of no use. */
  | 'no_use'
  /** It led astray. */
  | 'misled'

/** How a recommendation turned out; something must be said beside who says it. */
export type FeedbackInput = {
  /** Id of the recommendation, with or without `recommendation:`. */
  readonly recommendation: Scalars['ID']['input']
  /** Whether an agent or a person says so. */
  readonly from: FeedbackSender
  /** In whose name, for an admin, up to 200 characters; others say so in their own. */
  readonly by?: InputMaybe<Scalars['String']['input']>
  /** How helpful it was. Where the outcome is unknown it counts as a part of one. */
  readonly helpfulness?: InputMaybe<Helpfulness>
  /** Whether the advice helped, apart from how the work ended. Where it is said, only what is named in used takes a share, and nothing where that is empty. */
  readonly advice?: InputMaybe<AdviceBand>
  /** How the work that followed it ended; left out it follows from the tests, where there are any. */
  readonly outcome?: InputMaybe<Outcome>
  /** Tests that were run on the work that followed it. */
  readonly tests?: InputMaybe<TestCountsInput>
  /** What was used: numbers of citations or ids of cited nodes. They share the outcome; where nothing is named, all that was cited shares half of it. */
  readonly used?: ReadonlyArray<Scalars['ID']['input']>
  /** Of what is cited, what led astray while the rest helped: numbers of citations or ids of cited nodes. Each takes its share of a failure, whatever else is said. */
  readonly misled?: ReadonlyArray<Scalars['ID']['input']>
  /** What happened, up to 4,000 characters. */
  readonly note?: InputMaybe<Scalars['String']['input']>
  /** With hindsight: what would have helped, up to 4,000 characters. It becomes a gap. */
  readonly needed?: InputMaybe<Scalars['String']['input']>
  /** Makes sending it again harmless: the same key of the same sender for the same recommendation is one feedback. */
  readonly key?: InputMaybe<Scalars['String']['input']>
}

/** Tests that were run. */
export type TestCountsInput = {
  /** How many passed. */
  readonly passed: Scalars['Int']['input']
  /** How many failed. */
  readonly failed: Scalars['Int']['input']
}

/** What became of feedback. */
export type FeedbackReceipt = {
  /** Whether it was taken in, or there already. */
  readonly status: FeedbackStatus
  /** Id of the feedback. */
  readonly feedback: Scalars['ID']['output']
  /** Evidence that it added; empty where it was there already or says nothing of success. */
  readonly credited: ReadonlyArray<Credit>
  /** Id of the gap that it asks to be filled. */
  readonly gap?: Maybe<Scalars['ID']['output']>
}

/** What became of feedback. */
export type FeedbackStatus =
  /** It is in the graph, with its consequences. */
  | 'accepted'
  /** The same was there already; nothing changed. */
  | 'known'

/** A cited node's share of an outcome. */
export type Credit = {
  /** Id of the node. */
  readonly node: Scalars['ID']['output']
  /** Part of a success. */
  readonly passed: Scalars['Float']['output']
  /** Part of a failure. */
  readonly failed: Scalars['Float']['output']
  /** Whether it was named as used. */
  readonly used: Scalars['Boolean']['output']
}

/** What somebody said of a recommendation. */
export type Feedback = {
  /** feedback: and a hash. */
  readonly id: Scalars['ID']['output']
  /** Whether an agent or a person says so. */
  readonly from: FeedbackSender
  /** Who says so. */
  readonly by: Scalars['String']['output']
  /** How helpful it was. */
  readonly helpfulness?: Maybe<Helpfulness>
  /** How the work that followed it ended. */
  readonly outcome: Outcome
  /** Tests that were run on the work that followed it. */
  readonly tests?: Maybe<TestCounts>
  /** Ids of the nodes that were named as used. */
  readonly used: ReadonlyArray<Scalars['ID']['output']>
  /** What happened. */
  readonly note?: Maybe<Scalars['String']['output']>
  /** With hindsight: what would have helped. */
  readonly needed?: Maybe<Scalars['String']['output']>
  /** When it came. */
  readonly createdAt: Scalars['String']['output']
}

/** Tests that were run. */
export type TestCounts = {
  /** How many passed. */
  readonly passed: Scalars['Int']['output']
  /** How many failed. */
  readonly failed: Scalars['Int']['output']
}

/** What became of something that the memory lacked. */
export type ClosedGapState =
  /** The memory has it now. */
  | 'answered'
  /** It need not have it. */
  | 'dismissed'

/** How something that the memory lacks stands. */
export type GapState =
  /** It is still lacking. */
  | 'open'
  /** The memory has it now. */
  | 'answered'
  /** It need not have it. */
  | 'dismissed'

/** Something that the memory lacks: a question that found nothing, or what would have helped. */
export type Gap = {
  /** knowledge-request: and a hash. */
  readonly id: Scalars['ID']['output']
  /** What is lacking, as it was first asked for. */
  readonly text: Scalars['String']['output']
  /** How it stands. */
  readonly state: GapState
  /** Whether its text tries to instruct its reader. */
  readonly tainted: Scalars['Boolean']['output']
  /** How often it was asked for. */
  readonly asks: Scalars['Int']['output']
  /** Different names among those who asked; all that gave none count as one. */
  readonly askers: Scalars['Int']['output']
  /** When it was first asked for. */
  readonly firstAskedAt: Scalars['String']['output']
  /** When it was last asked for. */
  readonly lastAskedAt: Scalars['String']['output']
  /** Who sees to it that it is filled; null where nobody does. */
  readonly takenBy?: Maybe<Scalars['String']['output']>
}

/** A gap with all that filling it needs. */
export type GapInFull = {
  /** The gap itself. */
  readonly gap: Gap
  /** When somebody took it. */
  readonly takenAt?: Maybe<Scalars['String']['output']>
  /** Who asked for it in sight, the latest first, at most 50. */
  readonly asked: ReadonlyArray<GapAsker>
  /** Packages that it speaks of and that are not held. */
  readonly suggestions: ReadonlyArray<SuggestedSource>
}

/** Somebody's wish for what a gap lacks. */
export type GapAsker = {
  /** Id of the answer or the feedback. */
  readonly id: Scalars['ID']['output']
  /** Whether it was said afterwards what would have helped; else an answer found nothing. */
  readonly hindsight: Scalars['Boolean']['output']
  /** Who said so; null of an answer. */
  readonly by?: Maybe<Scalars['String']['output']>
  /** When. */
  readonly at: Scalars['String']['output']
  /** What was asked. */
  readonly question: Scalars['String']['output']
  /** What happened, as feedback tells. */
  readonly note?: Maybe<Scalars['String']['output']>
  /** Id of the answer, for `node`. */
  readonly answer: Scalars['ID']['output']
}

/** Documentation that may fill a gap. */
export type SuggestedSource = {
  /** python-package or npm-package, as `ingest` takes it. */
  readonly reader: Scalars['String']['output']
  /** Name of the package, as `ingest` takes it. */
  readonly source: Scalars['String']['output']
  /** What it was read from. */
  readonly why: Scalars['String']['output']
}

/** What showing an insight does to success: the difference between answers with and without it, as a lot decided. */
export type InsightEffect = {
  /** Id of the insight. */
  readonly insight: Scalars['ID']['output']
  /** What it says, in one line. */
  readonly title: Scalars['String']['output']
  /** Difference of the shares of success, -1 to 1; null while it is not measured: fewer than eight task sessions on one side. */
  readonly effect?: Maybe<Scalars['Float']['output']>
  /** Lower end of its 95 % interval. */
  readonly low?: Maybe<Scalars['Float']['output']>
  /** Upper end of its 95 % interval. */
  readonly high?: Maybe<Scalars['Float']['output']>
  /** Answers that showed it, of which the outcome is known. */
  readonly shown: OutcomeCount
  /** Answers that went without it, of which the outcome is known. */
  readonly withheld: OutcomeCount
  /** Task sessions on both sides, which is what the interval counts: answers to one task, or in one session of a host. */
  readonly clusters: SessionCount
}

/** Task sessions with and without an insight. */
export type SessionCount = {
  /** Those in which it was shown. */
  readonly shown: Scalars['Int']['output']
  /** Those that went without it. */
  readonly withheld: Scalars['Int']['output']
}

/** Answers of which the outcome is known. */
export type OutcomeCount = {
  /** How many there are. */
  readonly n: Scalars['Int']['output']
  /** How many of them passed. */
  readonly passed: Scalars['Int']['output']
}

/** A package at a version, and how much of it is known. */
export type Library = {
  /** Id of the space that it is in. */
  readonly space: Scalars['ID']['output']
  /** Whether it stays, however old its version is. */
  readonly pinned: Scalars['Boolean']['output']
  /** What it came from. */
  readonly sources: ReadonlyArray<LibrarySource>
  /** library: and the key. */
  readonly id: Scalars['ID']['output']
  /** Ecosystem, name and version, such as pypi/pandas@1.4.0. */
  readonly key: Scalars['String']['output']
  /** pypi, npm, generic or docs. */
  readonly ecosystem: Scalars['String']['output']
  /** Name of the package. */
  readonly name: Scalars['String']['output']
  /** Version that the documentation is of. */
  readonly version: Scalars['String']['output']
  /** Name as people write it. */
  readonly title: Scalars['String']['output']
  /** complete; ingesting while documentation comes in, removing while it goes. */
  readonly state: Scalars['String']['output']
  /** When it was last taken in, ISO 8601 in UTC. */
  readonly ingestedAt?: Maybe<Scalars['String']['output']>
  /** Sections of documentation. */
  readonly docs: Scalars['Int']['output']
  /** Functions, classes, methods and the like. */
  readonly apis: Scalars['Int']['output']
}

/** What a library came from: it is replaced and removed by itself. */
export type LibrarySource = {
  /** Its kind and name, such as markdown:docs. */
  readonly source: Scalars['String']['output']
  /** Pages that it brought. */
  readonly pages: Scalars['Int']['output']
  /** Pages that are read again when it next comes in, because another source that told of the same APIs changed or went. */
  readonly waiting: Scalars['Int']['output']
}

/** What a removal takes, or would take. */
export type LibraryRemoval = {
  /** Key of the library. */
  readonly library: Scalars['String']['output']
  /** The source alone; null for all of the library. */
  readonly source?: Maybe<Scalars['String']['output']>
  /** Pages of documentation. */
  readonly pages: Scalars['Int']['output']
  /** Sections of documentation. */
  readonly docs: Scalars['Int']['output']
  /** Functions, classes, methods and the like. */
  readonly apis: Scalars['Int']['output']
  /** Of sections and APIs, how many are cited or used: they stay as history. */
  readonly cited: Scalars['Int']['output']
}

/** A version of a library that is older than those that stay. */
export type OldVersion = {
  /** Key of the library. */
  readonly library: Scalars['String']['output']
  /** Sections of documentation. */
  readonly docs: Scalars['Int']['output']
  /** Functions, classes, methods and the like. */
  readonly apis: Scalars['Int']['output']
  /** Whether anything cites, uses or is about it: then it stays. */
  readonly used: Scalars['Boolean']['output']
}

/** What would come in of a source. */
export type SourcePreview = {
  /** The source, with the version that would come in. */
  readonly source: Scalars['String']['output']
  /** Which reader would read it. */
  readonly reader: Scalars['String']['output']
  /** pypi, npm, generic or docs. */
  readonly ecosystem: Scalars['String']['output']
  /** Name of the library. */
  readonly name: Scalars['String']['output']
  /** Its version. */
  readonly version: Scalars['String']['output']
  /** Ecosystem, name and version, such as pypi/pandas@1.4.0. */
  readonly key: Scalars['String']['output']
  /** What it says of itself in a line; empty where it does not. */
  readonly description: Scalars['String']['output']
  /** Pages that would come in; null where nothing was fetched yet. */
  readonly pages?: Maybe<Scalars['Int']['output']>
  /** Bytes to fetch or unpacked; null where nobody says. */
  readonly bytes?: Maybe<Scalars['Float']['output']>
  /** What is left out and why, a sentence each. */
  readonly remarks: ReadonlyArray<Scalars['String']['output']>
}

/** Folders that may be picked. */
export type FolderListing = {
  /** Of which folder; null for the roots. */
  readonly path?: Maybe<Scalars['String']['output']>
  /** The folder above; null where that is the roots. */
  readonly parent?: Maybe<Scalars['String']['output']>
  /** What is below, by name. */
  readonly folders: ReadonlyArray<PickedFolder>
  /** How many more there are. */
  readonly more: Scalars['Int']['output']
}

/** A folder that may be picked. */
export type PickedFolder = {
  /** Where it is. */
  readonly path: Scalars['String']['output']
  /** Its name. */
  readonly name: Scalars['String']['output']
  /** Which reader fits what lies in it; null where nothing in it is read. */
  readonly reader?: Maybe<Scalars['String']['output']>
}

/** Anything in the graph. */
export type Node = {
  /** Its id, which no other node has. */
  readonly id: Scalars['ID']['output']
  /** What it is: Library, Doc, Api, Problem, Trace, State, ErrorSignature, Lesson, Insight, Recommendation, Feedback, KnowledgeRequest, Epoch, Review, Job or Retired. */
  readonly label: Scalars['String']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** All that may be shown of it. */
  readonly properties: Scalars['JSON']['output']
  /** How many neighbours it has along edges of each type. */
  readonly edges: ReadonlyArray<EdgeCount>
}

/** How many neighbours a node has along edges of a type. */
export type EdgeCount = {
  /** Type of the edges. */
  readonly type: Scalars['String']['output']
  /** Whether the edge leaves the node. */
  readonly out: Scalars['Boolean']['output']
  /** How many. */
  readonly count: Scalars['Int']['output']
}

/** Nodes around a node, and the edges between them. */
export type Neighborhood = {
  /** The node asked about, then the others, nearest first. */
  readonly nodes: ReadonlyArray<NodeBrief>
  /** Edges between these nodes. */
  readonly edges: ReadonlyArray<Edge>
  /** Whether the limits left something out. */
  readonly truncated: Scalars['Boolean']['output']
}

/** A node in short. */
export type NodeBrief = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** What it is. */
  readonly label: Scalars['String']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** What kind of its label, such as function or page. */
  readonly kind?: Maybe<Scalars['String']['output']>
  /** Key of the library that it belongs to. */
  readonly library?: Maybe<Scalars['String']['output']>
  /** Space that it is kept in; null where traces of several may share it. */
  readonly space?: Maybe<Scalars['String']['output']>
  /** How an attempt ended: passed or failed. */
  readonly outcome?: Maybe<Scalars['String']['output']>
  /** When it came, ISO 8601. */
  readonly createdAt?: Maybe<Scalars['String']['output']>
  /** How many neighbours it has. */
  readonly degree: Scalars['Int']['output']
  /** Of an insight, numbers of the epochs that it is in force in. */
  readonly epochs: ReadonlyArray<Scalars['Int']['output']>
  /** How well it fared: attempts at a problem that passed; of the rest the weight of the evidence that it worked. */
  readonly passed: Scalars['Float']['output']
  /** How badly it fared: attempts at a problem that failed; of the rest the weight of the evidence that it did not work. */
  readonly failed: Scalars['Float']['output']
  /** Steps from the node asked about; 0 where none was. */
  readonly depth: Scalars['Int']['output']
}

/** An edge. */
export type Edge = {
  /** Id of the node that it leaves. */
  readonly from: Scalars['ID']['output']
  /** Id of the node that it reaches. */
  readonly to: Scalars['ID']['output']
  /** What it says, such as MEMBER_OF. */
  readonly type: Scalars['String']['output']
  /** The beginning of the words on it: a quotation, an instruction or a reason. */
  readonly note?: Maybe<Scalars['String']['output']>
}

/** How far back an overview looks, up to now. */
export type OverviewRange =
  /** 24 stretches of an hour. */
  | 'day'
  /** 28 stretches of six hours. */
  | 'week'
  /** 30 stretches of a day. */
  | 'month'
  /** 52 stretches of a week. */
  | 'year'

/** The memory of one space at a glance. */
export type Overview = {
  /** Id of the space; nothing of others is counted. */
  readonly space: Scalars['ID']['output']
  /** How far back it looks. */
  readonly range: OverviewRange
  /** When the first stretch begins. */
  readonly from: Scalars['String']['output']
  /** When the last stretch ends. */
  readonly to: Scalars['String']['output']
  /** When what it tells was summed up, at most a minute before; null while hours from before are still being summed up. */
  readonly madeAt?: Maybe<Scalars['String']['output']>
  /** Sums over the whole time. */
  readonly total: OverviewFigures
  /** The same over equal stretches of time, the first first. */
  readonly stretches: ReadonlyArray<OverviewStretch>
  /** Questions to which there was something to show, of all that were asked. */
  readonly answered: Share
  /** Answers that helped, of those of which that is told: by what is said of the advice, else by how the work ended. They count when the question was asked. */
  readonly helped: Share
  /** What showing guidance does to how tasks end, where a lot decided whether it was shown; an answer counts once for each insight. */
  readonly guidance: GuidanceEffect
  /** Where attempts came from, the most first. */
  readonly sources: ReadonlyArray<OverviewSource>
  /** When each source was last heard, within 90 days, whatever the range. */
  readonly heard: ReadonlyArray<HeardSource>
  /** Connected hosts of the machine that have worked for a day while nothing came in, in words; told to admins alone. */
  readonly silent: ReadonlyArray<Scalars['String']['output']>
  /** What waits for curators. */
  readonly queue: OverviewQueue
  /** The five open gaps that were asked for most. */
  readonly gaps: ReadonlyArray<OverviewGap>
  /** Libraries of the space. */
  readonly libraries: OverviewLibraries
}

/** Sums over a time. */
export type OverviewFigures = {
  /** Questions. */
  readonly asked: Scalars['Int']['output']
  /** Questions to which there was something to show. */
  readonly answered: Scalars['Int']['output']
  /** Attempts that were taken in. */
  readonly attempts: Scalars['Int']['output']
  /** Problems that were new. */
  readonly problems: Scalars['Int']['output']
  /** Field notes that were new. */
  readonly notes: Scalars['Int']['output']
  /** Insights that were written or proposed. */
  readonly insights: Scalars['Int']['output']
  /** Gaps that were new. */
  readonly gaps: Scalars['Int']['output']
}

/** Sums over a stretch of time. */
export type OverviewStretch = {
  /** When it begins. */
  readonly from: Scalars['String']['output']
  /** Questions. */
  readonly asked: Scalars['Int']['output']
  /** Questions to which there was something to show. */
  readonly answered: Scalars['Int']['output']
  /** Attempts that were taken in. */
  readonly attempts: Scalars['Int']['output']
  /** Attempts of these that passed. */
  readonly passed: Scalars['Int']['output']
  /** Attempts of these that failed. */
  readonly failed: Scalars['Int']['output']
  /** Attempts of these of which nobody knows how they ended. */
  readonly unknown: Scalars['Int']['output']
  /** Problems that were new. */
  readonly problems: Scalars['Int']['output']
  /** Field notes that were new. */
  readonly notes: Scalars['Int']['output']
  /** Insights that were written or proposed. */
  readonly insights: Scalars['Int']['output']
  /** Gaps that were new. */
  readonly gaps: Scalars['Int']['output']
}

/** A share of a count, with its 95 % interval by Wilson. */
export type Share = {
  /** Of how many. */
  readonly n: Scalars['Int']['output']
  /** How many. */
  readonly count: Scalars['Int']['output']
  /** Their share, 0 to 1; null of none. */
  readonly share?: Maybe<Scalars['Float']['output']>
  /** Lower end of the interval. */
  readonly low?: Maybe<Scalars['Float']['output']>
  /** Upper end of the interval. */
  readonly high?: Maybe<Scalars['Float']['output']>
}

/** What showing guidance does to how tasks end. */
export type GuidanceEffect = {
  /** Difference of the shares of success, -1 to 1; null while it is not measured: fewer than eight task sessions on one side. */
  readonly effect?: Maybe<Scalars['Float']['output']>
  /** Lower end of its 95 % interval. */
  readonly low?: Maybe<Scalars['Float']['output']>
  /** Upper end of its 95 % interval. */
  readonly high?: Maybe<Scalars['Float']['output']>
  /** Answers that showed an insight, once for each. */
  readonly shown: OutcomeCount
  /** Answers that went without one, once for each. */
  readonly withheld: OutcomeCount
  /** Task sessions on both sides. */
  readonly clusters: SessionCount
}

/** Attempts that came from one kind of recording. */
export type OverviewSource = {
  /** The form of the recording, which names its host where it is a host's own; `recorded` for what agents recorded themselves. */
  readonly source: Scalars['String']['output']
  /** Attempts. */
  readonly n: Scalars['Int']['output']
  /** Attempts of these that passed. */
  readonly passed: Scalars['Int']['output']
  /** Attempts of these that failed. */
  readonly failed: Scalars['Int']['output']
  /** Attempts of these of which nobody knows how they ended. */
  readonly unknown: Scalars['Int']['output']
}

/** When a source was last heard. */
export type HeardSource = {
  /** The form of the recording, as in `sources`. */
  readonly source: Scalars['String']['output']
  /** Attempts within 90 days. */
  readonly n: Scalars['Int']['output']
  /** When the last of them was taken in. */
  readonly lastAt: Scalars['String']['output']
}

/** What waits for curators. */
export type OverviewQueue = {
  /** Insights that passed their gates: a curator may approve them. */
  readonly ready: Scalars['Int']['output']
  /** Insights that wait for something else: a gate that they failed, or words. */
  readonly blocked: Scalars['Int']['output']
  /** When the one that waits longest came; null where none waits. */
  readonly oldestAt?: Maybe<Scalars['String']['output']>
}

/** A gap with how often it was asked for. */
export type OverviewGap = {
  /** Id of the gap. */
  readonly id: Scalars['ID']['output']
  /** What was asked for. */
  readonly text: Scalars['String']['output']
  /** Recommendations that found nothing, and feedbacks that named it. */
  readonly asks: Scalars['Int']['output']
  /** Different names among those who asked. */
  readonly askers: Scalars['Int']['output']
  /** When it was last asked for. */
  readonly lastAskedAt: Scalars['String']['output']
}

/** Libraries of a space. */
export type OverviewLibraries = {
  /** How many are held. */
  readonly held: Scalars['Int']['output']
  /** Of how many documentation was taken in within the time. */
  readonly taken: Scalars['Int']['output']
}

/** The version of a library that a project has locked. */
export type LockedVersion = {
  /** The library's name, as its registry knows it. */
  readonly name: Scalars['String']['input']
  /** The version, exactly. */
  readonly version: Scalars['String']['input']
}

/** What stands behind an answer. */
export type Why = {
  /** What was asked. */
  readonly question: Scalars['String']['output']
  /** Keys of the libraries that the question is bound to; empty when it is to none. */
  readonly libraries: ReadonlyArray<Scalars['String']['output']>
  /** A library that the question is said to be about and that is not held. */
  readonly foreign?: Maybe<Scalars['String']['output']>
  /** From which probability on an item is shown. */
  readonly threshold: Scalars['Float']['output']
  /** What was looked at, likeliest first. */
  readonly candidates: ReadonlyArray<WhyCandidate>
  /** Of the node asked for; null where none was. */
  readonly node?: Maybe<WhyNode>
}

/** Something that may have answered. */
export type WhyCandidate = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** Key of its library. */
  readonly library?: Maybe<Scalars['String']['output']>
  /** Place in the learned order, from 1. */
  readonly rank: Scalars['Int']['output']
  /** How it was reached from the question. */
  readonly reason: Scalars['String']['output']
  /** How likely it is of use, 0 to 1. */
  readonly probability: Scalars['Float']['output']
  /** Whether it is likely enough to be shown. */
  readonly shown: Scalars['Boolean']['output']
}

/** What became of one node. */
export type WhyNode = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** In a sentence: shown, not likely enough, not among what was looked at, in another library. */
  readonly fate: Scalars['String']['output']
  /** How likely it is of use; null where it was not looked at. */
  readonly probability?: Maybe<Scalars['Float']['output']>
  /** Its place in the learned order; null where it was not looked at. */
  readonly rank?: Maybe<Scalars['Int']['output']>
}

/** Where an item belongs. */
export type Section =
  /** Use this. */
  | 'use'
  /** What worked before. */
  | 'worked'
  /** Watch out. */
  | 'watch'

/** An answer, as it was given and recorded. */
export type Recommendation = {
  /** Under which it was recorded. */
  readonly id: Scalars['ID']['output']
  /** What was asked. */
  readonly question: Scalars['String']['output']
  /** In Cairn's own words: what stands first, by its name, or that nothing here fits. */
  readonly answer: Scalars['String']['output']
  /** False where nothing that is held fits; then there are no items. */
  readonly fits: Scalars['Boolean']['output']
  /** Pieces of advice, what decides the work first. */
  readonly items: ReadonlyArray<Item>
  /** What the items rest on. */
  readonly citations: ReadonlyArray<Citation>
  /** Keys of the libraries that the question is about; empty when it names none. */
  readonly libraries: ReadonlyArray<Scalars['String']['output']>
  /** What this answer went without or had to leave out. */
  readonly remarks: ReadonlyArray<Scalars['String']['output']>
  /** Milliseconds it took. */
  readonly ms: Scalars['Float']['output']
  /** The same as Markdown, as an agent reads it. */
  readonly markdown: Scalars['String']['output']
}

/** One piece of advice. */
export type Item = {
  /** What it is. */
  readonly kind: ItemKind
  /**
   * Where it belonged when answers had three sections.
   * @deprecated Items are one ordered list; ask for kind.
   */
  readonly section: Section
  /** What to use or to know, in a line. */
  readonly title: Scalars['String']['output']
  /** What is said about it. */
  readonly body: Scalars['String']['output']
  /** Code that stood in what is cited. */
  readonly code?: Maybe<Scalars['String']['output']>
  /** What stands behind it, in Cairn's own words; null for documentation. */
  readonly evidence?: Maybe<Scalars['String']['output']>
  /** The library it is from, with its version: `pandas 1.4.0`. */
  readonly version?: Maybe<Scalars['String']['output']>
  /** Why it is here, in a line. */
  readonly reason: Scalars['String']['output']
  /** The steps from the question to it. */
  readonly path: ReadonlyArray<PathStep>
  /** Numbers of its citations. */
  readonly citations: ReadonlyArray<Scalars['Int']['output']>
  /** How likely it is of use for this question, 0 to 1. */
  readonly score: Scalars['Float']['output']
}

/** What an item is. */
export type ItemKind =
  /** An attempt that got rid of this very error. */
  | 'cure'
  /** Guidance that people approved. */
  | 'insight'
  /** What agents learned about something that the task needs. */
  | 'note'
  /** A task like this one, solved. */
  | 'solved'
  /** This very task, failed, with its cause. */
  | 'failed'
  /** How something is called. */
  | 'api'
  /** An option, a property or a constant. */
  | 'option'
  /** A section of documentation. */
  | 'section'
  /** Something that its own documentation calls deprecated. */
  | 'deprecated'

/** A node on the way from the question to an item. */
export type PathStep = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** What it is. */
  readonly label: Scalars['String']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** How it was reached from the step before. */
  readonly by: Scalars['String']['output']
}

/** A stored span that the graph confirmed: the quotation stands in the node. */
export type Citation = {
  /** By which items name it. */
  readonly number: Scalars['Int']['output']
  /** Id of the cited node. */
  readonly id: Scalars['ID']['output']
  /** What the cited node is. */
  readonly label: Scalars['String']['output']
  /** Library and headings that lead to it. */
  readonly source: Scalars['String']['output']
  /** Where it is published, if that is known. */
  readonly url?: Maybe<Scalars['String']['output']>
  /** The words that stand there. */
  readonly quote: Scalars['String']['output']
  /** The cited node itself; null where it is gone. */
  readonly node?: Maybe<Node>
}

/** A node that fits a question. */
export type Found = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** What it is. */
  readonly label: Scalars['String']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** Key of the library that it belongs to. */
  readonly library?: Maybe<Scalars['String']['output']>
  /** The beginning of its text. */
  readonly snippet: Scalars['String']['output']
  /** Where it is published, if that is known. */
  readonly url?: Maybe<Scalars['String']['output']>
  /** 0 to 1, to be compared within one search only. */
  readonly score: Scalars['Float']['output']
  /** The node itself. */
  readonly node?: Maybe<Node>
  /** The steps from the question to it. */
  readonly path: ReadonlyArray<PathStep>
}

/** Which insights are asked for. */
export type ReviewFilter = {
  /** States among candidate, in-review, needs-work, approved, rejected, retired or superseded; left out, the first three. */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>
  /** Key of a library, pypi/pandas@1.4.0. */
  readonly library?: InputMaybe<Scalars['String']['input']>
  /** The sort of gap that they close. */
  readonly gap?: InputMaybe<Scalars['String']['input']>
  /** A flag that they carry, such as contradiction or api-changed. */
  readonly flag?: InputMaybe<Scalars['String']['input']>
  /** Words that stand in it, whatever their case. */
  readonly words?: InputMaybe<Scalars['String']['input']>
  /** Name of who has it in review. */
  readonly by?: InputMaybe<Scalars['String']['input']>
  /** Only those that can be approved as they stand, or only those that cannot. */
  readonly ready?: InputMaybe<Scalars['Boolean']['input']>
  /** What comes first. */
  readonly order?: ReviewOrder
}

/** What comes first in the queue. */
export type ReviewOrder =
  /** The oldest. */
  | 'age'
  /** What is most worth a decision: well witnessed, backed by documentation, about what attempts failed at, and helpful where it was shown. */
  | 'worth'

/** Who decides on which insight, having seen which version of it. */
export type DecisionInput = {
  /** Id of the insight. */
  readonly insight: Scalars['ID']['input']
  /** Its version as it was seen; if somebody decided since, this is a CONFLICT that says who and what. */
  readonly version: Scalars['Int']['input']
  /** In whose name, for an admin; others decide in their own. */
  readonly by?: InputMaybe<Scalars['String']['input']>
  /** Why; needed to reject, send back and retire. */
  readonly reason?: InputMaybe<Scalars['String']['input']>
}

/** An insight as it was seen. */
export type SeenInsightInput = {
  /** Id of the insight. */
  readonly insight: Scalars['ID']['input']
  /** Its version. */
  readonly version: Scalars['Int']['input']
}

/** The words of an insight. */
export type InsightWordsInput = {
  /** What it says, in one line. */
  readonly title: Scalars['String']['input']
  /** When it applies. */
  readonly applies: Scalars['String']['input']
  /** What to do. */
  readonly advice: Scalars['String']['input']
  /** What not to do. */
  readonly avoid?: Scalars['String']['input']
  /** Code that may be used as it stands. */
  readonly code?: InputMaybe<Scalars['String']['input']>
  /** Documentation that says so; left out, the quotations of what it is made of. */
  readonly backedBy?: InputMaybe<ReadonlyArray<BackingInput>>
}

/** Guidance distilled from experience, wherever it stands between proposed and withdrawn. */
export type Insight = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** Id of the space that it is kept in. */
  readonly space: Scalars['ID']['output']
  /** Goes up with each decision; to be sent along with the next. */
  readonly version: Scalars['Int']['output']
  /** Where it stands: candidate, in-review, needs-work, approved, rejected, retired or superseded. */
  readonly state: Scalars['String']['output']
  /** Whether agents are shown it; one in review may still be in force. */
  readonly inForce: Scalars['Boolean']['output']
  /** What it says, in one line. */
  readonly title: Scalars['String']['output']
  /** When it applies. */
  readonly applies: Scalars['String']['output']
  /** What to do. */
  readonly advice: Scalars['String']['output']
  /** What not to do. */
  readonly avoid: Scalars['String']['output']
  /** Code that stood in a passing attempt. */
  readonly code?: Maybe<Scalars['String']['output']>
  /** Id of its first revision. */
  readonly lineage: Scalars['ID']['output']
  /** Which revision it is. */
  readonly revision: Scalars['Int']['output']
  /** Key of the library that it is about. */
  readonly library?: Maybe<Scalars['String']['output']>
  /** Versions of that library that it holds for, as a semver range. */
  readonly versions?: Maybe<Scalars['String']['output']>
  /** The sort of gap that it closes. */
  readonly gap: Scalars['String']['output']
  /** rules, a chat model's id, or person: and who wrote it. */
  readonly writer: Scalars['String']['output']
  /** The gates it passed and failed. */
  readonly gates: ReadonlyArray<Gate>
  /** What was noticed about it. */
  readonly flags: ReadonlyArray<Scalars['String']['output']>
  /** Whether anything beneath it may hold instructions. */
  readonly tainted: Scalars['Boolean']['output']
  /** What has to be acknowledged with an approval. */
  readonly toAcknowledge: ReadonlyArray<Scalars['String']['output']>
  /** The same, each with what it says. */
  readonly marks: ReadonlyArray<Mark>
  /** What was acknowledged with its approval. */
  readonly acknowledged: ReadonlyArray<Scalars['String']['output']>
  /** Traces beneath it. */
  readonly support: Scalars['Int']['output']
  /** Different agents among them. */
  readonly agents: Scalars['Int']['output']
  /** Different problems among them. */
  readonly problems: Scalars['Int']['output']
  /** Who took it into review. */
  readonly claimedBy?: Maybe<Scalars['String']['output']>
  /** When; a claim lasts 30 minutes. */
  readonly claimedAt?: Maybe<Scalars['String']['output']>
  /** Id of the insight whose place it is to take. */
  readonly refines?: Maybe<Scalars['ID']['output']>
  /** When it was written. */
  readonly createdAt?: Maybe<Scalars['String']['output']>
  /** Why it cannot be approved as it stands, in words; null where nothing but a person is missing. */
  readonly blockedBy?: Maybe<Scalars['String']['output']>
  /** Names of what it is about, at most three. */
  readonly about: ReadonlyArray<Scalars['String']['output']>
  /** Words of documentation that back it and still stand there; null where there are none. */
  readonly quote?: Maybe<Scalars['String']['output']>
  /** Failed attempts with what it is about, counted up to 100. */
  readonly needs: Scalars['Int']['output']
  /** Answers in sight that cite it. */
  readonly uses: Scalars['Int']['output']
  /** When one last did, ISO 8601; null where none does. */
  readonly lastUsedAt?: Maybe<Scalars['String']['output']>
  /** Insights that say the reverse. */
  readonly contradictions: Scalars['Int']['output']
}

/** Something that a person has to have seen before an insight may be approved. */
export type Mark = {
  /** The name to acknowledge: a flag, such as tainted, contradiction, api-changed or self-judged, or a gate that was failed. */
  readonly name: Scalars['String']['output']
  /** What it says, in one sentence. */
  readonly says: Scalars['String']['output']
}

/** A gate and its reason. */
export type Gate = {
  /** backed, supported, generalises, effective, not-anti-pattern, clean, not-duplicate or not-contradiction. */
  readonly gate: Scalars['String']['output']
  /** Whether it was passed. */
  readonly passed: Scalars['Boolean']['output']
  /** Why, with the figures behind it. */
  readonly reason: Scalars['String']['output']
}

/** An insight with all that a decision on it needs. */
export type InsightInFull = {
  /** The insight itself. */
  readonly insight: Insight
  /** What it was drawn from, passing attempts first, at most 50. */
  readonly sources: ReadonlyArray<InsightSource>
  /** Documentation that says so. */
  readonly quotations: ReadonlyArray<Quotation>
  /** Insights close in meaning that are not withdrawn, the nearest first. */
  readonly similar: ReadonlyArray<SimilarInsight>
  /** What it supersedes, refines or contradicts, and what does so to it. */
  readonly related: ReadonlyArray<RelatedInsight>
  /** What was decided on it, the newest first. */
  readonly decisions: ReadonlyArray<ReviewDecision>
  /** How APIs that it rests on changed. */
  readonly changes: ReadonlyArray<ApiChange>
  /** What it brought, measured; null where nobody has measured yet. */
  readonly effect?: Maybe<InsightEffect>
}

/** Something that an insight was drawn from. */
export type InsightSource = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** Trace or Lesson. */
  readonly label: Scalars['String']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
  /** How an attempt ended; of a lesson its tag. */
  readonly outcome?: Maybe<Scalars['String']['output']>
  /** Who or what judged how an attempt ended, as its sender says: tests, benchmark, execution, reviewer, user or agent; null where nobody did. */
  readonly judgedBy?: Maybe<Scalars['String']['output']>
  /** How an attempt ended and on whose word, in Cairn's own words: `passed, as its agent says`, `failed, judged by tests`; null of a lesson. */
  readonly ended?: Maybe<Scalars['String']['output']>
  /** Who tried. */
  readonly agent?: Maybe<Scalars['String']['output']>
  /** Id of the problem that an attempt was at; null of a lesson. */
  readonly problem?: Maybe<Scalars['ID']['output']>
  /** Whether the insight was drawn from it; else it is an attempt at the same problem, to compare with. */
  readonly own: Scalars['Boolean']['output']
  /** The beginning of its code. */
  readonly code?: Maybe<Scalars['String']['output']>
  /** The beginning of its text. */
  readonly text: Scalars['String']['output']
  /** Whether it may hold instructions. */
  readonly tainted: Scalars['Boolean']['output']
}

/** Words of documentation with what stands around them. */
export type Quotation = {
  /** Id of the section. */
  readonly doc: Scalars['ID']['output']
  /** The section's title. */
  readonly title: Scalars['String']['output']
  /** Key of the library. */
  readonly library?: Maybe<Scalars['String']['output']>
  /** Where it is published. */
  readonly url?: Maybe<Scalars['String']['output']>
  /** The words. */
  readonly quote: Scalars['String']['output']
  /** Whether they still stand there. */
  readonly holds: Scalars['Boolean']['output']
  /** The text before them, up to 400 characters. */
  readonly before: Scalars['String']['output']
  /** The text after them, up to 400 characters. */
  readonly after: Scalars['String']['output']
}

/** An insight close in meaning. */
export type SimilarInsight = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** What it says, in one line. */
  readonly title: Scalars['String']['output']
  /** Where it stands: candidate, in-review, needs-work, approved, rejected, retired or superseded. */
  readonly state: Scalars['String']['output']
  /** 0 to 1. */
  readonly score: Scalars['Float']['output']
}

/** An insight that has to do with another. */
export type RelatedInsight = {
  /** supersedes, superseded-by, refines or contradicts. */
  readonly relation: Scalars['String']['output']
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** What it says, in one line. */
  readonly title: Scalars['String']['output']
  /** Where it stands: candidate, in-review, needs-work, approved, rejected, retired or superseded. */
  readonly state: Scalars['String']['output']
}

/** A decision as it was recorded. */
export type ReviewDecision = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** claim, release, approve, edit, merge, split, reject, needs-work, retire or undo; record where it was taken in as reviewed, age where an API changed beneath it, leave-force and enter-force where an epoch was rolled back to. */
  readonly kind: Scalars['String']['output']
  /** Who decided; cairn where it followed from something else. */
  readonly by: Scalars['String']['output']
  /** When. */
  readonly at: Scalars['String']['output']
  /** Why. */
  readonly reason: Scalars['String']['output']
  /** What it changed, on each insight. */
  readonly changes: ReadonlyArray<StandingChange>
}

/** How an insight stood before a decision and stands after it. */
export type StandingChange = {
  /** Id of the insight. */
  readonly insight: Scalars['ID']['output']
  /** Before; null where the decision made it. */
  readonly before?: Maybe<Standing>
  /** After. */
  readonly after: Standing
}

/** What decisions change of an insight. */
export type Standing = {
  /** Goes up with each decision. */
  readonly version: Scalars['Int']['output']
  /** Where it stands: candidate, in-review, needs-work, approved, rejected, retired or superseded. */
  readonly state: Scalars['String']['output']
  /** Whether agents are shown it. */
  readonly inForce: Scalars['Boolean']['output']
  /** Who took it into review. */
  readonly claimedBy?: Maybe<Scalars['String']['output']>
  /** What was noticed about it. */
  readonly flags: ReadonlyArray<Scalars['String']['output']>
  /** What was acknowledged with its approval. */
  readonly acknowledged: ReadonlyArray<Scalars['String']['output']>
  /** Whether anything beneath it may hold instructions. */
  readonly tainted: Scalars['Boolean']['output']
  /** Ids of those whose place it takes. */
  readonly supersedes: ReadonlyArray<Scalars['ID']['output']>
}

/** A stretch of time at whose end it was frozen which insights are in force. */
export type Epoch = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** Counts from 1. */
  readonly number: Scalars['Int']['output']
  /** open or closed. */
  readonly state: Scalars['String']['output']
  /** When it was opened. */
  readonly openedAt: Scalars['String']['output']
  /** When it was closed; null while it is open. */
  readonly closedAt?: Maybe<Scalars['String']['output']>
  /** What was said on closing it. */
  readonly note: Scalars['String']['output']
  /** Insights in force at its end; in the open one, now. */
  readonly inForce: Scalars['Int']['output']
}

/** What closing an epoch came to. */
export type ClosedEpoch = {
  /** Number of the epoch that was closed. */
  readonly closed: Scalars['Int']['output']
  /** Number of the one that is open now. */
  readonly opened: Scalars['Int']['output']
  /** Insights that were frozen as in force. */
  readonly inForce: Scalars['Int']['output']
}

/** What rolling back came to. */
export type RolledBackEpoch = {
  /** Number of the epoch that was rolled back to. */
  readonly to: Scalars['Int']['output']
  /** Number of the epoch that was closed before; rolling to it takes this back. */
  readonly closed: Scalars['Int']['output']
  /** Number of the one that is open now. */
  readonly opened: Scalars['Int']['output']
  /** Insights that left force. */
  readonly leftForce: ReadonlyArray<Scalars['ID']['output']>
  /** Insights that came back. */
  readonly cameBack: ReadonlyArray<Scalars['ID']['output']>
}

/** What changed from one epoch to another. */
export type EpochDifference = {
  /** Number of the epoch before. */
  readonly from: Scalars['Int']['output']
  /** Number of the epoch after. */
  readonly to: Scalars['Int']['output']
  /** In force only after. */
  readonly added: ReadonlyArray<InsightInForce>
  /** Other revisions of the same insight. */
  readonly changed: ReadonlyArray<ChangedInsight>
  /** In force only before. */
  readonly gone: ReadonlyArray<InsightInForce>
}

/** An insight as it was in force. */
export type InsightInForce = {
  /** Its id. */
  readonly id: Scalars['ID']['output']
  /** Id of its first revision. */
  readonly lineage: Scalars['ID']['output']
  /** Which revision it is. */
  readonly revision: Scalars['Int']['output']
  /** What it says, in one line. */
  readonly title: Scalars['String']['output']
  /** Key of the library that it is about. */
  readonly library?: Maybe<Scalars['String']['output']>
}

/** An insight that was revised. */
export type ChangedInsight = {
  /** The revision in force before. */
  readonly before: InsightInForce
  /** The revision in force after. */
  readonly after: InsightInForce
}

/** How the APIs of two neighbouring versions differ. */
export type VersionDifference = {
  /** Key of the earlier version. */
  readonly from: Scalars['String']['output']
  /** Key of the later version. */
  readonly to: Scalars['String']['output']
  /** How many were added. */
  readonly added: Scalars['Int']['output']
  /** How many went. */
  readonly removed: Scalars['Int']['output']
  /** How many are called otherwise. */
  readonly signature: Scalars['Int']['output']
  /** How many are newly deprecated. */
  readonly deprecated: Scalars['Int']['output']
  /** The differences, by name. */
  readonly changes: ReadonlyArray<ApiChange>
}

/** One difference between two versions. */
export type ApiChange = {
  /** Qualified name. */
  readonly api: Scalars['String']['output']
  /** added, removed, signature or deprecated. */
  readonly kind: Scalars['String']['output']
  /** The signature before; null where there was none. */
  readonly before?: Maybe<Scalars['String']['output']>
  /** The signature after, or what is said of the deprecation. */
  readonly after?: Maybe<Scalars['String']['output']>
  /** Key of the earlier version. */
  readonly from: Scalars['String']['output']
  /** Key of the later version. */
  readonly to: Scalars['String']['output']
}

/** What is amiss in the graph. */
export type Health = {
  /** Nodes without an edge that all of their kind should have, by which is missing. */
  readonly orphans: ReadonlyArray<HealthFinding>
  /** Nodes that should be found by meaning and have no vector, by label. */
  readonly missingVectors: ReadonlyArray<HealthFinding>
  /** Insights in force that no answer ever cited. */
  readonly neverUsedInsights: HealthFinding
  /** Insights in force that another in force contradicts. */
  readonly contradictedInsights: HealthFinding
  /** Insights that Cairn took out of force because answers did worse with them; they wait for a curator. */
  readonly suspendedInsights: HealthFinding
  /** Pairs of insights in force that say nearly the same. */
  readonly nearDuplicates: HealthFinding
  /** What was asked for and is not known yet. */
  readonly openGaps: HealthFinding
  /** Jobs that failed. */
  readonly failingJobs: HealthFinding
  /** Jobs that refused some of what they were to write. */
  readonly rejectedWrites: HealthFinding
  /** Imports that were done and took in nothing. */
  readonly emptyJobs: HealthFinding
  /** Insights in force that are measured to hurt: the whole interval of their effect lies below zero. */
  readonly hurtingInsights: HealthFinding
  /** Candidates that nobody can approve as they stand, where they are more than those that somebody can. */
  readonly blockedQueue: HealthFinding
  /** Libraries whose newest version held is older than what projects have locked from which was asked within 30 days; pinned ones are left out. */
  readonly staleLibraries: HealthFinding
  /** Connected hosts of agents on the machine of the server that have worked for a day while nothing came in, each with the command that helps; an admin sees them. */
  readonly silentHosts: HealthFinding
}

/** How many there are of something that should not be. */
export type HealthFinding = {
  /** Of what. */
  readonly what: Scalars['String']['output']
  /** How many. */
  readonly count: Scalars['Int']['output']
  /** The first of them, at most 20. */
  readonly examples: ReadonlyArray<HealthExample>
}

/** One of those found. */
export type HealthExample = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** What it is called. */
  readonly title: Scalars['String']['output']
}

/** What can be followed, as server-sent events at /graphql/stream. */
export type Subscription = {
  /** A job whenever it stands differently, until it has ended; all jobs in sight, without an end, when no id is given. */
  readonly jobChanged: Job
  /** Decisions and new candidates in the curators' queue, as they happen. */
  readonly queueChanged: QueueChange
}

/** What can be followed, as server-sent events at /graphql/stream. */
export type SubscriptionJobChangedArgs = {
  id?: InputMaybe<Scalars['ID']['input']>
}

/** What happened in the queue. */
export type QueueChange = {
  /** Id of the space. */
  readonly space: Scalars['ID']['output']
  /** Id of the insight. */
  readonly insight: Scalars['ID']['output']
  /** Where it stands now. */
  readonly state: Scalars['String']['output']
  /** Its version now. */
  readonly version: Scalars['Int']['output']
}

/** What came of a command that a runner ran. */
export type RunInput = {
  /** The command line, without secrets; at most 2,000 characters. */
  readonly command: Scalars['String']['input']
  /** 0 where it went well, as a shell tells it: 0 to 255. */
  readonly exitStatus: Scalars['Int']['input']
  /** The end of what it printed, without secrets; at most 20,000 characters. */
  readonly output?: InputMaybe<Scalars['String']['input']>
  /** Git remote or root of the project, or hashes of them: the latest attempt at any of them is what it tells of. */
  readonly projects?: ReadonlyArray<Scalars['String']['input']>
  /** Id of the attempt that it tells of, in place of a project. */
  readonly trace?: InputMaybe<Scalars['ID']['input']>
}

/** An attempt of which a run was seen. */
export type ObservedRun = {
  /** Its id. */
  readonly trace: Scalars['ID']['output']
  /** Its task, in one line. */
  readonly title: Scalars['String']['output']
  /** How it ended, as the run shows: passed or failed. */
  readonly outcome: Outcome
  /** What it was said to have come to before any run was seen. */
  readonly claimed: Outcome
}

/** One behaviour that agents learned of: it speaks for all notes that say the same. */
export type FieldNote = {
  /** Its id, for `node` and `reportNote`. */
  readonly id: Scalars['ID']['output']
  /** The note as one sentence or two. */
  readonly text: Scalars['String']['output']
  /** Names of what it is about. */
  readonly subjects: ReadonlyArray<Scalars['String']['output']>
  /** Code that shows it; null where there is none. */
  readonly shownBy?: Maybe<Scalars['String']['output']>
  /** How far it is trusted: confirmed, observed, imported or self-reported. */
  readonly trust: Scalars['String']['output']
  /** Independent task sessions in which it was seen. */
  readonly witnesses: Scalars['Int']['output']
  /** Different principals among them. */
  readonly principals: Scalars['Int']['output']
  /** How much it counts, above 0 up to 1. */
  readonly weight: Scalars['Float']['output']
  /** Whether another note says the opposite. */
  readonly disputed: Scalars['Boolean']['output']
}

/** What became of a field note that somebody says is wrong. */
export type NoteInDoubt = {
  /** Its id. */
  readonly note: Scalars['ID']['output']
  /** How much it counts now, 0 to 1; at 0 it is not shown. */
  readonly weight: Scalars['Float']['output']
  /** Insights that are flagged for it now. */
  readonly flagged: ReadonlyArray<Scalars['ID']['output']>
}

/** Traces on the machine where Cairn runs. */
export type ImportTracesInput = {
  /** Files and folders: .json, .jsonl, .ndjson and .traj, each also .gz. */
  readonly paths: ReadonlyArray<Scalars['String']['input']>
  /** cairn, attempts, openai-chat, claude-code, swe-agent, adp or atif; left out, each file's content tells. */
  readonly format?: InputMaybe<Scalars['String']['input']>
  /** Only say what would be done. */
  readonly dryRun?: Scalars['Boolean']['input']
  /** File of the problems that attempts name, JSON Lines with id, prompt, library and family. */
  readonly problems?: InputMaybe<Scalars['String']['input']>
  /** File that what was refused is written to, as it came, to be mended and sent again. */
  readonly rejectedFile?: InputMaybe<Scalars['String']['input']>
  /** Take the user's name out of home folders too. */
  readonly redactHomes?: Scalars['Boolean']['input']
  /** Take e-mail addresses out too. */
  readonly redactEmails?: Scalars['Boolean']['input']
}

/** How an attempt ended. */
export type Outcome =
  /** It did what was to be done. */
  | 'passed'
  /** It did not. */
  | 'failed'
  /** Nobody checked. */
  | 'unknown'

/** Who or what decided how an attempt ended, from the strongest evidence to the weakest. */
export type OutcomeJudge =
  /** Tests that were run. */
  | 'tests'
  /** A benchmark's own check. */
  | 'benchmark'
  /** Running it. */
  | 'execution'
  /** A person who reviewed it. */
  | 'reviewer'
  /** Whoever asked for it. */
  | 'user'
  /** Only the agent itself: a claim, which counts for little where others judged. */
  | 'agent'

/** One attempt at a task, in short. */
export type TraceInput = {
  /** Left out, it is made from the content. */
  readonly id?: InputMaybe<Scalars['String']['input']>
  /** What was to be done. */
  readonly task: Scalars['String']['input']
  /** One line that names the task. */
  readonly title?: InputMaybe<Scalars['String']['input']>
  /** Who tried. */
  readonly agent: Scalars['String']['input']
  /** How it ended. */
  readonly outcome: Outcome
  /** Who or what decided that; left out, only the agent itself did. */
  readonly judgedBy?: InputMaybe<OutcomeJudge>
  /** What shows it, such as the last line of the tests. */
  readonly evidence?: InputMaybe<Scalars['String']['input']>
  /** The code that was tried. */
  readonly code?: InputMaybe<Scalars['String']['input']>
  /** Error text or traceback that the attempt met. */
  readonly error?: InputMaybe<Scalars['String']['input']>
  /** What was tried and how it went. */
  readonly note?: InputMaybe<Scalars['String']['input']>
  /** Behaviours that were found out on the way, one each, side findings of experiments among them; at most 20. */
  readonly learned?: InputMaybe<ReadonlyArray<LearnedInput>>
  /** Qualified names of the APIs that were used, beside those that the code names. */
  readonly apis?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>
  /** Keys of the libraries it is about. */
  readonly libraries?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>
}

/** One behaviour that an agent found out, as a colleague would tell it. */
export type LearnedInput = {
  /** One or two APIs, options, tools or an error, such as Table.order; project for a convention of this project. */
  readonly about: ReadonlyArray<Scalars['String']['input']>
  /** Under which condition, such as: by the time column. */
  readonly when?: InputMaybe<Scalars['String']['input']>
  /** What happens, such as: sorts the table in place and returns None. */
  readonly happens: Scalars['String']['input']
  /** What to do instead or about it. */
  readonly instead?: InputMaybe<Scalars['String']['input']>
  /** The shortest code that shows it, at most 15 lines. */
  readonly shownBy?: InputMaybe<Scalars['String']['input']>
  /** What sort of behaviour it is. */
  readonly kind?: InputMaybe<NoteKind>
}

/** What sort of behaviour a field note tells of. */
export type NoteKind =
  /** Goes wrong without saying so. */
  | 'silent_trap'
  /** An error whose message leads astray. */
  | 'misleading_error'
  /** A default that the documentation does not tell. */
  | 'undocumented_default'
  /** Works where what one would try does not. */
  | 'works_instead'
  /** What is fast or slow. */
  | 'performance'
  /** Of the machine, its versions and tools. */
  | 'environment'
  /** A convention of one project. */
  | 'project_convention'

/** What became of an attempt that was sent. */
export type ReceiptStatus =
  /** It is in the graph, for good. */
  | 'accepted'
  /** It was there already. */
  | 'known'
  /** It was refused, and why is said. */
  | 'rejected'

/** What became of an attempt that was sent. */
export type TraceReceipt = {
  /** Whether it was taken in. */
  readonly status: ReceiptStatus
  /** Id of the attempt; null where it was rejected. */
  readonly trace?: Maybe<Scalars['ID']['output']>
  /** Id of the problem that it attempted; null where it was rejected. */
  readonly problem?: Maybe<Scalars['ID']['output']>
  /** The field at fault, such as steps[3].action.kind; null unless rejected. */
  readonly path?: Maybe<Scalars['String']['output']>
  /** What is wrong with it. */
  readonly reason?: Maybe<Scalars['String']['output']>
  /** What was expected there. */
  readonly expected?: Maybe<Scalars['String']['output']>
}

/** An error without what varies from run to run, and what resolved it. */
export type ResolvedError = {
  /** error: and a hash of the normal form. */
  readonly id: Scalars['ID']['output']
  /** Such as KeyError or TS2345. */
  readonly type: Scalars['String']['output']
  /** The message with all that varies replaced. */
  readonly normalForm: Scalars['String']['output']
  /** Whether it says too little to be told from other errors, such as a bare AssertionError. */
  readonly vague: Scalars['Boolean']['output']
  /** How near it is to the error asked about: 1 for the same, less for another of its type, which is shown where nothing resolved the same. */
  readonly nearness: Scalars['Float']['output']
  /** Attempts that raised it. */
  readonly raised: Scalars['Int']['output']
  /** Attempts that resolved it. */
  readonly resolved: Scalars['Int']['output']
  /** Different agents among them. */
  readonly agents: Scalars['Int']['output']
  /** Different problems among them. */
  readonly problems: Scalars['Int']['output']
  /** Attempts that resolved it, those that passed first. */
  readonly attempts: ReadonlyArray<ResolvingAttempt>
  /** APIs that they used, the most frequent first. */
  readonly apis: ReadonlyArray<UsedApi>
}

/** An attempt that resolved an error. */
export type ResolvingAttempt = {
  /** Its id, for `node`. */
  readonly trace: Scalars['ID']['output']
  /** Id of the problem that it attempted. */
  readonly problem: Scalars['ID']['output']
  /** What the problem is called. */
  readonly title: Scalars['String']['output']
  /** Who tried. */
  readonly agent: Scalars['String']['output']
  /** How it ended: passed, failed or unknown. */
  readonly outcome: Scalars['String']['output']
  /** How it ended and on whose word, in Cairn's own words: `passed, as its agent says`, `passed, judged by tests`. */
  readonly ended: Scalars['String']['output']
  /** Whether it raised the error itself before; otherwise another attempt at the problem did. */
  readonly own: Scalars['Boolean']['output']
  /** The beginning of its code. */
  readonly code: Scalars['String']['output']
  /** APIs that it used, surest first. */
  readonly apis: ReadonlyArray<UsedApi>
}

/** A documented API that attempts used. */
export type UsedApi = {
  /** Its id, for `node`. */
  readonly id: Scalars['ID']['output']
  /** Its qualified name. */
  readonly name: Scalars['String']['output']
  /** In how many of the attempts. */
  readonly times: Scalars['Int']['output']
}

/** How others went on. */
export type NextStep = {
  /** From states like this one: what to do, and where it led. */
  readonly instructions: ReadonlyArray<StepMemory>
  /** For instructions like this one: the states that they led to. */
  readonly states: ReadonlyArray<StepMemory>
}

/** A step that somebody took, or that is worth taking at once where others took several. */
export type StepMemory = {
  /** shortcut, or step where no shortcut leads on. */
  readonly kind: Scalars['String']['output']
  /** State that it starts from. */
  readonly from: Scalars['ID']['output']
  /** What to do. */
  readonly instruction: Scalars['String']['output']
  /** State that it leads to. */
  readonly to: Scalars['ID']['output']
  /** The code of that state, up to 8,000 characters. */
  readonly text: Scalars['String']['output']
  /** How much more the target is worth than the start, 0 to 1; of a step what its target is worth. */
  readonly gain: Scalars['Float']['output']
  /** How near the key is to what was asked, 0 to 1. */
  readonly similarity: Scalars['Float']['output']
  /** Trace that it comes from. */
  readonly trace: Scalars['ID']['output']
}

/** What attempts teach, in a sentence or two. */
export type Lesson = {
  /** lesson: and a hash. */
  readonly id: Scalars['ID']['output']
  /** What they teach. */
  readonly text: Scalars['String']['output']
  /** CORRECT, INCORRECT, NOT_COMPILABLE or UNJUDGED: how the attempts behind it ended. */
  readonly tag: Scalars['String']['output']
  /** How well the best of them did: its speed-up or its tests passed where measured, else 1 for passed and 0. */
  readonly effect: Scalars['Float']['output']
  /** Nearness of the lesson to the task, -1 to 1. */
  readonly relevance: Scalars['Float']['output']
  /** 0.9 to 1.1: whether those that had it did better. */
  readonly factor: Scalars['Float']['output']
  /** Problem that it was learnt at. */
  readonly problem: Scalars['ID']['output']
  /** Attempts that show it. */
  readonly attempts: Scalars['Int']['output']
  /** Different agents among them. */
  readonly agents: Scalars['Int']['output']
  /** What happens, without what it is about. */
  readonly happens: Scalars['String']['output']
  /** Under which condition; null where none was said. */
  readonly when?: Maybe<Scalars['String']['output']>
  /** What to do instead; null where none was said. */
  readonly instead?: Maybe<Scalars['String']['output']>
  /** The shortest code that shows it; null where none was given. */
  readonly shownBy?: Maybe<Scalars['String']['output']>
  /** What it is about, as it is shown. */
  readonly about: ReadonlyArray<Scalars['String']['output']>
  /** said by the agent, written in what it wrote, difference between attempts, or model. */
  readonly source: Scalars['String']['output']
  /** confirmed, observed, imported or self-reported: how far Cairn trusts what stands behind it. */
  readonly trust: Scalars['String']['output']
  /** Independent task sessions in which it was seen. */
  readonly witnesses: Scalars['Int']['output']
  /** Whether another note says the opposite. */
  readonly disputed: Scalars['Boolean']['output']
}

export type ResolverTypeWrapper<T> = Promise<T> | T

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>
}
export type Resolver<
  TResult,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> =
  | ResolverFn<TResult, TParent, TContext, TArgs>
  | ResolverWithResolve<TResult, TParent, TContext, TArgs>

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

export interface SubscriptionSubscriberObject<
  TResult,
  TKey extends string,
  TParent,
  TContext,
  TArgs
> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>

export type SubscriptionResolver<
  TResult,
  TKey extends string,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>

export type TypeResolveFn<
  TTypes,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>
> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>

export type IsTypeOfResolverFn<
  T = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>
> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>

export type NextResolverFn<T> = () => Promise<T>

export type DirectiveResolverFn<
  TResult = Record<PropertyKey, never>,
  TParent = Record<PropertyKey, never>,
  TContext = Record<PropertyKey, never>,
  TArgs = Record<PropertyKey, never>
> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>
  Int: ResolverTypeWrapper<Scalars['Int']['output']>
  String: ResolverTypeWrapper<Scalars['String']['output']>
  ID: ResolverTypeWrapper<Scalars['ID']['output']>
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>
  Float: ResolverTypeWrapper<Scalars['Float']['output']>
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>
  Me: ResolverTypeWrapper<Me>
  Space: ResolverTypeWrapper<Space>
  Member: ResolverTypeWrapper<Member>
  Principal: ResolverTypeWrapper<Principal>
  Membership: ResolverTypeWrapper<Membership>
  Key: ResolverTypeWrapper<Key>
  PrincipalInput: PrincipalInput
  NewPrincipal: ResolverTypeWrapper<NewPrincipal>
  NewKey: ResolverTypeWrapper<NewKey>
  SpaceInput: SpaceInput
  LoginLink: ResolverTypeWrapper<LoginLink>
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>
  Status: ResolverTypeWrapper<About>
  Count: ResolverTypeWrapper<Count>
  PageInfo: ResolverTypeWrapper<PageInfo>
  JobConnection: ResolverTypeWrapper<
    Omit<JobConnection, 'edges' | 'nodes'> & {
      edges: ReadonlyArray<ResolversTypes['JobEdge']>
      nodes: ReadonlyArray<ResolversTypes['Job']>
    }
  >
  JobEdge: ResolverTypeWrapper<Omit<JobEdge, 'node'> & { node: ResolversTypes['Job'] }>
  GapConnection: ResolverTypeWrapper<GapConnection>
  GapEdge: ResolverTypeWrapper<GapEdge>
  InsightConnection: ResolverTypeWrapper<
    Omit<InsightConnection, 'edges' | 'nodes'> & {
      edges: ReadonlyArray<ResolversTypes['InsightEdge']>
      nodes: ReadonlyArray<ResolversTypes['Insight']>
    }
  >
  InsightEdge: ResolverTypeWrapper<Omit<InsightEdge, 'node'> & { node: ResolversTypes['Insight'] }>
  TraceConnection: ResolverTypeWrapper<TraceConnection>
  TraceEdge: ResolverTypeWrapper<TraceEdge>
  TraceBrief: ResolverTypeWrapper<TraceBrief>
  RecommendationConnection: ResolverTypeWrapper<RecommendationConnection>
  RecommendationEdge: ResolverTypeWrapper<RecommendationEdge>
  RecommendationBrief: ResolverTypeWrapper<RecommendationBrief>
  CurationInput: CurationInput
  CurationReport: ResolverTypeWrapper<CurationReport>
  LearnedRanking: ResolverTypeWrapper<LearnedRanking>
  WeightChange: ResolverTypeWrapper<WeightChange>
  Deletion: ResolverTypeWrapper<Deletion>
  Expansion: ResolverTypeWrapper<Expansion>
  GraphPath: ResolverTypeWrapper<GraphPath>
  HistoryEntry: ResolverTypeWrapper<HistoryEntry>
  SpaceMap: ResolverTypeWrapper<SpaceMap>
  MapNode: ResolverTypeWrapper<MapNode>
  MapEdge: ResolverTypeWrapper<MapEdge>
  ReviewedInsightInput: ReviewedInsightInput
  BackingInput: BackingInput
  IngestInput: IngestInput
  Job: ResolverTypeWrapper<CairnJob>
  FeedbackSender: FeedbackSender
  Helpfulness: Helpfulness
  AdviceBand: AdviceBand
  FeedbackInput: FeedbackInput
  TestCountsInput: TestCountsInput
  FeedbackReceipt: ResolverTypeWrapper<FeedbackReceipt>
  FeedbackStatus: FeedbackStatus
  Credit: ResolverTypeWrapper<Credit>
  Feedback: ResolverTypeWrapper<Feedback>
  TestCounts: ResolverTypeWrapper<TestCounts>
  ClosedGapState: ClosedGapState
  GapState: GapState
  Gap: ResolverTypeWrapper<Gap>
  GapInFull: ResolverTypeWrapper<GapInFull>
  GapAsker: ResolverTypeWrapper<GapAsker>
  SuggestedSource: ResolverTypeWrapper<SuggestedSource>
  InsightEffect: ResolverTypeWrapper<InsightEffect>
  SessionCount: ResolverTypeWrapper<SessionCount>
  OutcomeCount: ResolverTypeWrapper<OutcomeCount>
  Library: ResolverTypeWrapper<LibraryCount>
  LibrarySource: ResolverTypeWrapper<LibrarySource>
  LibraryRemoval: ResolverTypeWrapper<LibraryRemoval>
  OldVersion: ResolverTypeWrapper<OldVersion>
  SourcePreview: ResolverTypeWrapper<SourcePreview>
  FolderListing: ResolverTypeWrapper<FolderListing>
  PickedFolder: ResolverTypeWrapper<PickedFolder>
  Node: ResolverTypeWrapper<OpenedNode>
  EdgeCount: ResolverTypeWrapper<EdgeCount>
  Neighborhood: ResolverTypeWrapper<Neighborhood>
  NodeBrief: ResolverTypeWrapper<NodeBrief>
  Edge: ResolverTypeWrapper<Edge>
  OverviewRange: OverviewRange
  Overview: ResolverTypeWrapper<Overview>
  OverviewFigures: ResolverTypeWrapper<OverviewFigures>
  OverviewStretch: ResolverTypeWrapper<OverviewStretch>
  Share: ResolverTypeWrapper<Share>
  GuidanceEffect: ResolverTypeWrapper<GuidanceEffect>
  OverviewSource: ResolverTypeWrapper<OverviewSource>
  HeardSource: ResolverTypeWrapper<HeardSource>
  OverviewQueue: ResolverTypeWrapper<OverviewQueue>
  OverviewGap: ResolverTypeWrapper<OverviewGap>
  OverviewLibraries: ResolverTypeWrapper<OverviewLibraries>
  LockedVersion: LockedVersion
  Why: ResolverTypeWrapper<Why>
  WhyCandidate: ResolverTypeWrapper<WhyCandidate>
  WhyNode: ResolverTypeWrapper<WhyNode>
  Section: Section
  Recommendation: ResolverTypeWrapper<DomainRecommendation>
  Item: ResolverTypeWrapper<Item>
  ItemKind: ItemKind
  PathStep: ResolverTypeWrapper<PathStep>
  Citation: ResolverTypeWrapper<DomainCitation>
  Found: ResolverTypeWrapper<CairnFound>
  ReviewFilter: ReviewFilter
  ReviewOrder: ReviewOrder
  DecisionInput: DecisionInput
  SeenInsightInput: SeenInsightInput
  InsightWordsInput: InsightWordsInput
  Insight: ResolverTypeWrapper<InsightBrief>
  Mark: ResolverTypeWrapper<Mark>
  Gate: ResolverTypeWrapper<Gate>
  InsightInFull: ResolverTypeWrapper<
    Omit<InsightInFull, 'insight'> & { insight: ResolversTypes['Insight'] }
  >
  InsightSource: ResolverTypeWrapper<InsightSource>
  Quotation: ResolverTypeWrapper<Quotation>
  SimilarInsight: ResolverTypeWrapper<SimilarInsight>
  RelatedInsight: ResolverTypeWrapper<RelatedInsight>
  ReviewDecision: ResolverTypeWrapper<ReviewDecision>
  StandingChange: ResolverTypeWrapper<StandingChange>
  Standing: ResolverTypeWrapper<Standing>
  Epoch: ResolverTypeWrapper<Epoch>
  ClosedEpoch: ResolverTypeWrapper<ClosedEpoch>
  RolledBackEpoch: ResolverTypeWrapper<RolledBackEpoch>
  EpochDifference: ResolverTypeWrapper<EpochDifference>
  InsightInForce: ResolverTypeWrapper<InsightInForce>
  ChangedInsight: ResolverTypeWrapper<ChangedInsight>
  VersionDifference: ResolverTypeWrapper<VersionDifference>
  ApiChange: ResolverTypeWrapper<ApiChange>
  Health: ResolverTypeWrapper<Health>
  HealthFinding: ResolverTypeWrapper<HealthFinding>
  HealthExample: ResolverTypeWrapper<HealthExample>
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>
  QueueChange: ResolverTypeWrapper<QueueChange>
  RunInput: RunInput
  ObservedRun: ResolverTypeWrapper<ObservedRun>
  FieldNote: ResolverTypeWrapper<FieldNote>
  NoteInDoubt: ResolverTypeWrapper<NoteInDoubt>
  ImportTracesInput: ImportTracesInput
  Outcome: Outcome
  OutcomeJudge: OutcomeJudge
  TraceInput: TraceInput
  LearnedInput: LearnedInput
  NoteKind: NoteKind
  ReceiptStatus: ReceiptStatus
  TraceReceipt: ResolverTypeWrapper<TraceReceipt>
  ResolvedError: ResolverTypeWrapper<ResolvedError>
  ResolvingAttempt: ResolverTypeWrapper<ResolvingAttempt>
  UsedApi: ResolverTypeWrapper<UsedApi>
  NextStep: ResolverTypeWrapper<NextStep>
  StepMemory: ResolverTypeWrapper<StepMemory>
  Lesson: ResolverTypeWrapper<Lesson>
}

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>
  Int: Scalars['Int']['output']
  String: Scalars['String']['output']
  ID: Scalars['ID']['output']
  Boolean: Scalars['Boolean']['output']
  Float: Scalars['Float']['output']
  Mutation: Record<PropertyKey, never>
  Me: Me
  Space: Space
  Member: Member
  Principal: Principal
  Membership: Membership
  Key: Key
  PrincipalInput: PrincipalInput
  NewPrincipal: NewPrincipal
  NewKey: NewKey
  SpaceInput: SpaceInput
  LoginLink: LoginLink
  JSON: Scalars['JSON']['output']
  Status: About
  Count: Count
  PageInfo: PageInfo
  JobConnection: Omit<JobConnection, 'edges' | 'nodes'> & {
    edges: ReadonlyArray<ResolversParentTypes['JobEdge']>
    nodes: ReadonlyArray<ResolversParentTypes['Job']>
  }
  JobEdge: Omit<JobEdge, 'node'> & { node: ResolversParentTypes['Job'] }
  GapConnection: GapConnection
  GapEdge: GapEdge
  InsightConnection: Omit<InsightConnection, 'edges' | 'nodes'> & {
    edges: ReadonlyArray<ResolversParentTypes['InsightEdge']>
    nodes: ReadonlyArray<ResolversParentTypes['Insight']>
  }
  InsightEdge: Omit<InsightEdge, 'node'> & { node: ResolversParentTypes['Insight'] }
  TraceConnection: TraceConnection
  TraceEdge: TraceEdge
  TraceBrief: TraceBrief
  RecommendationConnection: RecommendationConnection
  RecommendationEdge: RecommendationEdge
  RecommendationBrief: RecommendationBrief
  CurationInput: CurationInput
  CurationReport: CurationReport
  LearnedRanking: LearnedRanking
  WeightChange: WeightChange
  Deletion: Deletion
  Expansion: Expansion
  GraphPath: GraphPath
  HistoryEntry: HistoryEntry
  SpaceMap: SpaceMap
  MapNode: MapNode
  MapEdge: MapEdge
  ReviewedInsightInput: ReviewedInsightInput
  BackingInput: BackingInput
  IngestInput: IngestInput
  Job: CairnJob
  FeedbackInput: FeedbackInput
  TestCountsInput: TestCountsInput
  FeedbackReceipt: FeedbackReceipt
  Credit: Credit
  Feedback: Feedback
  TestCounts: TestCounts
  Gap: Gap
  GapInFull: GapInFull
  GapAsker: GapAsker
  SuggestedSource: SuggestedSource
  InsightEffect: InsightEffect
  SessionCount: SessionCount
  OutcomeCount: OutcomeCount
  Library: LibraryCount
  LibrarySource: LibrarySource
  LibraryRemoval: LibraryRemoval
  OldVersion: OldVersion
  SourcePreview: SourcePreview
  FolderListing: FolderListing
  PickedFolder: PickedFolder
  Node: OpenedNode
  EdgeCount: EdgeCount
  Neighborhood: Neighborhood
  NodeBrief: NodeBrief
  Edge: Edge
  Overview: Overview
  OverviewFigures: OverviewFigures
  OverviewStretch: OverviewStretch
  Share: Share
  GuidanceEffect: GuidanceEffect
  OverviewSource: OverviewSource
  HeardSource: HeardSource
  OverviewQueue: OverviewQueue
  OverviewGap: OverviewGap
  OverviewLibraries: OverviewLibraries
  LockedVersion: LockedVersion
  Why: Why
  WhyCandidate: WhyCandidate
  WhyNode: WhyNode
  Recommendation: DomainRecommendation
  Item: Item
  PathStep: PathStep
  Citation: DomainCitation
  Found: CairnFound
  ReviewFilter: ReviewFilter
  DecisionInput: DecisionInput
  SeenInsightInput: SeenInsightInput
  InsightWordsInput: InsightWordsInput
  Insight: InsightBrief
  Mark: Mark
  Gate: Gate
  InsightInFull: Omit<InsightInFull, 'insight'> & { insight: ResolversParentTypes['Insight'] }
  InsightSource: InsightSource
  Quotation: Quotation
  SimilarInsight: SimilarInsight
  RelatedInsight: RelatedInsight
  ReviewDecision: ReviewDecision
  StandingChange: StandingChange
  Standing: Standing
  Epoch: Epoch
  ClosedEpoch: ClosedEpoch
  RolledBackEpoch: RolledBackEpoch
  EpochDifference: EpochDifference
  InsightInForce: InsightInForce
  ChangedInsight: ChangedInsight
  VersionDifference: VersionDifference
  ApiChange: ApiChange
  Health: Health
  HealthFinding: HealthFinding
  HealthExample: HealthExample
  Subscription: Record<PropertyKey, never>
  QueueChange: QueueChange
  RunInput: RunInput
  ObservedRun: ObservedRun
  FieldNote: FieldNote
  NoteInDoubt: NoteInDoubt
  ImportTracesInput: ImportTracesInput
  TraceInput: TraceInput
  LearnedInput: LearnedInput
  TraceReceipt: TraceReceipt
  ResolvedError: ResolvedError
  ResolvingAttempt: ResolvingAttempt
  UsedApi: UsedApi
  NextStep: NextStep
  StepMemory: StepMemory
  Lesson: Lesson
}

export type QueryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']
> = {
  me?: Resolver<ResolversTypes['Me'], ParentType, ContextType>
  spaces?: Resolver<ReadonlyArray<ResolversTypes['Space']>, ParentType, ContextType>
  principals?: Resolver<ReadonlyArray<ResolversTypes['Principal']>, ParentType, ContextType>
  status?: Resolver<ResolversTypes['Status'], ParentType, ContextType>
  traces?: Resolver<
    ResolversTypes['TraceConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryTracesArgs, 'first'>
  >
  recommendations?: Resolver<
    ResolversTypes['RecommendationConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryRecommendationsArgs, 'first'>
  >
  curationReports?: Resolver<
    ReadonlyArray<ResolversTypes['CurationReport']>,
    ParentType,
    ContextType,
    RequireFields<QueryCurationReportsArgs, 'limit'>
  >
  ranking?: Resolver<Maybe<ResolversTypes['LearnedRanking']>, ParentType, ContextType>
  expand?: Resolver<
    ResolversTypes['Expansion'],
    ParentType,
    ContextType,
    RequireFields<QueryExpandArgs, 'id' | 'type' | 'out' | 'first' | 'drawn'>
  >
  concerning?: Resolver<
    ResolversTypes['Neighborhood'],
    ParentType,
    ContextType,
    RequireFields<QueryConcerningArgs, 'id' | 'kind'>
  >
  paths?: Resolver<
    ReadonlyArray<ResolversTypes['GraphPath']>,
    ParentType,
    ContextType,
    RequireFields<QueryPathsArgs, 'from' | 'to' | 'most' | 'longest'>
  >
  subgraph?: Resolver<
    ResolversTypes['Neighborhood'],
    ParentType,
    ContextType,
    RequireFields<QuerySubgraphArgs, 'ids'>
  >
  spaceMap?: Resolver<ResolversTypes['SpaceMap'], ParentType, ContextType>
  history?: Resolver<
    ReadonlyArray<ResolversTypes['HistoryEntry']>,
    ParentType,
    ContextType,
    RequireFields<QueryHistoryArgs, 'id'>
  >
  job?: Resolver<ResolversTypes['Job'], ParentType, ContextType, RequireFields<QueryJobArgs, 'id'>>
  jobs?: Resolver<
    ResolversTypes['JobConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryJobsArgs, 'first'>
  >
  feedback?: Resolver<
    ReadonlyArray<ResolversTypes['Feedback']>,
    ParentType,
    ContextType,
    RequireFields<QueryFeedbackArgs, 'recommendation'>
  >
  gaps?: Resolver<
    ResolversTypes['GapConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryGapsArgs, 'first'>
  >
  gap?: Resolver<
    ResolversTypes['GapInFull'],
    ParentType,
    ContextType,
    RequireFields<QueryGapArgs, 'id'>
  >
  insightEffects?: Resolver<
    ReadonlyArray<ResolversTypes['InsightEffect']>,
    ParentType,
    ContextType,
    RequireFields<QueryInsightEffectsArgs, 'limit'>
  >
  sourcePreview?: Resolver<
    ResolversTypes['SourcePreview'],
    ParentType,
    ContextType,
    RequireFields<QuerySourcePreviewArgs, 'source'>
  >
  folders?: Resolver<
    ResolversTypes['FolderListing'],
    ParentType,
    ContextType,
    Partial<QueryFoldersArgs>
  >
  libraryRemoval?: Resolver<
    ResolversTypes['LibraryRemoval'],
    ParentType,
    ContextType,
    RequireFields<QueryLibraryRemovalArgs, 'library'>
  >
  oldVersions?: Resolver<
    ReadonlyArray<ResolversTypes['OldVersion']>,
    ParentType,
    ContextType,
    RequireFields<QueryOldVersionsArgs, 'keep'>
  >
  node?: Resolver<
    ResolversTypes['Node'],
    ParentType,
    ContextType,
    RequireFields<QueryNodeArgs, 'id'>
  >
  neighborhood?: Resolver<
    ResolversTypes['Neighborhood'],
    ParentType,
    ContextType,
    RequireFields<
      QueryNeighborhoodArgs,
      'id' | 'types' | 'depth' | 'nodes' | 'edges' | 'labels' | 'libraries'
    >
  >
  libraries?: Resolver<ReadonlyArray<ResolversTypes['Library']>, ParentType, ContextType>
  overview?: Resolver<
    ResolversTypes['Overview'],
    ParentType,
    ContextType,
    RequireFields<QueryOverviewArgs, 'range'>
  >
  recommend?: Resolver<
    ResolversTypes['Recommendation'],
    ParentType,
    ContextType,
    RequireFields<QueryRecommendArgs, 'question' | 'libraries' | 'tokens' | 'versions' | 'unasked'>
  >
  search?: Resolver<
    ReadonlyArray<ResolversTypes['Found']>,
    ParentType,
    ContextType,
    RequireFields<QuerySearchArgs, 'question' | 'libraries' | 'limit'>
  >
  why?: Resolver<
    ResolversTypes['Why'],
    ParentType,
    ContextType,
    RequireFields<QueryWhyArgs, 'question' | 'libraries'>
  >
  reviewQueue?: Resolver<
    ResolversTypes['InsightConnection'],
    ParentType,
    ContextType,
    RequireFields<QueryReviewQueueArgs, 'filter' | 'first'>
  >
  insight?: Resolver<
    ResolversTypes['InsightInFull'],
    ParentType,
    ContextType,
    RequireFields<QueryInsightArgs, 'id'>
  >
  epochs?: Resolver<ReadonlyArray<ResolversTypes['Epoch']>, ParentType, ContextType>
  compareEpochs?: Resolver<
    ResolversTypes['EpochDifference'],
    ParentType,
    ContextType,
    RequireFields<QueryCompareEpochsArgs, 'from' | 'to'>
  >
  apiChanges?: Resolver<
    ReadonlyArray<ResolversTypes['VersionDifference']>,
    ParentType,
    ContextType,
    RequireFields<QueryApiChangesArgs, 'library' | 'added' | 'limit'>
  >
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>
  resolveError?: Resolver<
    ReadonlyArray<ResolversTypes['ResolvedError']>,
    ParentType,
    ContextType,
    RequireFields<QueryResolveErrorArgs, 'text' | 'limit'>
  >
  nextStep?: Resolver<
    ResolversTypes['NextStep'],
    ParentType,
    ContextType,
    RequireFields<QueryNextStepArgs, 'limit'>
  >
  fieldNotes?: Resolver<
    ReadonlyArray<ResolversTypes['FieldNote']>,
    ParentType,
    ContextType,
    RequireFields<QueryFieldNotesArgs, 'of' | 'limit'>
  >
  lessons?: Resolver<
    ReadonlyArray<ResolversTypes['Lesson']>,
    ParentType,
    ContextType,
    RequireFields<QueryLessonsArgs, 'limit'>
  >
}

export type MutationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']
> = {
  makePrincipal?: Resolver<
    ResolversTypes['NewPrincipal'],
    ParentType,
    ContextType,
    RequireFields<MutationMakePrincipalArgs, 'input'>
  >
  makeKey?: Resolver<
    ResolversTypes['NewKey'],
    ParentType,
    ContextType,
    RequireFields<MutationMakeKeyArgs, 'principal'>
  >
  revokeKey?: Resolver<
    ResolversTypes['Principal'],
    ParentType,
    ContextType,
    RequireFields<MutationRevokeKeyArgs, 'id'>
  >
  disablePrincipal?: Resolver<
    ResolversTypes['Principal'],
    ParentType,
    ContextType,
    RequireFields<MutationDisablePrincipalArgs, 'id'>
  >
  enablePrincipal?: Resolver<
    ResolversTypes['Principal'],
    ParentType,
    ContextType,
    RequireFields<MutationEnablePrincipalArgs, 'id'>
  >
  makeAgentKey?: Resolver<
    ResolversTypes['NewPrincipal'],
    ParentType,
    ContextType,
    RequireFields<MutationMakeAgentKeyArgs, 'name' | 'spaces' | 'private'>
  >
  makeSpace?: Resolver<
    ResolversTypes['Space'],
    ParentType,
    ContextType,
    RequireFields<MutationMakeSpaceArgs, 'input'>
  >
  addMember?: Resolver<
    ResolversTypes['Space'],
    ParentType,
    ContextType,
    RequireFields<MutationAddMemberArgs, 'space' | 'principal' | 'can'>
  >
  removeMember?: Resolver<
    ResolversTypes['Space'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveMemberArgs, 'space' | 'principal'>
  >
  makeLoginLink?: Resolver<ResolversTypes['LoginLink'], ParentType, ContextType>
  cancelJob?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationCancelJobArgs, 'id'>
  >
  runCuration?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationRunCurationArgs, 'input'>
  >
  learnRanking?: Resolver<ResolversTypes['Job'], ParentType, ContextType>
  forgetRanking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  deleteContribution?: Resolver<
    ResolversTypes['Deletion'],
    ParentType,
    ContextType,
    RequireFields<MutationDeleteContributionArgs, 'id' | 'dryRun'>
  >
  recordInsight?: Resolver<
    ResolversTypes['ID'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordInsightArgs, 'insight'>
  >
  retryJob?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationRetryJobArgs, 'id'>
  >
  ingest?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationIngestArgs, 'input'>
  >
  sendFeedback?: Resolver<
    ResolversTypes['FeedbackReceipt'],
    ParentType,
    ContextType,
    RequireFields<MutationSendFeedbackArgs, 'input'>
  >
  closeGap?: Resolver<
    ResolversTypes['Gap'],
    ParentType,
    ContextType,
    RequireFields<MutationCloseGapArgs, 'id' | 'state'>
  >
  takeGap?: Resolver<
    ResolversTypes['GapInFull'],
    ParentType,
    ContextType,
    RequireFields<MutationTakeGapArgs, 'id' | 'take'>
  >
  setWithholding?: Resolver<
    ResolversTypes['Boolean'],
    ParentType,
    ContextType,
    RequireFields<MutationSetWithholdingArgs, 'on'>
  >
  pinLibrary?: Resolver<
    ResolversTypes['Library'],
    ParentType,
    ContextType,
    RequireFields<MutationPinLibraryArgs, 'library' | 'pinned'>
  >
  removeLibrary?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationRemoveLibraryArgs, 'library'>
  >
  pruneLibraries?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationPruneLibrariesArgs, 'keep'>
  >
  recommend?: Resolver<
    ResolversTypes['Recommendation'],
    ParentType,
    ContextType,
    RequireFields<
      MutationRecommendArgs,
      'question' | 'libraries' | 'tokens' | 'versions' | 'unasked'
    >
  >
  claimInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationClaimInsightArgs, 'decision'>
  >
  releaseInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationReleaseInsightArgs, 'decision'>
  >
  approveInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationApproveInsightArgs, 'decision' | 'acknowledge'>
  >
  rejectInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationRejectInsightArgs, 'decision'>
  >
  sendInsightBack?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationSendInsightBackArgs, 'decision'>
  >
  retireInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationRetireInsightArgs, 'decision'>
  >
  undoDecision?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationUndoDecisionArgs, 'decision'>
  >
  editInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationEditInsightArgs, 'decision' | 'into'>
  >
  mergeInsights?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationMergeInsightsArgs, 'sources' | 'into'>
  >
  splitInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationSplitInsightArgs, 'decision' | 'into'>
  >
  publishInsight?: Resolver<
    ResolversTypes['ReviewDecision'],
    ParentType,
    ContextType,
    RequireFields<MutationPublishInsightArgs, 'decision' | 'into'>
  >
  closeEpoch?: Resolver<
    ResolversTypes['ClosedEpoch'],
    ParentType,
    ContextType,
    Partial<MutationCloseEpochArgs>
  >
  rollBackEpoch?: Resolver<
    ResolversTypes['RolledBackEpoch'],
    ParentType,
    ContextType,
    RequireFields<MutationRollBackEpochArgs, 'to' | 'reason'>
  >
  recordTrace?: Resolver<
    ResolversTypes['TraceReceipt'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordTraceArgs, 'trace'>
  >
  recordTraces?: Resolver<
    ReadonlyArray<ResolversTypes['TraceReceipt']>,
    ParentType,
    ContextType,
    RequireFields<MutationRecordTracesArgs, 'traces' | 'canonical' | 'unlessDeleted'>
  >
  recordRun?: Resolver<
    ResolversTypes['ObservedRun'],
    ParentType,
    ContextType,
    RequireFields<MutationRecordRunArgs, 'run'>
  >
  importTraces?: Resolver<
    ResolversTypes['Job'],
    ParentType,
    ContextType,
    RequireFields<MutationImportTracesArgs, 'input'>
  >
  reportNote?: Resolver<
    ResolversTypes['NoteInDoubt'],
    ParentType,
    ContextType,
    RequireFields<MutationReportNoteArgs, 'note' | 'happened'>
  >
}

export type MeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Me'] = ResolversParentTypes['Me']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  spaces?: Resolver<ReadonlyArray<ResolversTypes['Space']>, ParentType, ContextType>
}

export type SpaceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Space'] = ResolversParentTypes['Space']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  members?: Resolver<ReadonlyArray<ResolversTypes['Member']>, ParentType, ContextType>
}

export type MemberResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']
> = {
  principal?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  can?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type PrincipalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Principal'] = ResolversParentTypes['Principal']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  spaces?: Resolver<ReadonlyArray<ResolversTypes['Membership']>, ParentType, ContextType>
  keys?: Resolver<ReadonlyArray<ResolversTypes['Key']>, ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  disabledAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type MembershipResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Membership'] = ResolversParentTypes['Membership']
> = {
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  can?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  role?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type KeyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Key'] = ResolversParentTypes['Key']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  lastUsedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  expiresAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  revokedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type NewPrincipalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NewPrincipal'] = ResolversParentTypes['NewPrincipal']
> = {
  principal?: Resolver<ResolversTypes['Principal'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type NewKeyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NewKey'] = ResolversParentTypes['NewKey']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type LoginLinkResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['LoginLink'] = ResolversParentTypes['LoginLink']
> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  expiresAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON'
}

export type StatusResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Status'] = ResolversParentTypes['Status']
> = {
  embedder?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  dimensions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  graph?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  browserUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Count']>, ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['Count']>, ParentType, ContextType>
}

export type CountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type PageInfoResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']
> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type JobConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['JobConnection'] = ResolversParentTypes['JobConnection']
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['JobEdge']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Job']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type JobEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['JobEdge'] = ResolversParentTypes['JobEdge']
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Job'], ParentType, ContextType>
}

export type GapConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GapConnection'] = ResolversParentTypes['GapConnection']
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GapEdge']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Gap']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type GapEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GapEdge'] = ResolversParentTypes['GapEdge']
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>
}

export type InsightConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightConnection'] =
    ResolversParentTypes['InsightConnection']
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InsightEdge']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Insight']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type InsightEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightEdge'] = ResolversParentTypes['InsightEdge']
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['Insight'], ParentType, ContextType>
}

export type TraceConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TraceConnection'] =
    ResolversParentTypes['TraceConnection']
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TraceEdge']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TraceBrief']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type TraceEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TraceEdge'] = ResolversParentTypes['TraceEdge']
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['TraceBrief'], ParentType, ContextType>
}

export type TraceBriefResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TraceBrief'] = ResolversParentTypes['TraceBrief']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  problem?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  agent?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  tainted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type RecommendationConnectionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RecommendationConnection'] =
    ResolversParentTypes['RecommendationConnection']
> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecommendationEdge']>, ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RecommendationBrief']>, ParentType, ContextType>
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type RecommendationEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RecommendationEdge'] =
    ResolversParentTypes['RecommendationEdge']
> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<ResolversTypes['RecommendationBrief'], ParentType, ContextType>
}

export type RecommendationBriefResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RecommendationBrief'] =
    ResolversParentTypes['RecommendationBrief']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  cites?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type CurationReportResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['CurationReport'] = ResolversParentTypes['CurationReport']
> = {
  job?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  run?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  resumed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  traces?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  lessons?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  clusters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  refined?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  merged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  ignored?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  queued?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  byGate?: Resolver<ReadonlyArray<ResolversTypes['Count']>, ParentType, ContextType>
  byReason?: Resolver<ReadonlyArray<ResolversTypes['Count']>, ParentType, ContextType>
  wordedByChat?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  withoutChat?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  seconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type LearnedRankingResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['LearnedRanking'] = ResolversParentTypes['LearnedRanking']
> = {
  learnedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  solved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  families?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unanswered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  before?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  after?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  difference?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  embedder?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  changes?: Resolver<ReadonlyArray<ResolversTypes['WeightChange']>, ParentType, ContextType>
}

export type WeightChangeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['WeightChange'] = ResolversParentTypes['WeightChange']
> = {
  feature?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  before?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  after?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type DeletionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Deletion'] = ResolversParentTypes['Deletion']
> = {
  deleted?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
  orphans?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  marked?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
}

export type ExpansionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Expansion'] = ResolversParentTypes['Expansion']
> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NodeBrief']>, ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['Edge']>, ParentType, ContextType>
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type GraphPathResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GraphPath'] = ResolversParentTypes['GraphPath']
> = {
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NodeBrief']>, ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['Edge']>, ParentType, ContextType>
}

export type HistoryEntryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']
> = {
  at?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  node?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
}

export type SpaceMapResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SpaceMap'] = ResolversParentTypes['SpaceMap']
> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['MapNode']>, ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['MapEdge']>, ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type MapNodeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['MapNode'] = ResolversParentTypes['MapNode']
> = {
  node?: Resolver<ResolversTypes['NodeBrief'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type MapEdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['MapEdge'] = ResolversParentTypes['MapEdge']
> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type JobResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  result?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  startedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  finishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type FeedbackReceiptResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FeedbackReceipt'] =
    ResolversParentTypes['FeedbackReceipt']
> = {
  status?: Resolver<ResolversTypes['FeedbackStatus'], ParentType, ContextType>
  feedback?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  credited?: Resolver<ReadonlyArray<ResolversTypes['Credit']>, ParentType, ContextType>
  gap?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
}

export type CreditResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Credit'] = ResolversParentTypes['Credit']
> = {
  node?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type FeedbackResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Feedback'] = ResolversParentTypes['Feedback']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['FeedbackSender'], ParentType, ContextType>
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  helpfulness?: Resolver<Maybe<ResolversTypes['Helpfulness']>, ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  tests?: Resolver<Maybe<ResolversTypes['TestCounts']>, ParentType, ContextType>
  used?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  needed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  createdAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type TestCountsResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TestCounts'] = ResolversParentTypes['TestCounts']
> = {
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type GapResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['GapState'], ParentType, ContextType>
  tainted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  asks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  askers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  firstAskedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  lastAskedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  takenBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type GapInFullResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GapInFull'] = ResolversParentTypes['GapInFull']
> = {
  gap?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>
  takenAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  asked?: Resolver<ReadonlyArray<ResolversTypes['GapAsker']>, ParentType, ContextType>
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['SuggestedSource']>, ParentType, ContextType>
}

export type GapAskerResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GapAsker'] = ResolversParentTypes['GapAsker']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  hindsight?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  answer?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
}

export type SuggestedSourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SuggestedSource'] =
    ResolversParentTypes['SuggestedSource']
> = {
  reader?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  why?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type InsightEffectResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightEffect'] = ResolversParentTypes['InsightEffect']
> = {
  insight?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  effect?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  shown?: Resolver<ResolversTypes['OutcomeCount'], ParentType, ContextType>
  withheld?: Resolver<ResolversTypes['OutcomeCount'], ParentType, ContextType>
  clusters?: Resolver<ResolversTypes['SessionCount'], ParentType, ContextType>
}

export type SessionCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SessionCount'] = ResolversParentTypes['SessionCount']
> = {
  shown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  withheld?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type OutcomeCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OutcomeCount'] = ResolversParentTypes['OutcomeCount']
> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type LibraryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Library'] = ResolversParentTypes['Library']
> = {
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  sources?: Resolver<ReadonlyArray<ResolversTypes['LibrarySource']>, ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  ecosystem?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  ingestedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  docs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  apis?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type LibrarySourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['LibrarySource'] = ResolversParentTypes['LibrarySource']
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type LibraryRemovalResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['LibraryRemoval'] = ResolversParentTypes['LibraryRemoval']
> = {
  library?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  pages?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  docs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  apis?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  cited?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type OldVersionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OldVersion'] = ResolversParentTypes['OldVersion']
> = {
  library?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  docs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  apis?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  used?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type SourcePreviewResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SourcePreview'] = ResolversParentTypes['SourcePreview']
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reader?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  ecosystem?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  pages?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
  bytes?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  remarks?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
}

export type FolderListingResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FolderListing'] = ResolversParentTypes['FolderListing']
> = {
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  parent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  folders?: Resolver<ReadonlyArray<ResolversTypes['PickedFolder']>, ParentType, ContextType>
  more?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type PickedFolderResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['PickedFolder'] = ResolversParentTypes['PickedFolder']
> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reader?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type NodeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  properties?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['EdgeCount']>, ParentType, ContextType>
}

export type EdgeCountResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['EdgeCount'] = ResolversParentTypes['EdgeCount']
> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  out?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type NeighborhoodResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Neighborhood'] = ResolversParentTypes['Neighborhood']
> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['NodeBrief']>, ParentType, ContextType>
  edges?: Resolver<ReadonlyArray<ResolversTypes['Edge']>, ParentType, ContextType>
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type NodeBriefResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NodeBrief'] = ResolversParentTypes['NodeBrief']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  space?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  createdAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  epochs?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type EdgeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Edge'] = ResolversParentTypes['Edge']
> = {
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type OverviewResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Overview'] = ResolversParentTypes['Overview']
> = {
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  range?: Resolver<ResolversTypes['OverviewRange'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  madeAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  total?: Resolver<ResolversTypes['OverviewFigures'], ParentType, ContextType>
  stretches?: Resolver<ReadonlyArray<ResolversTypes['OverviewStretch']>, ParentType, ContextType>
  answered?: Resolver<ResolversTypes['Share'], ParentType, ContextType>
  helped?: Resolver<ResolversTypes['Share'], ParentType, ContextType>
  guidance?: Resolver<ResolversTypes['GuidanceEffect'], ParentType, ContextType>
  sources?: Resolver<ReadonlyArray<ResolversTypes['OverviewSource']>, ParentType, ContextType>
  heard?: Resolver<ReadonlyArray<ResolversTypes['HeardSource']>, ParentType, ContextType>
  silent?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  queue?: Resolver<ResolversTypes['OverviewQueue'], ParentType, ContextType>
  gaps?: Resolver<ReadonlyArray<ResolversTypes['OverviewGap']>, ParentType, ContextType>
  libraries?: Resolver<ResolversTypes['OverviewLibraries'], ParentType, ContextType>
}

export type OverviewFiguresResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewFigures'] =
    ResolversParentTypes['OverviewFigures']
> = {
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  notes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  insights?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  gaps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type OverviewStretchResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewStretch'] =
    ResolversParentTypes['OverviewStretch']
> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  asked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  answered?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  notes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  insights?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  gaps?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ShareResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Share'] = ResolversParentTypes['Share']
> = {
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
}

export type GuidanceEffectResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['GuidanceEffect'] = ResolversParentTypes['GuidanceEffect']
> = {
  effect?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  shown?: Resolver<ResolversTypes['OutcomeCount'], ParentType, ContextType>
  withheld?: Resolver<ResolversTypes['OutcomeCount'], ParentType, ContextType>
  clusters?: Resolver<ResolversTypes['SessionCount'], ParentType, ContextType>
}

export type OverviewSourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewSource'] = ResolversParentTypes['OverviewSource']
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  unknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type HeardSourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['HeardSource'] = ResolversParentTypes['HeardSource']
> = {
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  n?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  lastAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type OverviewQueueResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewQueue'] = ResolversParentTypes['OverviewQueue']
> = {
  ready?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  blocked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  oldestAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type OverviewGapResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewGap'] = ResolversParentTypes['OverviewGap']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  asks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  askers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  lastAskedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type OverviewLibrariesResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['OverviewLibraries'] =
    ResolversParentTypes['OverviewLibraries']
> = {
  held?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  taken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type WhyResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Why'] = ResolversParentTypes['Why']
> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  libraries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  foreign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  threshold?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  candidates?: Resolver<ReadonlyArray<ResolversTypes['WhyCandidate']>, ParentType, ContextType>
  node?: Resolver<Maybe<ResolversTypes['WhyNode']>, ParentType, ContextType>
}

export type WhyCandidateResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['WhyCandidate'] = ResolversParentTypes['WhyCandidate']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  rank?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  probability?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  shown?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type WhyNodeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['WhyNode'] = ResolversParentTypes['WhyNode']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  fate?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  probability?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>
  rank?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>
}

export type RecommendationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  answer?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  fits?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  items?: Resolver<ReadonlyArray<ResolversTypes['Item']>, ParentType, ContextType>
  citations?: Resolver<ReadonlyArray<ResolversTypes['Citation']>, ParentType, ContextType>
  libraries?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  remarks?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  ms?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  markdown?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ItemResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Item'] = ResolversParentTypes['Item']
> = {
  kind?: Resolver<ResolversTypes['ItemKind'], ParentType, ContextType>
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  path?: Resolver<ReadonlyArray<ResolversTypes['PathStep']>, ParentType, ContextType>
  citations?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type PathStepResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['PathStep'] = ResolversParentTypes['PathStep']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type CitationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']
> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>
}

export type FoundResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Found'] = ResolversParentTypes['Found']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  snippet?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>
  path?: Resolver<ReadonlyArray<ResolversTypes['PathStep']>, ParentType, ContextType>
}

export type InsightResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Insight'] = ResolversParentTypes['Insight']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  applies?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  advice?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  avoid?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  lineage?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  versions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  gap?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  writer?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  gates?: Resolver<ReadonlyArray<ResolversTypes['Gate']>, ParentType, ContextType>
  flags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  tainted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  toAcknowledge?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  marks?: Resolver<ReadonlyArray<ResolversTypes['Mark']>, ParentType, ContextType>
  acknowledged?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  support?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  agents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  claimedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  claimedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  refines?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  createdAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  blockedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  about?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  needs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  lastUsedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  contradictions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type MarkResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Mark'] = ResolversParentTypes['Mark']
> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  says?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type GateResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Gate'] = ResolversParentTypes['Gate']
> = {
  gate?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type InsightInFullResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightInFull'] = ResolversParentTypes['InsightInFull']
> = {
  insight?: Resolver<ResolversTypes['Insight'], ParentType, ContextType>
  sources?: Resolver<ReadonlyArray<ResolversTypes['InsightSource']>, ParentType, ContextType>
  quotations?: Resolver<ReadonlyArray<ResolversTypes['Quotation']>, ParentType, ContextType>
  similar?: Resolver<ReadonlyArray<ResolversTypes['SimilarInsight']>, ParentType, ContextType>
  related?: Resolver<ReadonlyArray<ResolversTypes['RelatedInsight']>, ParentType, ContextType>
  decisions?: Resolver<ReadonlyArray<ResolversTypes['ReviewDecision']>, ParentType, ContextType>
  changes?: Resolver<ReadonlyArray<ResolversTypes['ApiChange']>, ParentType, ContextType>
  effect?: Resolver<Maybe<ResolversTypes['InsightEffect']>, ParentType, ContextType>
}

export type InsightSourceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightSource'] = ResolversParentTypes['InsightSource']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  judgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  ended?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  agent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  problem?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  tainted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type QuotationResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Quotation'] = ResolversParentTypes['Quotation']
> = {
  doc?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  quote?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  after?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type SimilarInsightResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['SimilarInsight'] = ResolversParentTypes['SimilarInsight']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
}

export type RelatedInsightResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RelatedInsight'] = ResolversParentTypes['RelatedInsight']
> = {
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type ReviewDecisionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ReviewDecision'] = ResolversParentTypes['ReviewDecision']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  changes?: Resolver<ReadonlyArray<ResolversTypes['StandingChange']>, ParentType, ContextType>
}

export type StandingChangeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['StandingChange'] = ResolversParentTypes['StandingChange']
> = {
  insight?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  before?: Resolver<Maybe<ResolversTypes['Standing']>, ParentType, ContextType>
  after?: Resolver<ResolversTypes['Standing'], ParentType, ContextType>
}

export type StandingResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Standing'] = ResolversParentTypes['Standing']
> = {
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  inForce?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  claimedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  flags?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  acknowledged?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  tainted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  supersedes?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
}

export type EpochResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Epoch'] = ResolversParentTypes['Epoch']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  openedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  closedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  note?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  inForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ClosedEpochResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ClosedEpoch'] = ResolversParentTypes['ClosedEpoch']
> = {
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  inForce?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type RolledBackEpochResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['RolledBackEpoch'] =
    ResolversParentTypes['RolledBackEpoch']
> = {
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  closed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  opened?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  leftForce?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
  cameBack?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
}

export type EpochDifferenceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['EpochDifference'] =
    ResolversParentTypes['EpochDifference']
> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  added?: Resolver<ReadonlyArray<ResolversTypes['InsightInForce']>, ParentType, ContextType>
  changed?: Resolver<ReadonlyArray<ResolversTypes['ChangedInsight']>, ParentType, ContextType>
  gone?: Resolver<ReadonlyArray<ResolversTypes['InsightInForce']>, ParentType, ContextType>
}

export type InsightInForceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['InsightInForce'] = ResolversParentTypes['InsightInForce']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  lineage?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  library?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type ChangedInsightResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ChangedInsight'] = ResolversParentTypes['ChangedInsight']
> = {
  before?: Resolver<ResolversTypes['InsightInForce'], ParentType, ContextType>
  after?: Resolver<ResolversTypes['InsightInForce'], ParentType, ContextType>
}

export type VersionDifferenceResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['VersionDifference'] =
    ResolversParentTypes['VersionDifference']
> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  signature?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  deprecated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  changes?: Resolver<ReadonlyArray<ResolversTypes['ApiChange']>, ParentType, ContextType>
}

export type ApiChangeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ApiChange'] = ResolversParentTypes['ApiChange']
> = {
  api?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type HealthResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Health'] = ResolversParentTypes['Health']
> = {
  orphans?: Resolver<ReadonlyArray<ResolversTypes['HealthFinding']>, ParentType, ContextType>
  missingVectors?: Resolver<ReadonlyArray<ResolversTypes['HealthFinding']>, ParentType, ContextType>
  neverUsedInsights?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  contradictedInsights?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  suspendedInsights?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  nearDuplicates?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  openGaps?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  failingJobs?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  rejectedWrites?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  emptyJobs?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  hurtingInsights?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  blockedQueue?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  staleLibraries?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
  silentHosts?: Resolver<ResolversTypes['HealthFinding'], ParentType, ContextType>
}

export type HealthFindingResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['HealthFinding'] = ResolversParentTypes['HealthFinding']
> = {
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  examples?: Resolver<ReadonlyArray<ResolversTypes['HealthExample']>, ParentType, ContextType>
}

export type HealthExampleResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['HealthExample'] = ResolversParentTypes['HealthExample']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
}

export type SubscriptionResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']
> = {
  jobChanged?: SubscriptionResolver<
    ResolversTypes['Job'],
    'jobChanged',
    ParentType,
    ContextType,
    Partial<SubscriptionJobChangedArgs>
  >
  queueChanged?: SubscriptionResolver<
    ResolversTypes['QueueChange'],
    'queueChanged',
    ParentType,
    ContextType
  >
}

export type QueueChangeResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['QueueChange'] = ResolversParentTypes['QueueChange']
> = {
  space?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  insight?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type ObservedRunResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ObservedRun'] = ResolversParentTypes['ObservedRun']
> = {
  trace?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
  claimed?: Resolver<ResolversTypes['Outcome'], ParentType, ContextType>
}

export type FieldNoteResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['FieldNote'] = ResolversParentTypes['FieldNote']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  subjects?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  shownBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  trust?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  witnesses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  principals?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  disputed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type NoteInDoubtResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NoteInDoubt'] = ResolversParentTypes['NoteInDoubt']
> = {
  note?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  flagged?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>
}

export type TraceReceiptResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['TraceReceipt'] = ResolversParentTypes['TraceReceipt']
> = {
  status?: Resolver<ResolversTypes['ReceiptStatus'], ParentType, ContextType>
  trace?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  problem?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  expected?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
}

export type ResolvedErrorResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ResolvedError'] = ResolversParentTypes['ResolvedError']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  normalForm?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  vague?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  nearness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  raised?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  resolved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  agents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  problems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  attempts?: Resolver<ReadonlyArray<ResolversTypes['ResolvingAttempt']>, ParentType, ContextType>
  apis?: Resolver<ReadonlyArray<ResolversTypes['UsedApi']>, ParentType, ContextType>
}

export type ResolvingAttemptResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['ResolvingAttempt'] =
    ResolversParentTypes['ResolvingAttempt']
> = {
  trace?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  problem?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  agent?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  ended?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  apis?: Resolver<ReadonlyArray<ResolversTypes['UsedApi']>, ParentType, ContextType>
}

export type UsedApiResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['UsedApi'] = ResolversParentTypes['UsedApi']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  times?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
}

export type NextStepResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['NextStep'] = ResolversParentTypes['NextStep']
> = {
  instructions?: Resolver<ReadonlyArray<ResolversTypes['StepMemory']>, ParentType, ContextType>
  states?: Resolver<ReadonlyArray<ResolversTypes['StepMemory']>, ParentType, ContextType>
}

export type StepMemoryResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['StepMemory'] = ResolversParentTypes['StepMemory']
> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  instruction?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  gain?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  similarity?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  trace?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
}

export type LessonResolvers<
  ContextType = Context,
  ParentType extends ResolversParentTypes['Lesson'] = ResolversParentTypes['Lesson']
> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  effect?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  relevance?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  factor?: Resolver<ResolversTypes['Float'], ParentType, ContextType>
  problem?: Resolver<ResolversTypes['ID'], ParentType, ContextType>
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  agents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  happens?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  when?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  instead?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  shownBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>
  about?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  trust?: Resolver<ResolversTypes['String'], ParentType, ContextType>
  witnesses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>
  disputed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>
}

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>
  Mutation?: MutationResolvers<ContextType>
  Me?: MeResolvers<ContextType>
  Space?: SpaceResolvers<ContextType>
  Member?: MemberResolvers<ContextType>
  Principal?: PrincipalResolvers<ContextType>
  Membership?: MembershipResolvers<ContextType>
  Key?: KeyResolvers<ContextType>
  NewPrincipal?: NewPrincipalResolvers<ContextType>
  NewKey?: NewKeyResolvers<ContextType>
  LoginLink?: LoginLinkResolvers<ContextType>
  JSON?: GraphQLScalarType
  Status?: StatusResolvers<ContextType>
  Count?: CountResolvers<ContextType>
  PageInfo?: PageInfoResolvers<ContextType>
  JobConnection?: JobConnectionResolvers<ContextType>
  JobEdge?: JobEdgeResolvers<ContextType>
  GapConnection?: GapConnectionResolvers<ContextType>
  GapEdge?: GapEdgeResolvers<ContextType>
  InsightConnection?: InsightConnectionResolvers<ContextType>
  InsightEdge?: InsightEdgeResolvers<ContextType>
  TraceConnection?: TraceConnectionResolvers<ContextType>
  TraceEdge?: TraceEdgeResolvers<ContextType>
  TraceBrief?: TraceBriefResolvers<ContextType>
  RecommendationConnection?: RecommendationConnectionResolvers<ContextType>
  RecommendationEdge?: RecommendationEdgeResolvers<ContextType>
  RecommendationBrief?: RecommendationBriefResolvers<ContextType>
  CurationReport?: CurationReportResolvers<ContextType>
  LearnedRanking?: LearnedRankingResolvers<ContextType>
  WeightChange?: WeightChangeResolvers<ContextType>
  Deletion?: DeletionResolvers<ContextType>
  Expansion?: ExpansionResolvers<ContextType>
  GraphPath?: GraphPathResolvers<ContextType>
  HistoryEntry?: HistoryEntryResolvers<ContextType>
  SpaceMap?: SpaceMapResolvers<ContextType>
  MapNode?: MapNodeResolvers<ContextType>
  MapEdge?: MapEdgeResolvers<ContextType>
  Job?: JobResolvers<ContextType>
  FeedbackReceipt?: FeedbackReceiptResolvers<ContextType>
  Credit?: CreditResolvers<ContextType>
  Feedback?: FeedbackResolvers<ContextType>
  TestCounts?: TestCountsResolvers<ContextType>
  Gap?: GapResolvers<ContextType>
  GapInFull?: GapInFullResolvers<ContextType>
  GapAsker?: GapAskerResolvers<ContextType>
  SuggestedSource?: SuggestedSourceResolvers<ContextType>
  InsightEffect?: InsightEffectResolvers<ContextType>
  SessionCount?: SessionCountResolvers<ContextType>
  OutcomeCount?: OutcomeCountResolvers<ContextType>
  Library?: LibraryResolvers<ContextType>
  LibrarySource?: LibrarySourceResolvers<ContextType>
  LibraryRemoval?: LibraryRemovalResolvers<ContextType>
  OldVersion?: OldVersionResolvers<ContextType>
  SourcePreview?: SourcePreviewResolvers<ContextType>
  FolderListing?: FolderListingResolvers<ContextType>
  PickedFolder?: PickedFolderResolvers<ContextType>
  Node?: NodeResolvers<ContextType>
  EdgeCount?: EdgeCountResolvers<ContextType>
  Neighborhood?: NeighborhoodResolvers<ContextType>
  NodeBrief?: NodeBriefResolvers<ContextType>
  Edge?: EdgeResolvers<ContextType>
  Overview?: OverviewResolvers<ContextType>
  OverviewFigures?: OverviewFiguresResolvers<ContextType>
  OverviewStretch?: OverviewStretchResolvers<ContextType>
  Share?: ShareResolvers<ContextType>
  GuidanceEffect?: GuidanceEffectResolvers<ContextType>
  OverviewSource?: OverviewSourceResolvers<ContextType>
  HeardSource?: HeardSourceResolvers<ContextType>
  OverviewQueue?: OverviewQueueResolvers<ContextType>
  OverviewGap?: OverviewGapResolvers<ContextType>
  OverviewLibraries?: OverviewLibrariesResolvers<ContextType>
  Why?: WhyResolvers<ContextType>
  WhyCandidate?: WhyCandidateResolvers<ContextType>
  WhyNode?: WhyNodeResolvers<ContextType>
  Recommendation?: RecommendationResolvers<ContextType>
  Item?: ItemResolvers<ContextType>
  PathStep?: PathStepResolvers<ContextType>
  Citation?: CitationResolvers<ContextType>
  Found?: FoundResolvers<ContextType>
  Insight?: InsightResolvers<ContextType>
  Mark?: MarkResolvers<ContextType>
  Gate?: GateResolvers<ContextType>
  InsightInFull?: InsightInFullResolvers<ContextType>
  InsightSource?: InsightSourceResolvers<ContextType>
  Quotation?: QuotationResolvers<ContextType>
  SimilarInsight?: SimilarInsightResolvers<ContextType>
  RelatedInsight?: RelatedInsightResolvers<ContextType>
  ReviewDecision?: ReviewDecisionResolvers<ContextType>
  StandingChange?: StandingChangeResolvers<ContextType>
  Standing?: StandingResolvers<ContextType>
  Epoch?: EpochResolvers<ContextType>
  ClosedEpoch?: ClosedEpochResolvers<ContextType>
  RolledBackEpoch?: RolledBackEpochResolvers<ContextType>
  EpochDifference?: EpochDifferenceResolvers<ContextType>
  InsightInForce?: InsightInForceResolvers<ContextType>
  ChangedInsight?: ChangedInsightResolvers<ContextType>
  VersionDifference?: VersionDifferenceResolvers<ContextType>
  ApiChange?: ApiChangeResolvers<ContextType>
  Health?: HealthResolvers<ContextType>
  HealthFinding?: HealthFindingResolvers<ContextType>
  HealthExample?: HealthExampleResolvers<ContextType>
  Subscription?: SubscriptionResolvers<ContextType>
  QueueChange?: QueueChangeResolvers<ContextType>
  ObservedRun?: ObservedRunResolvers<ContextType>
  FieldNote?: FieldNoteResolvers<ContextType>
  NoteInDoubt?: NoteInDoubtResolvers<ContextType>
  TraceReceipt?: TraceReceiptResolvers<ContextType>
  ResolvedError?: ResolvedErrorResolvers<ContextType>
  ResolvingAttempt?: ResolvingAttemptResolvers<ContextType>
  UsedApi?: UsedApiResolvers<ContextType>
  NextStep?: NextStepResolvers<ContextType>
  StepMemory?: StepMemoryResolvers<ContextType>
  Lesson?: LessonResolvers<ContextType>
}
