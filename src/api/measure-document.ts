import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode
} from 'graphql'

/** How much a document asks for. */
export interface Measure {
  /** Levels of fields in each other. */
  readonly depth: number
  readonly aliases: number
  /** About how many values the answer has: a field is one, a list its length times what is asked of each. */
  readonly cost: number
}

/** Arguments that say how long a list will be. */
const lengths = ['first', 'limit', 'nodes', 'most']
/** What a list is taken for that says nothing of its length. */
const usualLength = 5

const nothing: Measure = { depth: 0, aliases: 0, cost: 0 }

interface Walk {
  readonly schema: GraphQLSchema
  readonly variables: Readonly<Record<string, unknown>>
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** A fragment is measured once however often it is spread: documents that double are measured as fast as others. */
  readonly measured: Map<string, Measure>
}

/** Measures an operation of a document that is valid, in time linear in its length. */
export function measureDocument(
  schema: GraphQLSchema,
  at: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode },
  variables: Readonly<Record<string, unknown>>
): Measure {
  const fragments = new Map(
    at.document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : []
    )
  )
  const walk: Walk = { schema, variables, fragments, measured: new Map() }
  const root = schema.getRootType(at.operation.operation)
  return root == null ? nothing : selection(walk, at.operation.selectionSet, root)
}

function selection(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType): Measure {
  let all = nothing
  for (const one of set.selections) {
    if (one.kind === Kind.FIELD) all = both(all, field(walk, one, type))
    else if (one.kind === Kind.FRAGMENT_SPREAD) all = both(all, fragment(walk, one.name.value))
    else {
      const name = one.typeCondition?.name.value
      const on = name === undefined ? type : (walk.schema.getType(name) ?? type)
      all = both(all, selection(walk, one.selectionSet, on))
    }
  }
  return all
}

function fragment(walk: Walk, name: string): Measure {
  const known = walk.measured.get(name)
  if (known !== undefined) return known
  // Circles are refused before; here they must only come to an end.
  walk.measured.set(name, nothing)
  const found = walk.fragments.get(name)
  const type = found === undefined ? undefined : walk.schema.getType(found.typeCondition.name.value)
  if (found === undefined || type === undefined) return nothing
  const measure = selection(walk, found.selectionSet, type)
  walk.measured.set(name, measure)
  return measure
}

function field(walk: Walk, node: FieldNode, parent: GraphQLNamedType): Measure {
  const aliases = node.alias === undefined ? 0 : 1
  const type = typeOf(node, parent)
  const named = type === undefined ? undefined : getNamedType(type)
  if (type === undefined || node.selectionSet === undefined || !isCompositeType(named))
    return { depth: 1, aliases, cost: 1 }
  const inside = selection(walk, node.selectionSet, named)
  return {
    depth: 1 + inside.depth,
    aliases: aliases + inside.aliases,
    cost: 1 + timesOf(walk, node, type) * inside.cost
  }
}

function typeOf({ name }: FieldNode, parent: GraphQLNamedType): GraphQLOutputType | undefined {
  if (name.value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef.type
  if (name.value === TypeMetaFieldDef.name) return TypeMetaFieldDef.type
  return isObjectType(parent) ? parent.getFields()[name.value]?.type : undefined
}

function timesOf({ variables }: Walk, node: FieldNode, type: GraphQLOutputType): number {
  const said = node.arguments?.find(({ name }) => lengths.includes(name.value))
  if (said !== undefined) {
    const n = valueFromASTUntyped(said.value, variables)
    return typeof n === 'number' && n > 1 ? n : 1
  }
  return isListType(isNonNullType(type) ? type.ofType : type) ? usualLength : 1
}

function both(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    cost: a.cost + b.cost
  }
}
