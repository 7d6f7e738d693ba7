import { errorSignatures } from '../../src/domain/error-signature.js'
import { expectLinear } from '../support/linear-time.js'

const formsOf = (text: string) => errorSignatures(text).map(({ normalForm }) => normalForm)
const chained = `Traceback (most recent call last):
  File "/srv/a.py", line 3, in f
    return prices[name]
KeyError: 'bread'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/srv/a.py", line 9, in <module>
    f('bread')
ValueError: no price for "bread" after 3 tries in 0.25s`

const group = `  + Exception Group Traceback (most recent call last):
  |   File "/srv/a.py", line 4, in <module>
  | ExceptionGroup: two tasks failed (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | Traceback (most recent call last):
    |   File "/srv/a.py", line 2, in g
    | TypeError: g() takes 1 positional argument but 2 were given
    +------------------------------------`

const node = `node:internal/modules/esm/resolve:873
  throw new ERR_MODULE_NOT_FOUND(packageName, fileURLToPath(base), null);
Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'shelf' imported from /srv/app/main.js
    at packageResolve (node:internal/modules/esm/resolve:873:9) {
  code: 'ERR_MODULE_NOT_FOUND'
}`

const java = `Exception in thread "main" java.lang.IllegalStateException: cannot start worker 7
\tat shop.Main.main(Main.java:12)
Caused by: java.io.FileNotFoundException: /etc/shop/prices.csv (No such file or directory)
\tat java.base/java.io.FileInputStream.open0(Native Method)`

test.each([
  [
    'chained exceptions',
    chained,
    ['ValueError: no price for <name> after <n> tries in <duration>', "KeyError: 'bread'"]
  ],
  [
    'an exception group',
    group,
    [
      'TypeError: <name>() takes <n> positional argument but <n> were given',
      'ExceptionGroup: two tasks failed (<n> sub-exceptions)'
    ]
  ],
  [
    'a syntax error with a caret',
    '  File "a.py", line 2\n    x = = 3\n        ^\nSyntaxError: invalid syntax (a.py, line 2)',
    ['SyntaxError: invalid syntax']
  ],
  [
    'an error whose message stands below it',
    'AssertionError: \nArrays are not equal\n\nMismatched elements: 3 / 4',
    ['AssertionError: Arrays are not equal']
  ],
  [
    'an error of a module whose name has no usual ending',
    'Traceback (most recent call last):\n  File "a.py", line 1, in f\nsocket.timeout: timed out',
    ['socket.timeout: timed out']
  ],
  [
    'a warning before an error',
    '/srv/a.py:3: FutureWarning: use explode instead\nIndexError: list index out of range\n/srv/a.py:9: FutureWarning: use explode instead',
    ['IndexError: list index out of range', 'FutureWarning: use explode instead']
  ],
  [
    'Node, with its code',
    node,
    ["Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'shelf' imported from <path>"]
  ],
  [
    'a missing file in Node',
    "Error: ENOENT: no such file or directory, open '/srv/a.json'\n  errno: -2,\n  code: 'ENOENT'",
    ['Error: ENOENT: no such file or directory, open <name>']
  ],
  ['only a code in Node', "  errno: -2,\n  code: 'ECONNRESET',", ['Node: ECONNRESET']],
  [
    'TypeScript',
    "src/a.ts(3,7): error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
    ["TS2345: Argument of type 'string' is not assignable to parameter of type 'number'"]
  ],
  [
    'Java with a cause',
    java,
    [
      'java.io.FileNotFoundException: <path> (No such file or directory)',
      'java.lang.IllegalStateException: cannot start worker <n>'
    ]
  ],
  [
    'a panic in Go',
    'panic: runtime error: index out of range [5] with length 3\n\ngoroutine 1 [running]:',
    ['panic: runtime error: index out of range <list> with length <n>']
  ],
  ['the Go compiler', './shop.go:3:2: undefined: price', ['go: undefined: <name>']],
  [
    'the Rust compiler',
    'error[E0382]: borrow of moved value: `basket`\n --> src/main.rs:4:20',
    ['E0382: borrow of moved value: <name>']
  ],
  [
    'a panic in Rust',
    "thread 'main' panicked at src/main.rs:3:5:\nindex out of bounds: the len is 3 but the index is 9",
    ['panic: index out of bounds: the len is <n> but the index is <n>']
  ],
  [
    'a C compiler',
    "main.c:3:5: error: use of undeclared identifier 'price'",
    ['compiler: use of undeclared identifier <name>']
  ],
  [
    'a command that is missing',
    'bash: line 1: shelve: command not found',
    ["shell: command not found: 'shelve'"]
  ],
  [
    'a command that is missing in zsh',
    'zsh: command not found: shelve',
    ["shell: command not found: 'shelve'"]
  ],
  [
    'a file that a shell cannot find',
    'cat: prices.csv: No such file or directory',
    ['shell: No such file or directory']
  ],
  ['npm', 'npm error code ERESOLVE\nnpm error could not resolve', ['npm: ERESOLVE']],
  [
    'the summary of pytest',
    "FAILED test/test_shop.py::test_price - KeyError: 'bread'\n=== 1 failed, 3 passed in 0.12s ===",
    ["KeyError: 'bread'"]
  ],
  ['only a count of failures', '=== 2 failed, 3 passed in 0.12s ===', ['pytest: failed']],
  ['only an exit code', 'Command exited with code 137', ['exit: 137']]
])('%s', (_, text, forms) => {
  expect(formsOf(text)).toEqual(forms)
})

test.each([
  ['KeyError: 9', 'KeyError: 7'],
  ['ValueError: shapes (2,) (3,) differ', 'ValueError: shapes (2, 2) (3, 1, 4) differ'],
  [
    "NameError: name 'a' is not defined",
    "NameError: name 'list' is not defined. Did you mean: 'b'?"
  ],
  ['OSError: no room in /tmp/a/b', 'OSError: no room in /var/lib/x/y/z'],
  ['RuntimeError: bad pointer 0x7f00aa', 'RuntimeError: bad pointer 0x1'],
  [
    'RuntimeError: job 0b9c1f5e-2f51-4d0e-9a4e-33f2b1f0a001 failed',
    'RuntimeError: job 1b9c1f5e-2f51-4d0e-9a4e-33f2b1f0a0ff failed'
  ],
  ['KeyError: "[\'a\'] not in index"', "KeyError: \"['b', 'c'] not in index\""],
  ['Error: timed out after 30ms', 'Error: timed out after 1.5s'],
  ['AssertionError:\nsums differ: 1', 'AssertionError: sums differ: 22'],
  ['RuntimeError: cannot multiply 32x512 by 4x8', 'RuntimeError: cannot multiply 1x2 by 3x4'],
  ['Error: no answer from 10.0.0.1:8080', 'Error: no answer from localhost:3000'],
  [
    "a.c:(.text+0x3a): undefined reference to `sin'",
    "b.c:(.text+0x1): undefined reference to `cos'"
  ],
  [
    '\u001b[31merror[E0277]\u001b[0m: the trait bound `A: B` is not satisfied',
    'error[E0277]: the trait bound `C: D` is not satisfied'
  ],
  [
    "x.rb:3:in `bake': undefined method `[]' for nil:NilClass (NoMethodError)",
    "y.rb:9:in 'heat': undefined method '[]' for nil (NoMethodError)"
  ],
  [
    "Oven.cs(3,5): error CS0103: The name 'a' does not exist [/a/b.csproj]",
    "Door.cs(9,1): error CS0103: The name 'b' does not exist [/c.csproj]"
  ],
  [
    '#9 1.31 ERROR: No matching distribution found for oven==1.0',
    'ERROR: No matching distribution found for door==2.3'
  ]
])('%j and %j have one cause', (one, other) => {
  expect(formsOf(one)).toHaveLength(1)
  expect(formsOf(one)).toEqual(formsOf(other))
})

test.each([
  [
    "AttributeError: 'NoneType' object has no attribute 'x'",
    "AttributeError: 'str' object has no attribute 'x'"
  ],
  ["TypeError: can only join 'str', got 'int'", "TypeError: can only join 'str', got 'NoneType'"],
  ['AssertionError', 'AssertionError: \nArrays are not equal'],
  [
    "AttributeError: 'Oven' object has no attribute 'heat'",
    "AttributeError: 'Oven' object has no attribute 'cool'"
  ],
  ["ModuleNotFoundError: No module named 'oven'", "ModuleNotFoundError: No module named 'door'"],
  ["KeyError: 'north'", "KeyError: 'south'"],
  [
    "TypeError: bake() got an unexpected keyword argument 'hot'",
    "TypeError: bake() got an unexpected keyword argument 'cold'"
  ],
  ['Error [ERR_A_B]: failed', 'Error [ERR_C_D]: failed'],
  ["error TS2322: Type 'string' is wrong", "error TS2322: Type 'number' is wrong"],
  ["ValueError: can't be empty", "ValueError: can't be negative"]
])('%j and %j have different causes', (one, other) => {
  expect(formsOf(one)).toHaveLength(1)
  expect(formsOf(one)).not.toEqual(formsOf(other))
})

test.each([
  '    raise ValueError\n    except KeyError:\n    throw new TypeError("x")',
  'How do I handle errors? An Error may happen: see below.',
  'The process ended with exit code 0.',
  'class PriceError(Exception):\n    pass',
  '5 passed in 0.10s'
])('%j names no error', (text) => {
  expect(formsOf(text)).toEqual([])
})

test('at most five errors, each cut short', () => {
  const text = Array.from(
    { length: 30 },
    (_, i) => `Shop${'x'.repeat(i)}Error: ${'a '.repeat(2000)}`
  )
  const found = errorSignatures(text.join('\n'))
  expect(found).toHaveLength(5)
  for (const { example, normalForm } of found) {
    expect(example.length).toBeLessThanOrEqual(500)
    expect(normalForm.length).toBeLessThanOrEqual(600)
  }
})

test.each(['A.', '(a', 'Error: ', '/a', "'", '[1, ', 'a: ', '\n  a\n', '| '])(
  '500,000 characters of %j take about eight times as long as an eighth of them',
  (unit) => {
    const text = unit.repeat(500_000 / unit.length)
    expectLinear((part) => errorSignatures(`Traceback (most recent call last)\n${part}`), text)
    expectLinear(errorSignatures, text)
  }
)

describe('a text that is known to tell of a failure', () => {
  const said = (text: string) =>
    errorSignatures(text, { failed: true }).map(({ normalForm }) => normalForm)

  test.each([
    [
      "a sentence in no tool's form",
      'Reading the oven plan\nOven 3 does not support the programme "rye"\nDone in 4 s',
      ['failure: Oven <n> does not support the programme <name>']
    ],
    [
      'what the tool calls an error, before what else sounds like one',
      'cache is missing, building it\nbakery: error: plan /srv/ovens.plan has expired\nbakery could not finish',
      ['failure: plan <path> has expired']
    ],
    [
      'a sentence before the code of exit',
      'The flour store is unreachable from this oven\nProcess completed with exit code 1.',
      ['failure: The flour store is unreachable from this oven']
    ]
  ])('is known by %s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
    expect(formsOf(text).some((form) => form.startsWith('failure'))).toBe(false)
  })

  test('counts last: a named error and what a test expected stand before it', () => {
    expect(said("The shelf is missing\nKeyError: 'rye'")).toEqual(["KeyError: 'rye'"])
    expect(said('--- FAIL: TestBake (0.00s)\n    bake_test.go:4: oven is missing')).toEqual([
      'go test: TestBake'
    ])
  })

  test('without a word of failure has none', () => {
    expect(said('Baked 3 loaves\nSee the plan for more')).toEqual([])
  })

  test('takes time in proportion to its length', () => {
    expectLinear(said, 'cannot a: error: '.repeat(40_000))
    expectLinear(said, 'the oven is fine\n'.repeat(40_000))
  })
})
