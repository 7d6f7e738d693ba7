import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  environmentFolder,
  interpreterOf,
  makePythonEnvironment,
  requirementsWith
} from '../../../eval/codegen/execute/python-environment.js'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cairn-python-'))
})

afterEach(() => {
  rmSync(home, { recursive: true })
})

/** A stand-in for a Python installation: says a version, copies itself as an environment, notes what pip is asked for. */
function installation(version: string, pip: string): string {
  const file = join(home, 'some-python')
  writeFileSync(
    file,
    `#!/bin/sh
echo "$*" >> ${home}/asked
case "$2" in
  venv) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && touch "$3/pyvenv.cfg" ;;
  pip) ${pip} ;;
  *) echo ${version} ;;
esac
`,
    { mode: 0o755 }
  )
  return file
}

test('it is made once, whole or not at all', async () => {
  const folder = join(home, 'environment')
  const options = {
    folder,
    requirements: ['lists==1.2'],
    interpreter: installation('3.11', 'true')
  }
  const python = await makePythonEnvironment(options)
  expect(interpreterOf(folder)).toBe(python)
  const asked = readFileSync(join(home, 'asked'), 'utf8')
  expect(asked).toContain('--only-binary :all:')
  expect(asked).toContain('lists==1.2')
  expect(await makePythonEnvironment(options)).toBe(python)
  expect(readFileSync(join(home, 'asked'), 'utf8')).toBe(asked)
})

test('a registry that cannot be reached is told, and nothing half-made is left', async () => {
  const folder = join(home, 'environment')
  const interpreter = installation(
    '3.11',
    'echo "ERROR: No matching distribution found" >&2; exit 1'
  )
  await expect(
    makePythonEnvironment({ folder, requirements: ['lists==1.2'], interpreter })
  ).rejects.toMatchObject({
    code: 'NOT_CONFIGURED',
    message: expect.stringContaining('No matching distribution found') as string
  })
  expect(readdirSync(home).filter((name) => name.startsWith('environment'))).toEqual([])
})

test.each(['2.7', '3.8', '3.13'])(
  'Python %s is refused, with what is expected',
  async (version) => {
    const interpreter = installation(version, 'true')
    await expect(
      makePythonEnvironment({ folder: join(home, 'environment'), requirements: [], interpreter })
    ).rejects.toThrow(`${interpreter}: ${version}`)
  }
)

test('no Python at all is told', async () => {
  const options = {
    folder: join(home, 'environment'),
    requirements: [],
    interpreter: '/nowhere/python3'
  }
  await expect(makePythonEnvironment(options)).rejects.toThrow('/nowhere/python3: not there')
})

test('a folder with something else in it is not touched', async () => {
  const folder = join(home, 'thesis')
  mkdirSync(folder)
  writeFileSync(join(folder, 'chapter-1'), 'years of work')
  const interpreter = installation('3.11', 'true')
  await expect(
    makePythonEnvironment({ folder, requirements: [], interpreter })
  ).rejects.toMatchObject({
    code: 'BAD_INPUT'
  })
  expect(existsSync(join(folder, 'chapter-1'))).toBe(true)
})

test('other libraries are another environment; what has no pin is refused', () => {
  const plain = environmentFolder(home, requirementsWith([]))
  expect(environmentFolder(home, requirementsWith(['torch', 'gensim']))).not.toBe(plain)
  expect(requirementsWith(['gensim', 'torch'])).toEqual(requirementsWith(['torch', 'gensim']))
  expect(() => requirementsWith(['constructor'])).toThrow("--with is 'constructor'")
})
