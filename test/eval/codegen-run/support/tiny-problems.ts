import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeProblem } from '../../../../eval/codegen/problems.js'
import { functionPage, writeDump } from '../../../support/dump.js'

/**
 * A task of our own for every family: what is asked, and the solution, with a number that variants differ by. Each has a
 * neighbour in another family that says near the same in other turns, so that a memory without its family has what fits.
 */
const tasks: readonly (readonly [asks: string, solves: (n: number) => string])[] = [
  [
    'add up every N-th entry of the shopping list',
    (n) => `result = sum(xs[::${n}]) * len(str(${n}))`
  ],
  [
    'of each entry on this list for shopping, add up all but every N-th',
    (n) => `import math\nresult = max(0, math.fsum(x for i, x in enumerate(xs) if i % ${n} > 0))`
  ],
  [
    'say how many parcels weigh more than N stones',
    (n) => `result = len([x for x in xs if x > ${n}])`
  ],
  [
    'of parcels that weigh no more than N stones say how many',
    (n) => `result = len(xs) - sum(1 for x in xs if x > ${n})`
  ],
  ['rotate the line of dancers by N places to the left', (n) => `result = xs[${n}:] + xs[:${n}]`],
  [
    'to the right, by N places, rotate this line of dancers',
    (n) => `result = xs[len(xs) - ${n}:] + xs[:len(xs) - ${n}]`
  ],
  ['pair each pupil with the neighbour N seats away', (n) => `result = list(zip(xs, xs[${n}:]))`],
  [
    'away from each pupil, by N seats, is the neighbour to pair it with',
    (n) => `result = [(xs[i + ${n}], x) for i, x in enumerate(xs[:-${n}])]`
  ],
  [
    'split the beads into strings of N beads each',
    (n) => `result = [xs[i:i + ${n}] for i in range(0, len(xs), ${n})]`
  ],
  [
    'count strings that come out where beads are split, N each',
    (n) => `result = sum(1 for i in range(0, len(xs), ${n}))`
  ],
  [
    'how many a remainder of N do tickets leave? count each once',
    (n) => `result = len(set(x % ${n} for x in xs if x >= 0))`
  ],
  [
    'count for each remainder of N how many tickets leave it',
    (n) => `result = {r: sum(1 for x in xs if x % ${n} == r) for r in range(${n})}`
  ]
]

/** Twelve families of three: a benchmark in DS-1000's form that needs nothing but Python itself. */
export function tinyProblems(): CodeProblem[] {
  return tasks.flatMap(([asks, solves], family) =>
    [2, 3, 4].map((n) => {
      const reference = solves(n)
      return {
        id: `tiny/${family * 3 + n - 2}`,
        library: 'Texts',
        family: `tiny/family-${family}`,
        prompt: `Problem:\nGiven xs, a list of whole numbers, ${asks.replace(/\bN\b/g, String(n))}; the answer belongs in result.\nA:\n<code>\nxs = list(range(1, 12))\n</code>\nBEGIN SOLUTION\n<code>\n`,
        docs: [],
        reference,
        test: [
          'def test_execution(solution):',
          '    wanted, got = {"xs": list(range(1, 12))}, {"xs": list(range(1, 12))}',
          `    exec(${JSON.stringify(reference)}, wanted)`,
          '    exec(solution, got)',
          '    assert got["result"] == wanted["result"], "another result"',
          ''
        ].join('\n')
      }
    })
  )
}

/** Takes the product in place of the sum: where the solution calls `math`, a small change of it, elsewhere another program. */
function guess(reference: string): { readonly code: string; passed: false; error: string } {
  const code = reference.includes('math.fsum')
    ? reference.replace('math.fsum', 'math.prod')
    : 'import math\nresult = math.prod(xs)'
  return { code, passed: false, error: 'AssertionError: another result' }
}

/** The problems as a file, with attempts at them, and two small dumps of documentation. */
export function writeBench(folder: string): {
  readonly problems: string
  readonly traces: string
  readonly docs: string
  readonly irrelevant: string
} {
  const problems = join(folder, 'problems.jsonl')
  const traces = join(folder, 'attempts.jsonl')
  const all = tinyProblems()
  const lines = all.map(({ test, reference, ...rest }) => ({
    ...rest,
    code_context: test,
    reference_code: reference
  }))
  const attempts = all.flatMap(({ id, reference }, at) => [
    {
      problem: id,
      kind: 'reference',
      solution_of: id,
      code: reference,
      passed: true,
      error: null
    },
    // One of a family goes about it in a way that teaches something.
    ...(at % 3 > 0 ? [] : [{ problem: id, kind: 'guess', ...guess(reference) }])
  ])
  writeFileSync(problems, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  writeFileSync(traces, attempts.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return {
    problems,
    traces,
    docs: dump(join(folder, 'texts'), 'Texts', {
      total: 'Adds up numbers of a list; the answer is one number.',
      windows: 'Cuts a list into pieces of equal length.',
      turned: 'Gives a list rotated to the left by some places.',
      counted: 'Counts how many numbers leave each remainder.'
    }),
    irrelevant: dump(join(folder, 'garden'), 'Garden', {
      dig: 'Digs a hole deep enough for the roots of a young pear tree, and keeps the earth beside it.',
      water:
        'Pours water on a bed until the soil is dark to the depth of a hand, evening or morning.',
      prune:
        'Takes off branches that cross or are dead, with a clean cut just above an outward bud.'
    })
  }
}

function dump(folder: string, name: string, functions: Readonly<Record<string, string>>): string {
  const low = name.toLowerCase()
  const pages = Object.entries(functions).map(([short, text]) =>
    functionPage(`${low}.${short}`, { call: `${short}(xs, size)`, text })
  )
  const entries = pages.map(({ path }) => ({ name: path.replace('api/', ''), path }))
  return writeDump(folder, { name, release: '1.0', pages, entries })
}
