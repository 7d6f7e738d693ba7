/** A behaviour that agents met, what they tried, and how each of them tells of it: so that something waits for review. */
interface Behaviour {
  readonly task: string
  readonly about: readonly string[]
  /** In the words of each agent that found out. */
  readonly told: readonly { readonly happens: string; readonly instead: string }[]
  readonly shownBy: string
  /** What a third one tried, and what it met. */
  readonly failed: { readonly code: string; readonly error: string }
}

/** True of the versions in node_modules; in our own words. */
export const behaviours: readonly Behaviour[] = [
  {
    task: 'Hide the passwords of nested users in the logs that pino writes.',
    about: ['pino.redactOptions.paths'],
    told: [
      {
        happens: 'a wildcard stands for one level only, so deeper keys stay in the log',
        instead: 'name each level, such as users[*].password'
      },
      {
        happens: 'a wildcard in a path matches one level and no deeper keys',
        instead: 'give a path for every level'
      }
    ],
    shownBy: "pino({ redact: { paths: ['users[*].password', 'users[*].card.number'] } })",
    failed: {
      code: "import pino from 'pino'\nconst log = pino({ redact: { paths: ['*.password'] } })\nlog.info({ users: [{ password: 'secret' }] })",
      error: 'AssertionError: the log still contains a password'
    }
  },
  {
    task: 'Answer every error of an Express application with JSON.',
    about: ['express.ErrorRequestHandler'],
    told: [
      {
        happens: 'is skipped when the function has three parameters: Express tells it by its four',
        instead: 'declare all four parameters, also those that are not used'
      },
      {
        happens: 'a handler with fewer than four parameters is taken for ordinary middleware',
        instead: 'write (error, request, response, next)'
      }
    ],
    shownBy:
      'app.use((error, _request, response, _next) => response.status(500).json({ error: error.message }))',
    failed: {
      code: "import express from 'express'\nconst app = express()\napp.use((error, request, response) => response.json({ error }))",
      error: 'AssertionError: expected application/json, got text/html'
    }
  },
  {
    task: 'Run a command whose action is asynchronous and set the exit code by its outcome.',
    about: ['commander.Command.parseAsync', 'commander.Command.parse'],
    told: [
      {
        happens: 'parse does not wait for asynchronous actions, and their errors end nowhere',
        instead: 'await program.parseAsync()'
      },
      {
        happens: 'an asynchronous action goes on after parse has returned',
        instead: 'use parseAsync and await it'
      }
    ],
    shownBy: 'await program.parseAsync(process.argv)',
    failed: {
      code: "import { Command } from 'commander'\nconst program = new Command()\nprogram.action(async () => { throw new Error('no') })\nprogram.parse()",
      error: 'UnhandledPromiseRejection: no'
    }
  },
  {
    task: 'Write the logs of pino to a file and to the console, formatted by a function of ours.',
    about: ['pino.transport'],
    told: [
      {
        happens: 'runs in a worker thread, so functions among its options do not arrive',
        instead: 'put the function in a module and name the module as target'
      },
      {
        happens: 'options are cloned for a worker: a function in them is refused',
        instead: 'name a module of your own as the target'
      }
    ],
    shownBy: "pino.transport({ target: './pretty.js', options: { colour: true } })",
    failed: {
      code: "import pino from 'pino'\npino(pino.transport({ target: 'pino-pretty', options: { messageFormat: (line) => line.msg } }))",
      error: 'DataCloneError: (line) => line.msg could not be cloned.'
    }
  },
  {
    task: 'Serialize dates of a schema that is written in the schema language.',
    about: ['graphql.buildSchema', 'graphql.GraphQLScalarType'],
    told: [
      {
        happens: 'makes custom scalars that pass every value on as it is',
        instead: 'give the scalar its serialize function after the schema was built'
      },
      {
        happens: 'custom scalars of the schema language have no code of their own',
        instead: 'assign serialize to the scalar of the schema'
      }
    ],
    shownBy: "schema.getType('Date').serialize = (value) => value.toISOString()",
    failed: {
      code: "import { buildSchema } from 'graphql'\nconst schema = buildSchema('scalar Date type Query { now: Date }')",
      error: 'AssertionError: expected an ISO 8601 string'
    }
  },
  {
    task: 'Read the body of a request that may be JSON or a form.',
    about: ['express.json'],
    told: [
      {
        happens: 'leaves request.body undefined for every other content type',
        instead: 'add express.urlencoded, and ask whether there is a body'
      },
      {
        happens: 'request.body is undefined, not empty, where the content type is another',
        instead: 'use express.urlencoded beside it'
      }
    ],
    shownBy: 'app.use(express.json(), express.urlencoded({ extended: true }))',
    failed: {
      code: "import express from 'express'\nconst app = express()\napp.use(express.json())\napp.post('/', (request, response) => response.json(request.body.name))",
      error: "TypeError: Cannot read properties of undefined (reading 'name')"
    }
  }
]
