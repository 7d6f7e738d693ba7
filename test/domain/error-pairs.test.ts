import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../src/package-root.js'
import { errorSignatures } from '../../src/domain/error-signature.js'

/** The error that counts first in what a tool printed. */
const first = (text: string) => errorSignatures(text, { failed: true })[0]?.normalForm

const traceback = (...lines: string[]) =>
  [
    'Traceback (most recent call last):',
    '  File "/srv/shop/run.py", line 8, in <module>',
    '    main()',
    ...lines
  ].join('\n')

/** What one run printed, and another: the same error, met again. */
const same: readonly (readonly [string, string, string])[] = [
  [
    'node: what a package does not export',
    'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath \'./lib/tray\' is not defined by "exports" in /srv/a/node_modules/oven/package.json',
    'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: Package subpath \'./lib/tray\' is not defined by "exports" in /home/b/node_modules/oven/package.json imported from /home/b/x.js'
  ],
  [
    'python: missing column',
    traceback("KeyError: 'price'"),
    "E       KeyError: 'price'\n\ntest_shop.py:4: KeyError\n1 failed in 0.3s"
  ],
  [
    'python: chained',
    `${traceback('ConnectionRefusedError: [Errno 111] Connection refused')}\n\nThe above exception was the direct cause of the following exception:\n\n${traceback('urllib3.exceptions.NewConnectionError: <urllib3.connection.HTTPConnection object at 0x7f2a>: Failed to establish a new connection: [Errno 111] Connection refused')}`,
    traceback(
      'urllib3.exceptions.NewConnectionError: <urllib3.connection.HTTPConnection object at 0x10ab>: Failed to establish a new connection: [Errno 111] Connection refused'
    )
  ],
  [
    'python: exception group',
    '  + Exception Group Traceback (most recent call last):\n  |   File "a.py", line 3, in <module>\n  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    |   File "b.py", line 9, in f\n    | TimeoutError: no answer within 30 s\n    +------------------------------------',
    '  + Exception Group Traceback (most recent call last):\n  |   File "/x/y.py", line 77, in go\n  | ExceptionGroup: unhandled errors in a TaskGroup (3 sub-exceptions)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    |   File "/x/z.py", line 12, in g\n    | TimeoutError: no answer within 45 s\n    +------------------------------------'
  ],
  [
    'pydantic: a type',
    "pydantic_core._pydantic_core.ValidationError: 1 validation error for Bread\nweight\n  Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='ten', input_type=str]\n    For further information visit https://errors.pydantic.dev/2.5/v/int_parsing",
    "pydantic_core._pydantic_core.ValidationError: 1 validation error for Cake\nlayers.0.height\n  Input should be a valid integer, unable to parse string as an integer [type=int_parsing, input_value='x', input_type=str]\n    For further information visit https://errors.pydantic.dev/2.11/v/int_parsing"
  ],
  [
    'torch: shapes',
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x512 and 256x10)',
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (1x64 and 128x2)'
  ],
  [
    'torch: sizes',
    'RuntimeError: The size of tensor a (3) must match the size of tensor b (4) at non-singleton dimension 1',
    'RuntimeError: The size of tensor a (128) must match the size of tensor b (64) at non-singleton dimension 0'
  ],
  [
    'webpack: a module of the project',
    "ERROR in ./src/index.js 3:0-28\nModule not found: Error: Can't resolve './basket' in '/home/a/shop/src'\n\nwebpack 5.90.0 compiled with 1 error in 812 ms",
    "ERROR in ./app/main.js 12:0-31\nModule not found: Error: Can't resolve './order' in '/builds/b/web/app'\n\nwebpack 5.91.0 compiled with 1 error in 2031 ms"
  ],
  [
    'vite: an export',
    'error during build:\nsrc/a.ts (2:9): "bake" is not exported by "src/oven.ts", imported by "src/a.ts".',
    'error during build:\nsrc/deep/b.ts (14:12): "heat" is not exported by "src/pan.ts", imported by "src/deep/b.ts".'
  ],
  [
    'jest: what was expected',
    '  ● the basket › sums\n\n    TypeError: basket.total is not a function\n\n      at Object.<anonymous> (basket.test.ts:4:12)\n\nTests:       1 failed, 3 passed, 4 total',
    '  ● orders › of a day\n\n    TypeError: order.total is not a function\n\n      at Object.<anonymous> (test/order.test.ts:40:7)\n\nTests:       1 failed, 90 passed, 91 total'
  ],
  [
    'eslint: a rule',
    "/a/b.ts\n  3:5  error  'x' is never reassigned. Use 'const' instead  prefer-const\n\n✖ 1 problem (1 error, 0 warnings)",
    "/c/d/e.ts\n  33:9  error  'total' is never reassigned. Use 'const' instead  prefer-const\n\n✖ 1 problem (1 error, 0 warnings)"
  ],
  [
    'pnpm: peers',
    ' ERR_PNPM_PEER_DEP_ISSUES  Unmet peer dependencies\n\n.\n└─┬ shelf 1.0.0\n  └── ✕ unmet peer react@^17: found 18.2.0',
    ' ERR_PNPM_PEER_DEP_ISSUES  Unmet peer dependencies\n\npackages/web\n└─┬ lamp 3.1.0\n  └── ✕ unmet peer vue@^2: found 3.4.0'
  ],
  [
    'npm: peers',
    'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR!\nnpm ERR! While resolving: shop@1.0.0\nnpm ERR! Found: react@18.2.0',
    'npm error code ERESOLVE\nnpm error ERESOLVE could not resolve\nnpm error\nnpm error While resolving: lamp@3.0.1\nnpm error Found: vue@3.4.0'
  ],
  [
    'tsc --pretty',
    "\u001b[96msrc/a.ts\u001b[0m:\u001b[93m3\u001b[0m:\u001b[93m7\u001b[0m - \u001b[91merror\u001b[0m\u001b[90m TS2339: \u001b[0mProperty 'bake' does not exist on type 'Oven'.\n\n\u001b[7m3\u001b[0m oven.bake()\n\nFound 1 error in src/a.ts:3",
    "src/deep/b.ts(40,12): error TS2339: Property 'heat' does not exist on type 'Pan'."
  ],
  [
    'GraphQL: a variable',
    '{"errors":[{"message":"Variable \\"$id\\" of required type \\"ID!\\" was not provided.","locations":[{"line":1,"column":9}]}],"data":null}',
    '{"errors":[{"message":"Variable \\"$slug\\" of required type \\"String!\\" was not provided.","locations":[{"line":4,"column":2}]}]}'
  ],
  [
    'maven: types',
    '[ERROR] /a/src/main/java/Cart.java:[9,20] incompatible types: java.lang.String cannot be converted to int\n[INFO] BUILD FAILURE',
    '[ERROR] /b/c/Invoice.java:[120,4] incompatible types: java.lang.String cannot be converted to int\n[INFO] BUILD FAILURE'
  ],
  [
    'gradle, Kotlin: a name',
    "e: file:///a/src/Main.kt:4:5 Unresolved reference: bake\n\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':compileKotlin'.\n> Compilation error. See log for more details",
    "e: file:///b/app/Oven.kt:41:12 Unresolved reference 'heat'.\n\nFAILURE: Build failed with an exception.\n\n* What went wrong:\nExecution failed for task ':app:compileDebugKotlin'.\n> Compilation error. See log for more details"
  ],
  [
    'gcc: a member',
    "bake.c:4:9: error: 'struct oven' has no member named 'heat'\n    4 |   o.heat = 3;\n      |    ^\nmake: *** [Makefile:2: bake.o] Error 1",
    "src/cook.c:120:14: error: 'struct pan' has no member named 'lid'\nmake[1]: *** [Makefile:9: cook.o] Error 1"
  ],
  [
    'gcc: a header',
    'a.c:1:10: fatal error: openssl/ssl.h: No such file or directory\n    1 | #include <openssl/ssl.h>\ncompilation terminated.',
    '/b/c.c:7:10: fatal error: openssl/ssl.h: No such file or directory\ncompilation terminated.\nmake: *** [c.o] Error 1'
  ],
  [
    'ld: a library',
    '/usr/bin/ld: cannot find -lfoo: No such file or directory\ncollect2: error: ld returned 1 exit status',
    '/usr/bin/ld: cannot find -lfoo\ncollect2: error: ld returned 1 exit status'
  ],
  [
    'rustc: a borrow',
    'error[E0502]: cannot borrow `v` as mutable because it is also borrowed as immutable\n --> src/main.rs:4:5\n\nFor more information about this error, try `rustc --explain E0502`.\nerror: could not compile `shop` (bin "shop") due to 1 previous error',
    '\u001b[1m\u001b[31merror[E0502]\u001b[0m: cannot borrow `self.rows` as mutable because it is also borrowed as immutable\n   --> crates/db/src/lib.rs:88:9\nerror: could not compile `db` (lib) due to 1 previous error'
  ],
  [
    'cargo: a version',
    'error: failed to select a version for `serde`.\n    ... required by package `shop v0.1.0 (/a)`\nversions that meet the requirements `^9` are: none',
    'error: failed to select a version for `tokio`.\n    ... required by package `lamp v2.0.0 (/b)`'
  ],
  [
    'rust: a panic',
    "thread 'main' panicked at src/main.rs:4:17:\ncalled `Option::unwrap()` on a `None` value\nnote: run with `RUST_BACKTRACE=1`",
    "thread 'tokio-runtime-worker' panicked at crates/a/src/lib.rs:90:31:\ncalled `Option::unwrap()` on a `None` value"
  ],
  [
    'go: an undefined name',
    '# shop\n./main.go:5:2: undefined: bake',
    '# example.com/lamp/cmd\ncmd/run.go:51:14: undefined: heat'
  ],
  [
    'go vet',
    '# shop\n./a.go:7:2: fmt.Printf format %d has arg name of wrong type string',
    '# lamp\nb/c.go:70:4: fmt.Printf format %d has arg title of wrong type string'
  ],
  [
    'go: a panic',
    'panic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/a/main.go:7 +0x1d\nexit status 2',
    'panic: runtime error: index out of range [12] with length 4\n\ngoroutine 19 [running]:\nlamp/db.(*Rows).At(...)\n\t/b/rows.go:70'
  ],
  [
    'pip: a conflict',
    'ERROR: Cannot install shop==1.0 and numpy==2.0 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/',
    'ERROR: Cannot install -r requirements.txt (line 3) and pandas==1.0 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit https://pip.pypa.io/'
  ],
  [
    'Docker: a file',
    'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 8a9f1c00-aa: "/requirements.txt": not found',
    'ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 0bd23e77-bb: "/package-lock.json": not found'
  ],
  [
    'kubectl: a server that is not there',
    'The connection to the server 10.0.0.4:6443 was refused - did you specify the right host or port?',
    'The connection to the server localhost:8080 was refused - did you specify the right host or port?'
  ],
  [
    'kubectl: not found',
    'Error from server (NotFound): deployments.apps "shop" not found',
    'Error from server (NotFound): deployments.apps "lamp-worker" not found'
  ],
  [
    'git: a merge',
    'error: Your local changes to the following files would be overwritten by merge:\n\tsrc/a.ts\nPlease commit your changes or stash them before you merge.\nAborting',
    'error: Your local changes to the following files would be overwritten by merge:\n\tREADME.md\n\tb.c\nPlease commit your changes or stash them before you merge.\nAborting'
  ],
  [
    'git: a push',
    "To github.com:a/shop.git\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to 'github.com:a/shop.git'",
    "To https://example.org/b/lamp\n ! [rejected]        dev -> dev (non-fast-forward)\nerror: failed to push some refs to 'https://example.org/b/lamp'"
  ],
  [
    'psql: a column',
    'ERROR:  column "prize" does not exist\nLINE 1: SELECT prize FROM cakes;\n               ^',
    'ERROR:  column "colour" does not exist\nLINE 3: WHERE colour = 1'
  ],
  [
    'sqlite: a table',
    'sqlite3.OperationalError: no such table: cakes',
    'sqlite3.OperationalError: no such table: lamps'
  ],
  [
    'Ruby: nil',
    "shop.rb:4:in `bake': undefined method `heat' for nil:NilClass (NoMethodError)",
    "/srv/lamp/run.rb:40:in 'Object#go': undefined method 'heat' for nil (NoMethodError)"
  ],
  [
    'PHP: a class',
    'PHP Fatal error:  Uncaught Error: Class "App\\Oven" not found in /a/run.php:7\nStack trace:\n#0 {main}\n  thrown in /a/run.php on line 7',
    'Fatal error: Uncaught Error: Class "Lamp\\Bulb" not found in /b/c.php:70'
  ],
  [
    'Elixir: a function',
    '** (UndefinedFunctionError) function Oven.bake/1 is undefined (module Oven is not available)\n    Oven.bake(1)\n    run.exs:3: (file)',
    '10:00:00.123 [error] GenServer #PID<0.1.0> terminating\n** (UndefinedFunctionError) function Oven.bake/1 is undefined (module Oven is not available)\n    Oven.bake(3)'
  ],
  [
    'node: a port',
    'Error: listen EADDRINUSE: address already in use :::8080\n    at Server.setupListenHandle (node:net:1463:16)',
    'Error: listen EADDRINUSE: address already in use 0.0.0.0:3000'
  ],
  [
    'node: undefined',
    "TypeError: Cannot read properties of undefined (reading 'map')\n    at List (/a/list.js:3:9)",
    "Uncaught TypeError: Cannot read properties of undefined (reading 'map')\n    at Table (http://localhost:3000/main.js:90:1)"
  ],
  ['shell: a program', 'bash: line 3: jq: command not found', 'zsh: command not found: jq'],
  [
    'times and addresses',
    'RuntimeError: job at 2026-01-02T03:04:05Z failed on 10.0.0.7:5432',
    'RuntimeError: job at 2027-11-12 13:14:15 failed on 192.168.1.20:6000'
  ],
  [
    'python: a file',
    "FileNotFoundError: [Errno 2] No such file or directory: 'data/cakes.csv'",
    "FileNotFoundError: [Errno 2] No such file or directory: '/srv/lamp/in.parquet'"
  ],
  [
    'python: a dtype',
    "ValueError: invalid literal for int() with base 10: 'ten'",
    "ValueError: invalid literal for int() with base 10: ''"
  ],
  [
    'python: a syntax',
    '  File "a.py", line 3\n    def f(\n         ^\nSyntaxError: \'(\' was never closed',
    '  File "/b/c.py", line 30\n    x = g(1,\n         ^\nSyntaxError: \'(\' was never closed'
  ],
  [
    'python: positional arguments',
    "TypeError: bake() missing 1 required positional argument: 'heat'",
    "TypeError: bake() missing 1 required positional argument: 'heat'\nERROR: Job failed: exit code 1"
  ],
  [
    'pytest: a fixture',
    "E       fixture 'oven' not found\n>       available fixtures: cache, capsys\n\n/a/test_a.py:3",
    "E       fixture 'oven' not found\n>       available fixtures: tmp_path\n\n/b/test_b.py:30"
  ],
  [
    'mypy',
    'a.py:3: error: Incompatible types in assignment (expression has type "str", variable has type "int")  [assignment]\nFound 1 error in 1 file (checked 2 source files)',
    'b/c.py:33: error: Incompatible types in assignment (expression has type "str", variable has type "int")  [assignment]\nFound 9 errors in 3 files (checked 70 source files)'
  ],
  [
    'sqlalchemy',
    'sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint "cakes_pkey"\nDETAIL:  Key (id)=(1) already exists.',
    'sqlalchemy.exc.IntegrityError: (psycopg2.errors.UniqueViolation) duplicate key value violates unique constraint "lamps_pkey"\nDETAIL:  Key (id)=(88) already exists.'
  ],
  [
    'torch: a device',
    'RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!',
    'RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:1 and cpu! (when checking argument for argument mat1 in method wrapper_CUDA_addmm)'
  ],
  [
    'cuda: memory',
    'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 15.78 GiB total capacity)',
    'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 20.00 MiB. GPU 1 has a total capacity of 79.15 GiB'
  ],
  [
    'vitest: an assertion',
    ' FAIL  a.test.ts > sums\nAssertionError: expected 3 to be 4 // Object.is equality\n\n- Expected\n+ Received',
    ' FAIL  test/b.test.ts > deep > of all\nAssertionError: expected 30 to be 44 // Object.is equality'
  ],
  [
    'jest: a module',
    "  ● Test suite failed to run\n\n    Cannot find module 'supertest' from 'test/a.test.js'\n\n      at Resolver._throwModNotFoundError (node_modules/jest-resolve/build/resolver.js:427:11)",
    "  ● Test suite failed to run\n\n    Cannot find module 'supertest' from 'b.spec.js'"
  ],
  [
    'jest: ESM',
    '    Jest encountered an unexpected token\n\n    SyntaxError: Cannot use import statement outside a module',
    "/b/c.js:1\nimport x from 'y'\n^^^^^^\n\nSyntaxError: Cannot use import statement outside a module\n    at wrapSafe (node:internal)"
  ],
  [
    'vite: a loader',
    'error during build:\n[vite:esbuild] Transform failed with 1 error:\n/a/b.ts:3:5: ERROR: Expected ";" but found "x"',
    'x Build failed in 90ms\nerror during build:\n[vite:esbuild] Transform failed with 1 error:\n/c/d.ts:33:1: ERROR: Expected ";" but found "y"'
  ],
  [
    'esbuild',
    '✘ [ERROR] Could not resolve "./oven"\n\n    src/a.ts:1:20:',
    '✘ [ERROR] Could not resolve "../pan"\n\n    app/b.ts:11:2:'
  ],
  [
    'npm: a file',
    'npm ERR! code ENOENT\nnpm ERR! syscall open\nnpm ERR! path /a/package.json',
    'npm error code ENOENT\nnpm error syscall open\nnpm error path /b/c/package.json'
  ],
  [
    'next: hydration',
    'Error: Hydration failed because the initial UI does not match what was rendered on the server.',
    'Unhandled Runtime Error\nError: Hydration failed because the initial UI does not match what was rendered on the server.\n    at throwOnHydrationMismatch (a.js:1:1)'
  ],
  [
    'node: refused',
    'Error: connect ECONNREFUSED 127.0.0.1:5432\n    at TCPConnectWrap.afterConnect',
    'Error: connect ECONNREFUSED ::1:6379\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16)'
  ],
  [
    'node: an import',
    "import { bake } from './oven.js'\n         ^^^^\nSyntaxError: The requested module './oven.js' does not provide an export named 'bake'",
    "SyntaxError: The requested module './pan.js' does not provide an export named 'heat'\n    at ModuleJob._instantiate"
  ],
  [
    'tsc: an argument',
    "a.ts:3:5 - error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
    "b.ts(9,1): error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'."
  ],
  [
    'java: null',
    'Exception in thread "main" java.lang.NullPointerException: Cannot invoke "Oven.heat()" because "this.oven" is null\n\tat A.main(A.java:3)',
    'java.lang.NullPointerException: Cannot invoke "Pan.lid()" because "pan" is null\n\tat B.b(B.java:30)'
  ],
  [
    'java: a bean',
    "org.springframework.beans.factory.NoSuchBeanDefinitionException: No qualifying bean of type 'shop.Oven' available: expected at least 1 bean",
    "Caused by: org.springframework.beans.factory.NoSuchBeanDefinitionException: No qualifying bean of type 'lamp.Bulb' available: expected at least 1 bean"
  ],
  [
    'C#: null',
    'Unhandled exception. System.NullReferenceException: Object reference not set to an instance of an object.\n   at A.Main() in /a/A.cs:line 3',
    'System.NullReferenceException: Object reference not set to an instance of an object.\n   at B.C.D() in /b/C.cs:line 30'
  ],
  [
    'g++: no match',
    "a.cpp:3:5: error: no matching function for call to 'bake(int)'",
    "b/c.cpp:33:15: error: no matching function for call to 'heat(Pan&)'"
  ],
  [
    'g++: a name',
    "a.cpp:3:5: error: 'cout' was not declared in this scope",
    "/b/c.cpp:30:9: error: 'cout' was not declared in this scope; did you mean 'std::cout'?"
  ],
  [
    'clang: a type',
    "a.c:3:5: error: use of undeclared identifier 'oven'\n1 error generated.",
    "b.c:30:5: error: use of undeclared identifier 'pan'\n2 errors generated."
  ],
  [
    'rustc: a mismatch',
    'error[E0308]: mismatched types\n --> src/a.rs:3:5\n  |\n3 |     1\n  |     ^ expected `String`, found integer',
    'error[E0308]: mismatched types\n   --> b/src/c.rs:33:5'
  ],
  [
    'cargo: a package',
    'error: no matching package named `oven` found\nlocation searched: crates.io index\nrequired by package `shop v0.1.0 (/a)`',
    'error: no matching package named `pan` found\nlocation searched: crates.io index'
  ],
  [
    'go: an import cycle',
    'package shop\n\timports shop/a\n\timports shop/b\n\timports shop/a: import cycle not allowed',
    'package lamp/cmd\n\timports lamp/x\n\timports lamp/x: import cycle not allowed'
  ],
  [
    'go: a test with a race',
    'panic: test timed out after 10m0s\nrunning tests:\n\tTestBake (10m0s)',
    'panic: test timed out after 30s\nrunning tests:\n\tTestHeat (30s)'
  ],
  [
    'pip: a wheel',
    '  ERROR: Failed building wheel for oven\nFailed to build oven',
    'error: subprocess-exited-with-error\n  × Building wheel for pan (pyproject.toml) did not run successfully.\n  ERROR: Failed building wheel for pan'
  ],
  [
    'pip: managed from outside',
    'error: externally-managed-environment\n\n× This environment is externally managed',
    'error: externally-managed-environment\n\n× This environment is externally managed\n╰─> To install Python packages system-wide, try apt install'
  ],
  [
    'Docker: no daemon',
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?',
    'ERROR: Cannot connect to the Docker daemon at unix:///home/a/.docker/run/docker.sock. Is the docker daemon running?'
  ],
  [
    'Docker: a port',
    'docker: Error response from daemon: driver failed programming external connectivity on endpoint a (8a9f): Bind for 0.0.0.0:80 failed: port is already allocated.',
    'Error response from daemon: driver failed programming external connectivity on endpoint lamp-web-1 (77cc01): Bind for 0.0.0.0:5432 failed: port is already allocated'
  ],
  [
    'kubectl: a manifest',
    'error: error validating "a.yaml": error validating data: ValidationError(Deployment.spec): unknown field "replica" in io.k8s.api.apps.v1.DeploymentSpec',
    'error: error validating "b/c.yaml": error validating data: ValidationError(Deployment.spec): unknown field "replica" in io.k8s.api.apps.v1.DeploymentSpec; if you choose to ignore these errors'
  ],
  [
    'git: a conflict',
    'Auto-merging a.c\nCONFLICT (content): Merge conflict in a.c\nAutomatic merge failed; fix conflicts and then commit the result.',
    'CONFLICT (content): Merge conflict in src/b.ts\nAutomatic merge failed; fix conflicts and then commit the result.'
  ],
  [
    'git: a key',
    'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
    'git@gitlab.com: Permission denied (publickey,keyboard-interactive).\nfatal: Could not read from remote repository.'
  ],
  [
    'psql: a login',
    'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: FATAL:  password authentication failed for user "a"',
    'psql: error: connection to server at "db" (10.0.0.3), port 5433 failed: FATAL:  password authentication failed for user "lamp"'
  ],
  [
    'psql: a duplicate',
    'ERROR:  duplicate key value violates unique constraint "cakes_pkey"\nDETAIL:  Key (id)=(1) already exists.',
    'ERROR:  duplicate key value violates unique constraint "lamps_name_key"\nDETAIL:  Key (name)=(x) already exists.'
  ],
  [
    'terraform: a lock',
    '╷\n│ Error: Error acquiring the state lock\n│\n│ Error message: ConditionalCheckFailedException\n╵',
    '│ Error: Error acquiring the state lock\n│ \n│ Lock Info:\n│   ID: 0b9c1f5e-2f51-4d0e-9a4e-33f2b1f0a001'
  ],
  [
    'Ruby: a constant',
    "a.rb:3:in `b': uninitialized constant Oven (NameError)",
    "/c/d.rb:33:in 'E#f': uninitialized constant Oven (NameError)"
  ],
  [
    'Ruby: bundler',
    "Could not find gem 'oven' in locally installed gems.",
    "Bundler could not find compatible versions\nCould not find gem 'oven' in rubygems repository https://rubygems.org/ or installed locally."
  ],
  [
    'PHP: null',
    'PHP Fatal error:  Uncaught Error: Call to a member function heat() on null in /a/b.php:3',
    'Fatal error: Uncaught Error: Call to a member function heat() on null in /c/d.php:33'
  ],
  [
    'Elixir: no match',
    '** (MatchError) no match of right hand side value: {:error, :enoent}\n    a.exs:3',
    '** (MatchError) no match of right hand side value: {:error, :enoent}\n    (lamp 0.1.0) lib/b.ex:30: Lamp.go/1'
  ]
]

/** Errors of one type, or of one tool, that have another cause. */
const different: readonly (readonly [string, string, string])[] = [
  [
    'node: what another package does not export',
    'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: No "exports" main defined in /srv/a/node_modules/oven/package.json',
    'Error [ERR_PACKAGE_PATH_NOT_EXPORTED]: No "exports" main defined in /srv/a/node_modules/@shop/lamp/package.json'
  ],
  [
    'C#: a type of another package',
    "/a/Oven.cs(7,12): error CS0246: The type or namespace name 'Newtonsoft' could not be found (are you missing a using directive or an assembly reference?) [/a/shop.csproj]\n\nBuild FAILED.",
    "/b/Pan.cs(1,7): error CS0246: The type or namespace name 'Serilog' could not be found (are you missing a using directive or an assembly reference?) [/b/kitchen.csproj]"
  ],
  [
    'terraform: an argument that the resource does not know',
    '╷\n│ Error: Unsupported argument\n│\n│   on main.tf line 4, in resource "aws_s3_bucket" "b":\n│    4:   acl2 = "private"\n│\n│ An argument named "acl2" is not expected here.\n╵',
    '│ Error: Unsupported argument\n│ \n│   on net/vpc.tf line 40, in resource "aws_vpc" "main":\n│ An argument named "cidr" is not expected here.'
  ],
  [
    'python: another module',
    traceback("ModuleNotFoundError: No module named 'yaml'"),
    traceback("ModuleNotFoundError: No module named 'dotenv'")
  ],
  [
    'python: another key',
    traceback("KeyError: 'price'"),
    traceback("KeyError: 'AWS_SECRET_ACCESS_KEY'")
  ],
  [
    'python: another import',
    "ImportError: cannot import name 'Mapping' from 'collections' (/usr/lib/python3.11/collections/__init__.py)",
    "ImportError: cannot import name 'escape' from 'jinja2' (/a/jinja2/__init__.py)"
  ],
  [
    'python: another attribute of a module',
    "AttributeError: module 'numpy' has no attribute 'bool'",
    "AttributeError: module 'numpy' has no attribute 'float'"
  ],
  [
    'python: another argument',
    "TypeError: OneHotEncoder.__init__() got an unexpected keyword argument 'sparse'",
    "TypeError: DataFrame.to_csv() got an unexpected keyword argument 'line_terminator'"
  ],
  [
    'python: another sentence',
    "ValueError: could not convert string to float: 'a'",
    'ValueError: Input contains NaN'
  ],
  [
    'python: another object',
    "TypeError: 'NoneType' object is not iterable",
    "TypeError: 'int' object is not iterable"
  ],
  [
    'python: another loop',
    'RuntimeError: Event loop is closed',
    'RuntimeError: asyncio.run() cannot be called from a running event loop'
  ],
  [
    'python: other causes in a group',
    '  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    | TimeoutError: no answer\n    +---',
    '  | ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    | PermissionError: [Errno 13] Permission denied\n    +---'
  ],
  [
    'pydantic: another rule',
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for Bread\nweight\n  Field required [type=missing, input_value={}, input_type=dict]',
    'pydantic_core._pydantic_core.ValidationError: 1 validation error for Bread\nweight\n  Extra inputs are not permitted [type=extra_forbidden, input_value=1, input_type=int]'
  ],
  [
    'torch: devices and shapes',
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x512 and 256x10)',
    'RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!'
  ],
  [
    'webpack: another package',
    "ERROR in ./src/a.js 1:0-20\nModule not found: Error: Can't resolve 'crypto' in '/a/src'",
    "ERROR in ./src/a.js 1:0-20\nModule not found: Error: Can't resolve 'sass-loader' in '/a'"
  ],
  [
    'eslint: another rule',
    "/a/b.ts\n  3:5  error  'x' is never reassigned. Use 'const' instead  prefer-const\n\n✖ 1 problem",
    '/a/b.ts\n  3:5  error  Unexpected console statement  no-console\n\n✖ 1 problem'
  ],
  [
    'pnpm: another code',
    ' ERR_PNPM_PEER_DEP_ISSUES  Unmet peer dependencies',
    ' ERR_PNPM_NO_MATCHING_VERSION  No matching version found for lamp@9'
  ],
  [
    'npm: another code',
    'npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE could not resolve',
    'npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://registry.npmjs.org/lampx'
  ],
  [
    'npm: another script',
    'npm error Missing script: "lint"',
    'npm error Missing script: "typecheck"'
  ],
  [
    'node: another module',
    "Error: Cannot find module 'express'\nRequire stack:\n- /a/b.js",
    "Error: Cannot find module 'dotenv'\nRequire stack:\n- /a/b.js"
  ],
  [
    'node: another property',
    "TypeError: Cannot read properties of undefined (reading 'map')",
    "TypeError: Cannot read properties of undefined (reading 'length')"
  ],
  [
    'node: null is not undefined',
    "TypeError: Cannot read properties of undefined (reading 'id')",
    "TypeError: Cannot read properties of null (reading 'id')"
  ],
  [
    'node: another method',
    'TypeError: app.use is not a function',
    'TypeError: items.flatMap is not a function'
  ],
  [
    'node: another code',
    "Error: ENOENT: no such file or directory, open '/a'",
    "Error: EACCES: permission denied, open '/a'"
  ],
  [
    'tsc: another code',
    "a.ts(1,2): error TS2339: Property 'x' does not exist on type 'A'.",
    "a.ts(1,2): error TS2551: Property 'x' does not exist on type 'A'. Did you mean 'y'?"
  ],
  [
    'tsc: another module',
    "a.ts(1,2): error TS2307: Cannot find module 'express' or its corresponding type declarations.",
    "a.ts(1,2): error TS2307: Cannot find module 'zod' or its corresponding type declarations."
  ],
  [
    'GraphQL: another rule',
    '{"errors":[{"message":"Cannot query field \\"a\\" on type \\"B\\"."}]}',
    '{"errors":[{"message":"Unknown argument \\"a\\" on field \\"B.c\\"."}]}'
  ],
  [
    'javac: a method and a class',
    '[ERROR] /a/B.java:[1,2] cannot find symbol\n  symbol:   method total()\n  location: class B',
    '[ERROR] /a/B.java:[1,2] cannot find symbol\n  symbol:   class Total\n  location: class B'
  ],
  [
    'java: another package',
    '[ERROR] /a/B.java:[1,2] package org.junit.jupiter.api does not exist',
    '[ERROR] /a/B.java:[1,2] package com.google.gson does not exist'
  ],
  [
    'java: another class',
    'java.lang.NoClassDefFoundError: javax/xml/bind/JAXBException',
    'java.lang.NoClassDefFoundError: org/slf4j/LoggerFactory'
  ],
  [
    'Kotlin: types and names',
    "e: a.kt:1:2 Unresolved reference 'a'.",
    'e: a.kt:1:2 Type mismatch: inferred type is String but Int was expected'
  ],
  [
    'C#: another code',
    "a.cs(1,2): error CS0103: The name 'a' does not exist in the current context [/a.csproj]",
    "a.cs(1,2): error CS1061: 'A' does not contain a definition for 'b' [/a.csproj]"
  ],
  [
    'gcc: another header',
    'a.c:1:10: fatal error: openssl/ssl.h: No such file or directory',
    'a.c:1:10: fatal error: Python.h: No such file or directory'
  ],
  [
    'gcc: another complaint',
    "a.c:4:9: error: 'struct oven' has no member named 'heat'",
    "a.c:4:9: error: 'heat' undeclared (first use in this function)"
  ],
  [
    'ld: another library',
    '/usr/bin/ld: cannot find -lssl\ncollect2: error: ld returned 1 exit status',
    '/usr/bin/ld: cannot find -lpq\ncollect2: error: ld returned 1 exit status'
  ],
  [
    'rustc: another code',
    'error[E0382]: use of moved value: `a`',
    'error[E0499]: cannot borrow `a` as mutable more than once at a time'
  ],
  [
    'rust: another panic',
    "thread 'main' panicked at a.rs:1:2:\ncalled `Option::unwrap()` on a `None` value",
    "thread 'main' panicked at a.rs:1:2:\nattempt to subtract with overflow"
  ],
  [
    'go: another complaint',
    './a.go:1:2: undefined: bake',
    './a.go:1:2: "fmt" imported and not used'
  ],
  [
    'go: another package',
    'a.go:3:2: no required module provides package github.com/lib/pq; to add it:',
    'a.go:3:2: no required module provides package github.com/spf13/cobra; to add it:'
  ],
  [
    'go: another panic',
    'panic: assignment to entry in nil map\n\ngoroutine 1 [running]:',
    'panic: send on closed channel\n\ngoroutine 1 [running]:'
  ],
  [
    'pip: not there and not built',
    'ERROR: No matching distribution found for lamp==9',
    'ERROR: Failed building wheel for lamp'
  ],
  [
    'kubectl: another reason',
    'Error from server (NotFound): pods "a" not found',
    'Error from server (Forbidden): pods is forbidden: User "a" cannot list resource "pods"'
  ],
  [
    'git: another fault',
    'fatal: not a git repository (or any of the parent directories): .git',
    'fatal: refusing to merge unrelated histories'
  ],
  [
    'psql: column and table',
    'ERROR:  column "a" does not exist',
    'ERROR:  relation "a" does not exist'
  ],
  [
    'sqlite: column and table',
    'sqlite3.OperationalError: no such table: a',
    'sqlite3.OperationalError: no such column: a'
  ],
  [
    'terraform: another fault',
    '│ Error: Unsupported argument\n│\n│   on main.tf line 4',
    '│ Error: Reference to undeclared resource\n│\n│   on main.tf line 4'
  ],
  [
    'Ruby: another method',
    "a.rb:1:in `b': undefined method `heat' for nil:NilClass (NoMethodError)",
    "a.rb:1:in `b': undefined method `each' for nil:NilClass (NoMethodError)"
  ],
  [
    'Ruby: another gem',
    'cannot load such file -- nokogiri (LoadError)',
    'cannot load such file -- pg (LoadError)'
  ],
  [
    'PHP: a class and a function',
    'PHP Fatal error:  Uncaught Error: Class "A" not found in /a.php:1',
    'PHP Fatal error:  Uncaught Error: Call to undefined function mb_strlen() in /a.php:1'
  ],
  [
    'PHP: another function',
    'PHP Fatal error:  Uncaught Error: Call to undefined function mb_strlen() in /a.php:1',
    'PHP Fatal error:  Uncaught Error: Call to undefined function curl_init() in /a.php:1'
  ],
  [
    'Elixir: another error',
    '** (KeyError) key :price not found in: %{}',
    '** (FunctionClauseError) no function clause matching in Oven.bake/1'
  ],
  [
    'Elixir: another key',
    '** (KeyError) key :price not found in: %{a: 1}',
    '** (KeyError) key :weight not found in: %{a: 1}'
  ],
  [
    'shell: another program',
    'bash: line 1: jq: command not found',
    'bash: line 1: rg: command not found'
  ],
  [
    'gradle: another dependency',
    "* What went wrong:\nExecution failed for task ':compileJava'.\n> Could not resolve all files for configuration ':compileClasspath'.\n   > Could not find b:oven:9.",
    "* What went wrong:\nExecution failed for task ':compileJava'.\n> Could not resolve all files for configuration ':compileClasspath'.\n   > Could not find d:pan:7.1."
  ],
  [
    'composer: another package',
    '    - Root composer.json requires a/oven ^9, found a/oven[1.0] but it does not match the constraint.',
    '    - Root composer.json requires b/pan ^7, found b/pan[2.0] but it does not match the constraint.'
  ],
  [
    'Docker: another image',
    'docker: Error response from daemon: pull access denied for shop/oven, repository does not exist or may require docker login',
    'docker: Error response from daemon: Bind for 0.0.0.0:80 failed: port is already allocated.'
  ],
  [
    'pytest: another fixture',
    "E       fixture 'oven' not found",
    "E       fixture 'tmp_pan' not found"
  ],
  [
    'Docker: another step',
    'ERROR: failed to solve: node:99: docker.io/library/node:99: not found',
    'ERROR: failed to solve: failed to compute cache key: "/a": not found'
  ]
]

test.each(same)('%s: met again it is the same', (_, one, other) => {
  expect(first(one)).toBeDefined()
  expect(first(other)).toBe(first(one))
})

test.each(different)('%s: is told apart', (_, one, other) => {
  expect(first(one)).toBeDefined()
  expect(first(other)).toBeDefined()
  expect(first(other)).not.toBe(first(one))
})

interface Pair {
  readonly name: string
  readonly a: string
  readonly b: string
  readonly same: boolean
}

/** Written by somebody who had not seen how errors are told; the names of one's own code are no difference. */
const written = readFileSync(join(packageRoot(), 'test', 'domain', 'error-pairs.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Pair)

test.each(written)('$name: the same is $same', ({ a, b, same: isSame }) => {
  expect(first(a)).toBeDefined()
  expect(first(b)).toBeDefined()
  expect(first(a) === first(b)).toBe(isSame)
})
