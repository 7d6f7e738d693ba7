import {
  buildASTSchema,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType
} from 'graphql'
import { createApollo } from '../../src/api/apollo.js'
import { resolvers } from '../../src/api/resolvers.js'
import { typeDefs } from '../../src/api/schema.js'
import { createLog } from '../../src/log.js'

const schema = buildASTSchema(typeDefs())

const ours = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)
)

interface Described {
  readonly name: string
  readonly description?: string | null | undefined
}

/** A type and everything in it that a reader of the schema meets, by its path. */
function partsOf(type: GraphQLNamedType): [path: string, part: Described][] {
  const { name } = type
  const inside = (of: string, parts: readonly Described[]) =>
    parts.map((part): [string, Described] => [`${of}.${part.name}`, part])
  if (isEnumType(type)) return [[name, type], ...inside(name, type.getValues())]
  if (isInputObjectType(type))
    return [[name, type], ...inside(name, Object.values(type.getFields()))]
  if (!isObjectType(type)) return [[name, type]]
  const fields = Object.values(type.getFields())
  return [
    [name, type],
    ...inside(name, fields),
    ...fields.flatMap((field) => inside(`${name}.${field.name}`, field.args))
  ]
}

test('the schema and its resolvers fit together', async () => {
  const apollo = createApollo(createLog('silent'), { introspection: 'analyst', safeList: null })
  await expect(apollo.start()).resolves.toBeUndefined()
  await apollo.stop()
})

test('every type, field, argument and value says what it is', () => {
  const silent = ours
    .flatMap(partsOf)
    .filter(([, part]) => (part.description ?? '').trim() === '')
    .map(([path]) => path)
  expect(silent).toEqual([])
})

test('everything that can be asked or changed has a resolver', () => {
  for (const [name, type] of [
    ['Query', schema.getQueryType()],
    ['Mutation', schema.getMutationType()],
    ['Subscription', schema.getSubscriptionType()]
  ] as const) {
    const asked = Object.keys(type?.getFields() ?? {}).sort()
    expect(asked.length).toBeGreaterThan(0)
    expect(Object.keys(resolvers[name] ?? {}).sort()).toEqual(asked)
  }
})

test('nothing in the schema says any JSON where a type would do, but where the content is free', () => {
  const free = ours.flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => String(field.type).startsWith('JSON'))
          .map((field) => `${type.name}.${field.name}`)
      : []
  )
  expect(free.sort()).toEqual(['Job.result', 'Node.properties'])
})
