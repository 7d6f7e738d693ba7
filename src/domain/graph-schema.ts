/** The labels and typed edges of the graph, as design/product.md of the founders names them; queries are checked against this. */

export const labels = [
  'Library',
  'Api',
  'Doc',
  'Problem',
  'Trace',
  'State',
  'ErrorSignature',
  'Lesson',
  'Insight',
  'Recommendation',
  'Feedback',
  // What the memory lacks: questions that found nothing, and needs seen with hindsight.
  'KnowledgeRequest',
  'Epoch',
  'Review',
  'Principal',
  // What opens: keys, sessions and one-time links, each kept as a hash.
  'Key',
  'Space',
  'Job',
  // What happened in a space in an hour, as sums, and that an hour is to be summed up anew.
  'Hour',
  'StaleHour',
  // Bookkeeping: what was removed but cited, schema steps, what the graph was built with.
  'Retired',
  'Migration',
  'Meta'
] as const

type Label = (typeof labels)[number]

/** Those that can be in somebody's sight, in the order in which they are told; queries that show nodes name the same. */
export const labelsInSight = [
  'Library',
  'Doc',
  'Api',
  'Problem',
  'Trace',
  'State',
  'ErrorSignature',
  'Lesson',
  'Insight',
  'Recommendation',
  'Feedback',
  'KnowledgeRequest',
  'Review',
  'Epoch',
  'Retired',
  'Job'
] as const satisfies readonly Label[]

/** Edge type, and between which labels it may stand. */
export const edges: readonly (readonly [
  type: string,
  from: readonly Label[],
  to: readonly Label[]
])[] = [
  ['MEMBER_OF', ['Api'], ['Api', 'Library']],
  ['PART_OF', ['Doc'], ['Doc', 'Library']],
  ['DOCUMENTS', ['Doc'], ['Api']],
  ['SEE_ALSO', ['Api'], ['Api']],
  ['ALIAS_OF', ['Api'], ['Api']],
  ['REPLACED_BY', ['Api'], ['Api']],
  ['USED_WITH', ['Api'], ['Api']],
  ['ABOUT', ['Problem'], ['Library', 'Api']],
  ['ABOUT', ['Lesson', 'Insight'], ['Api', 'ErrorSignature']],
  ['ATTEMPTS', ['Trace'], ['Problem']],
  ['USES', ['Trace'], ['Api']],
  ['RAISED', ['Trace'], ['ErrorSignature']],
  ['RESOLVED', ['Trace'], ['ErrorSignature']],
  ['STEP', ['State'], ['State']],
  ['SHORTCUT', ['State'], ['State']],
  ['STARTS_AT', ['Trace'], ['State']],
  ['ENDS_AT', ['Trace'], ['State']],
  ['FOLLOWED', ['Trace'], ['Insight', 'Recommendation']],
  ['LEARNED_IN', ['Lesson'], ['Trace']],
  ['DERIVED_FROM', ['Insight'], ['Trace', 'Lesson']],
  ['BACKED_BY', ['Insight'], ['Doc', 'Retired']],
  ['SUPERSEDES', ['Insight'], ['Insight']],
  ['CONTRADICTS', ['Insight'], ['Insight']],
  ['IN_FORCE_IN', ['Insight'], ['Epoch']],
  ['FOR', ['Recommendation'], ['Problem']],
  ['CITES', ['Recommendation'], ['Doc', 'Api', 'Trace', 'Insight', 'Problem', 'Lesson', 'Retired']],
  ['WITHHELD', ['Recommendation'], ['Insight']],
  ['ASKS_FOR', ['Recommendation', 'Feedback'], ['KnowledgeRequest']],
  ['ON', ['Feedback'], ['Recommendation']],
  ['USED', ['Feedback'], ['Doc', 'Api', 'Trace', 'Insight', 'Problem', 'Lesson', 'Retired']],
  ['DECIDED', ['Review'], ['Insight']],
  ['OF', ['Key'], ['Principal']],
  ['BELONGS_TO', ['Principal'], ['Space']],
  [
    'IN',
    [
      'Library',
      'Problem',
      'Trace',
      'Insight',
      'Recommendation',
      'Feedback',
      'KnowledgeRequest',
      'Epoch'
    ],
    ['Space']
  ]
]

/** Every edge that may stand between two labels. */
export const graphSchema: readonly {
  readonly from: Label
  readonly relType: string
  readonly to: Label
}[] = edges.flatMap(([relType, from, to]) =>
  from.flatMap((f) => to.map((t) => ({ from: f, relType, to: t })))
)

export const edgeTypes: readonly string[] = [...new Set(edges.map(([type]) => type))]
