import type { TraceInput } from '../src/cairn.js'

/** Packages whose documentation is already in node_modules: what Cairn itself is built on. */
export const packages = [
  'neo4j-driver',
  'neo4j-driver-core',
  'express',
  '@apollo/server',
  'graphql',
  'pino',
  'commander'
] as const

type SeedTrace = Omit<TraceInput, 'agent' | 'task'> & { readonly agent: string }

export interface SeedProblem {
  readonly title: string
  readonly task: string
  readonly attempts: readonly SeedTrace[]
}

/** Problems met while Cairn was built, and what was tried, in our own words. */
export const problems: readonly SeedProblem[] = [
  {
    title: 'A number passed as LIMIT is refused by Neo4j',
    task: 'A Cypher query with LIMIT $limit fails from JavaScript although limit is the number 10. Neo4j says that 10.0 is not a valid value for LIMIT.',
    attempts: [
      {
        agent: 'builder-1',
        outcome: 'failed',
        code: "await driver.executeQuery('MATCH (n) RETURN n LIMIT $limit', { limit: Math.trunc(10) })",
        error:
          "Neo4jError: LIMIT: Invalid input. '10.0' is not a valid value. Must be a non-negative integer.",
        note: 'Rounding in JavaScript changes nothing: every JavaScript number is sent as a float.'
      },
      {
        agent: 'builder-2',
        outcome: 'passed',
        code: "import neo4j from 'neo4j-driver'\nawait driver.executeQuery('MATCH (n) RETURN n LIMIT $limit', { limit: neo4j.int(10) })",
        note: 'Wrapping the number with neo4j.int sends an integer, and LIMIT takes it.',
        apis: ['neo4j-driver-core.int', 'neo4j-driver-core.Driver.executeQuery']
      }
    ]
  },
  {
    title: 'Integers come back as objects',
    task: 'Counts read with the Neo4j driver are objects with low and high instead of JavaScript numbers, and JSON.stringify shows them so.',
    attempts: [
      {
        agent: 'builder-1',
        outcome: 'passed',
        code: 'const driver = neo4j.driver(uri, auth, { disableLosslessIntegers: true })',
        note: 'With disableLosslessIntegers the driver returns plain numbers; safe while every integer stays below 2 to the 53rd.',
        apis: ['neo4j-driver-core.Config.disableLosslessIntegers']
      }
    ]
  },
  {
    title: 'GraphQL clients see internal error text',
    task: 'An Apollo Server shows database messages to its clients. Hide the text of internal errors from GraphQL clients but keep an error code in extensions.',
    attempts: [
      {
        agent: 'builder-3',
        outcome: 'failed',
        code: 'formatError: (formatted, error) => ({ ...formatted, extensions: { code: error.code } })',
        error: "TypeError: Cannot read properties of undefined (reading 'code')",
        note: 'The error that formatError gets is wrapped by graphql-js; its own fields are on the original error.'
      },
      {
        agent: 'builder-2',
        outcome: 'passed',
        code: "import { unwrapResolverError } from '@apollo/server/errors'\n\nformatError: (formatted, error) => {\n  const original = unwrapResolverError(error)\n  return original instanceof OurError\n    ? { ...formatted, message: original.message, extensions: { code: original.code } }\n    : { message: 'internal error', extensions: { code: 'BUG' } }\n}",
        note: 'unwrapResolverError gives the error that the resolver threw; everything unknown gets one fixed sentence and a code.',
        apis: ['@apollo/server/errors.unwrapResolverError', 'graphql.GraphQLError.extensions']
      }
    ]
  },
  {
    title: 'Passwords turn up in the log',
    task: 'Keep passwords and tokens out of the logs that pino writes, wherever they stand in the logged object.',
    attempts: [
      {
        agent: 'builder-1',
        outcome: 'passed',
        code: "const log = pino({ redact: { paths: ['password', '*.password', '*.*.password'], censor: '[redacted]' } })",
        note: 'Redaction goes by path: a wildcard stands for one level, so each depth needs a path of its own.',
        apis: ['pino.redactOptions']
      },
      {
        agent: 'builder-3',
        outcome: 'failed',
        code: "const log = pino({ redact: ['password'] })",
        note: 'Only the top level was redacted; the password inside a nested config object still reached the log.',
        error: 'AssertionError: expected the log not to contain the password'
      }
    ]
  },
  {
    title: 'An Express error handler is never called',
    task: 'An Express error-handling middleware is ignored: errors thrown by routes are answered with an HTML page instead of our JSON.',
    attempts: [
      {
        agent: 'builder-2',
        outcome: 'failed',
        code: 'app.use((error, request, response) => response.status(500).json({ message: error.message }))',
        error: 'TypeError: response.status is not a function',
        note: 'A handler with three parameters is taken for ordinary middleware.'
      },
      {
        agent: 'builder-1',
        outcome: 'passed',
        code: 'app.use((error, request, response, next) => response.status(500).json({ message: error.message }))',
        note: 'Express knows an error handler by its four parameters; name all four even if next is not used.',
        apis: ['express.ErrorRequestHandler']
      }
    ]
  }
]

export interface SeedInsight {
  readonly title: string
  readonly applies: string
  readonly advice: string
  readonly avoid: string
  readonly code: string | null
  readonly about: readonly string[]
  /** Title of the problem whose attempts it was drawn from. */
  readonly from: string
  /** Package and path#anchor of the section that says so, and words of the sentence to quote: the sentence itself is read there. */
  readonly backing: {
    readonly package: string
    readonly section: string
    readonly words: readonly string[]
  }
}

/** What people of Cairn have learned and agreed on. */
export const insights: readonly SeedInsight[] = [
  {
    title: 'Wrap integers that Cypher needs as integers',
    applies: 'A query parameter stands in LIMIT, SKIP, a range or an index.',
    advice: 'Wrap the number with neo4j.int before it is sent.',
    avoid: 'Do not round in JavaScript: the driver sends every number as a float.',
    code: '{ limit: neo4j.int(10) }',
    about: ['neo4j-driver-core.int'],
    from: 'A number passed as LIMIT is refused by Neo4j',
    backing: {
      package: 'neo4j-driver',
      section: 'README#numbers-and-the-integer-type',
      words: ['number', 'parameter', 'recognized', 'Float']
    }
  },
  {
    title: 'Look at the original error before you hide it',
    applies: 'formatError of Apollo Server decides what clients see.',
    advice:
      'Take the original with unwrapResolverError, show what you know, and answer everything else with one sentence and a code.',
    avoid: 'Do not read your own fields from the wrapped GraphQLError.',
    code: null,
    about: ['@apollo/server/errors.unwrapResolverError', 'graphql.GraphQLError.extensions'],
    from: 'GraphQL clients see internal error text',
    backing: {
      package: 'graphql',
      section: 'api/error/GraphQLError#GraphQLError.extensions',
      words: ['extension', 'fields', 'formatted', 'error']
    }
  },
  {
    title: 'CALL … IN TRANSACTIONS needs Session.run',
    applies: 'A large update is written in batches with CALL … IN TRANSACTIONS.',
    advice: 'Run it with session.run, which leaves the transaction to the server.',
    avoid: 'Do not use driver.executeQuery or a managed transaction for it.',
    code: null,
    about: ['neo4j-driver-core.Driver.executeQuery', 'neo4j-driver-core.Session.run'],
    from: 'Integers come back as objects',
    backing: {
      package: 'neo4j-driver-core',
      section: 'api/types/driver#Driver.executeQuery',
      words: ['explicit', 'transaction', 'queries', 'work', 'run']
    }
  }
]
