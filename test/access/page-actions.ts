import type { Operation } from '../../src/domain/permissions.js'
import type { Kept } from './team-world.js'

/**
 * What the pages offer to whom: for each action what nobody, an agent of another team, an agent of the
 * team, its curator and an admin see of it on its page.
 *
 * - `sign in`: only the form for a key.  - `no page`: that the page is for another role.
 * - `no button`: the page without the action.  - `offered`: the action.
 * - `not now`: the page without the action, which the role would allow, for it has no sense here.
 */
export type Shown = 'sign in' | 'no page' | 'no button' | 'offered' | 'not now'

/** What else is there for the pages to act on. */
export interface OnPages extends Kept {
  /** Candidate that nobody has claimed. */
  readonly unclaimed: string
  readonly running: string
  readonly failed: string
}

/** Pages where actions are offered, by the name that the table has for them. */
export const pageAddresses: Readonly<Record<string, (on: OnPages) => string>> = {
  // First: the job there runs only as long as somebody holds what it writes.
  jobs: () => '/jobs',
  ask: () => `/ask?q=${encodeURIComponent('columns of a zyxcanary table are not found')}`,
  explore: ({ trace }) => `/explore?node=${encodeURIComponent(trace)}`,
  blocked: () => '/review?tab=blocked',
  candidate: ({ unclaimed }) => `/review?insight=${encodeURIComponent(unclaimed)}`,
  claimed: ({ candidate }) => `/review?insight=${encodeURIComponent(candidate)}`,
  approved: ({ insight }) => `/review?insight=${encodeURIComponent(insight)}`,
  insights: () => '/insights',
  insight: ({ insight }) => `/insights/${encodeURIComponent(insight)}`,
  epochs: () => '/epochs',
  gaps: () => '/gaps',
  gap: ({ gap }) => `/gaps?gap=${encodeURIComponent(gap)}`,
  health: () => '/graph-health',
  libraries: () => '/libraries',
  ingest: () => '/libraries?add=yes',
  removal: ({ library }) =>
    `/libraries?remove=${encodeURIComponent(library.replace('library:', ''))}`,
  job: ({ failed }) => `/jobs?job=${encodeURIComponent(failed)}`,
  keys: () => '/keys'
}

interface PageAction {
  readonly page: string
  /** What the button says; with a pattern where it names what it is about. */
  readonly button: string | RegExp
  /** What it does, as the door knows it. */
  readonly does: Operation
  readonly shown: readonly Shown[]
}

const action = (
  page: string,
  [button, does]: readonly [string | RegExp, Operation],
  shown: string
): PageAction => ({ page, button, does, shown: shown.split(/ *\| */) as Shown[] })

const everybody = 'sign in | offered | offered | offered | offered'
/** Where nothing fits there is nothing to say of it. */
const answered = 'sign in | not now | offered | offered | offered'
const analysts = 'sign in | no page | no page | offered | offered'
const admins = 'sign in | no page | no page | no button | offered'
const onOpenPage = 'sign in | no button | no button | no button | offered'

/** Every action of the pages that changes something or asks for something anew. */
export const pageActions: readonly PageAction[] = [
  action('ask', ['Ask', 'recommend'], everybody),
  action('ask', ['It worked', 'sendFeedback'], answered),
  action('ask', ['It failed', 'sendFeedback'], answered),
  action('ask', [/^Helped: /, 'sendFeedback'], answered),
  action('ask', [/^Misled: /, 'sendFeedback'], answered),
  action('explore', ['Draw around it', 'expand'], analysts),
  action('explore', ['Delete…', 'deleteContribution'], analysts),
  action('candidate', ['Approve', 'approveInsight'], analysts),
  action('candidate', ['Edit', 'editInsight'], analysts),
  action('candidate', ['Needs work', 'sendInsightBack'], analysts),
  action('candidate', ['Reject', 'rejectInsight'], analysts),
  action('candidate', ['Merge', 'mergeInsights'], analysts),
  action('candidate', ['Split', 'splitInsight'], analysts),
  action('candidate', ['Claim', 'claimInsight'], analysts),
  action('candidate', ['Undo', 'undoDecision'], analysts),
  action('blocked', ['Check again', 'runCuration'], analysts),
  action(
    'claimed',
    ['Release', 'releaseInsight'],
    'sign in | no page | no page | offered | not now'
  ),
  action('approved', ['Retire', 'retireInsight'], analysts),
  action('insight', ['Open in Review', 'approveInsight'], analysts),
  action('insight', ['Publish to everybody…', 'publishInsight'], analysts),
  action('epochs', ['Close the open epoch', 'closeEpoch'], analysts),
  action('epochs', [/^Go back to epoch \d+$/, 'rollBackEpoch'], analysts),
  action('epochs', ['Learn it now', 'learnRanking'], analysts),
  action(
    'epochs',
    ['Back to Cairn’s own', 'forgetRanking'],
    'sign in | no page | no page | not now | not now'
  ),
  action('gaps', ['Filled', 'closeGap'], analysts),
  action('gaps', ['Not needed', 'closeGap'], analysts),
  action('gap', ['I see to it', 'takeGap'], analysts),
  action('gap', [/^Add (?:Python|npm) package /, 'sourcePreview'], admins),
  action('health', ['Check again', 'health'], analysts),
  action('libraries', ['Add a library', 'ingest'], onOpenPage),
  action(
    'libraries',
    ['Compare versions', 'apiChanges'],
    'sign in | no button | no button | not now | not now'
  ),
  action(
    'libraries',
    ['Update…', 'sourcePreview'],
    'sign in | no button | no button | no button | not now'
  ),
  action('libraries', ['Pin', 'pinLibrary'], onOpenPage),
  action('libraries', ['Remove…', 'libraryRemoval'], onOpenPage),
  action('ingest', ['See what comes in', 'sourcePreview'], onOpenPage),
  action('removal', ['Remove', 'removeLibrary'], onOpenPage),
  action('jobs', ['Run curation', 'runCuration'], analysts),
  action('jobs', ['Cancel', 'cancelJob'], admins),
  action('job', ['Try again', 'retryJob'], admins),
  action('keys', ['Add a person or agent', 'makePrincipal'], onOpenPage),
  action('keys', ['Another key…', 'makeKey'], onOpenPage),
  action('keys', ['Revoke', 'revokeKey'], onOpenPage),
  action('keys', ['Block', 'disablePrincipal'], onOpenPage),
  action(
    'keys',
    ['Delete contributions…', 'deleteContribution'],
    'sign in | no button | no button | not now | offered'
  ),
  action('keys', ['Let in again', 'enablePrincipal'], onOpenPage),
  action('keys', ['Make a space', 'makeSpace'], onOpenPage),
  action('keys', [/^Add a member to /, 'addMember'], onOpenPage),
  action('keys', [/^Remove .+ from .+$/, 'removeMember'], onOpenPage)
]

/** Buttons that change what is looked at and nothing else, or are answered for on another page of the table. */
export const onlyLooks: readonly (string | RegExp)[] = [
  'Close',
  'Keep it',
  'Show more',
  /^Copy/,
  'Why?',
  'What was looked at',
  'Why is it missing?',
  'Explore this',
  /^\[\d+\]/,
  'Filters',
  'Nearer',
  'Farther',
  'Fit',
  'Arrange',
  'Stop',
  'Clear the canvas',
  'More',
  'Draw the map',
  /^Export as (?:PNG|SVG|JSON)$/,
  'Pin',
  'Hide',
  'Find path to…',
  '← Queue',
  /^(?:\+ \d+|Drawn|Expand) /,
  // Where a finding of Health is seen to.
  /^See what (?:came in|blocks them)$/,
  /^(?:Take them out of force|Update them|Update the library|Read why|Read what was refused)$/,
  /^(?:Start them again|Decide on them|Compare them|Merge them|Fill them|Look at them)$/,
  // Fields that choose from a list.
  'Registry',
  'Keep to a library',
  'State',
  'Whose',
  'Library',
  'Kind of gap',
  'Insights',
  'What it is'
]
