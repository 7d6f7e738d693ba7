import {
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode
} from 'graphql'

/** Questions that write down what was answered. */
const writingQueries: ReadonlySet<string> = new Set(['recommend'])

/** How many fields of an operation's root write; one under several names is several. */
export function countWrites(document: DocumentNode, operation: OperationDefinitionNode): number {
  if (operation.operation === OperationTypeNode.SUBSCRIPTION) return 0
  const changes = operation.operation === OperationTypeNode.MUTATION
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : []
    )
  )
  const keys = new Set<string>()
  collect(operation.selectionSet, { fragments, seen: new Set() }, (name, key) => {
    if (changes || writingQueries.has(name)) keys.add(key)
  })
  return keys.size
}

interface Walk {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly seen: Set<string>
}

function collect(
  set: SelectionSetNode,
  walk: Walk,
  meet: (name: string, key: string) => void
): void {
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) meet(one.name.value, (one.alias ?? one.name).value)
    else if (one.kind === Kind.INLINE_FRAGMENT) collect(one.selectionSet, walk, meet)
    else if (!walk.seen.has(one.name.value)) {
      walk.seen.add(one.name.value)
      const found = walk.fragments.get(one.name.value)
      if (found !== undefined) collect(found.selectionSet, walk, meet)
    }
  }
}
