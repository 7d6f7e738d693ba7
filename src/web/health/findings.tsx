import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { curateDocument } from '../jobs/jobs-documents.js'
import { AskButton } from '../parts/ask-button.js'
import { nodeHref } from '../parts/node-link.js'
import type { HealthAnswer } from './health-documents.js'

export type FindingName = keyof HealthAnswer['health']

/** What a finding is called, why it matters, where its examples open, and the button that helps. */
export interface FindingWords {
  readonly name: FindingName
  readonly title: string
  readonly why: ReactNode
  readonly to: ((id: string) => string) | null
  readonly act: ReactNode
}

const insightHref = (id: string) => `/insights/${encodeURIComponent(id)}`
const jobHref = (id: string) => `/jobs?job=${encodeURIComponent(id)}`

function go(href: string, name: string): ReactNode {
  return (
    <Link href={href} className="button plain small">
      {name}
    </Link>
  )
}

/** Every check, what harms most first. */
export const findings: readonly FindingWords[] = [
  {
    name: 'hurtingInsights',
    title: 'Insights in force that hurt',
    why: 'Tasks pass less often with them than without: the whole interval lies below zero.',
    to: insightHref,
    act: go('/insights?verdict=hurts', 'Take them out of force')
  },
  {
    name: 'silentHosts',
    title: 'Connected hosts of which nothing came in for a day',
    why: 'They work, and nothing of it arrives. Each says below what helps.',
    to: null,
    act: go('/overview', 'See what came in')
  },
  {
    name: 'blockedQueue',
    title: 'A queue that nobody can decide on',
    why: 'More candidates are held back by a gate than can be approved. Mostly documentation is missing of what they are about, or came in after them.',
    to: null,
    act: (
      <>
        {go('/review?tab=blocked', 'See what blocks them')}
        <AskButton
          may="runCuration"
          name="Check again"
          document={curateDocument}
          queryKey={['health']}
          small
        />
      </>
    )
  },
  {
    name: 'staleLibraries',
    title: 'Libraries that are older than what projects use',
    why: 'Agents there are told of a version that they do not have.',
    to: nodeHref,
    act: go('/libraries', 'Update them')
  },
  {
    name: 'emptyJobs',
    title: 'Imports that took in nothing',
    why: 'They ended without a failure and without an attempt: the files are of another form, or name problems that are not held.',
    to: jobHref,
    act: go('/jobs', 'Read why')
  },
  {
    name: 'failingJobs',
    title: 'Jobs that failed',
    why: 'Each says why; what it did is kept.',
    to: jobHref,
    act: go('/jobs', 'Start them again')
  },
  {
    name: 'rejectedWrites',
    title: 'Jobs that refused some of their input',
    why: 'Each names what was refused and why; corrected, it can be sent again.',
    to: jobHref,
    act: go('/jobs', 'Read what was refused')
  },
  {
    name: 'suspendedInsights',
    title: 'Insights that answers did worse with',
    why: 'Cairn shows them no more; a curator decides.',
    to: insightHref,
    act: go('/review?states=in-review', 'Decide on them')
  },
  {
    name: 'contradictedInsights',
    title: 'Insights in force that contradict each other',
    why: 'Retire one, or narrow when it applies.',
    to: insightHref,
    act: go('/insights', 'Compare them')
  },
  {
    name: 'nearDuplicates',
    title: 'Insights in force that say nearly the same',
    why: 'One says it as well.',
    to: insightHref,
    act: go('/review?states=approved', 'Merge them')
  },
  {
    name: 'openGaps',
    title: 'Gaps that are open',
    why: 'Asked for, and not known.',
    to: (id) => `/gaps?gap=${encodeURIComponent(id)}`,
    act: go('/gaps', 'Fill them')
  },
  {
    name: 'neverUsedInsights',
    title: 'Insights in force that no answer cited',
    why: 'Perhaps what they apply to is said too narrowly.',
    to: insightHref,
    act: go('/insights', 'Look at them')
  },
  {
    name: 'missingVectors',
    title: 'Nodes that cannot be found by meaning',
    why: (
      <>
        They have no vector. On the machine where Cairn runs, <code>cairn reembed</code> makes one.
      </>
    ),
    to: nodeHref,
    act: null
  },
  {
    name: 'orphans',
    title: 'Nodes that lack an edge',
    why: 'Something was not written whole. Update the library that they are of; what stays should be reported.',
    to: nodeHref,
    act: go('/libraries', 'Update the library')
  }
]
