import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Graded } from '../../../eval/codegen/grade/grade-answers.js'
import { canPass, readExcluded, slicesOf } from '../../../eval/codegen/grade/slices.js'
import { summarise, type GradeRow } from '../../../eval/codegen/grade/summarise.js'
import { packageRoot } from '../../../src/package-root.js'
import { barePython, doubled, largest, tinyProblems } from './tiny-problems.js'

const folder = mkdtempSync(join(tmpdir(), 'cairn-grade-'))
const problems = join(folder, 'problems.jsonl')
const prompts = join(folder, 'prompts')
const results = join(folder, 'results.jsonl')

beforeAll(() => {
  writeFileSync(
    problems,
    tinyProblems
      .map(({ test, reference, ...rest }) =>
        JSON.stringify({ ...rest, code_context: test, reference_code: reference })
      )
      .join('\n')
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function codegen(
  ...args: string[]
): Promise<{ stdout: string; stderr: string; code: number }> {
  const command = [join(packageRoot(), 'dist/eval/codegen.js'), ...args]
  try {
    return { ...(await promisify(execFile)(process.execPath, command, { cwd: folder })), code: 0 }
  } catch (error) {
    return error as { stdout: string; stderr: string; code: number }
  }
}

const graded = (answers: string, ...more: string[]) =>
  codegen(
    ...['grade', '--problems', problems, '--answers', answers, '--python', barePython()],
    ...['--workers', '1', '--results', results, '--json', join(folder, 'graded.json'), ...more]
  )

function report(): { rows: GradeRow[]; graded: Graded[] } {
  return JSON.parse(readFileSync(join(folder, 'graded.json'), 'utf8')) as {
    rows: GradeRow[]
    graded: Graded[]
  }
}

describe('by hand or by batch', () => {
  test('export writes a prompt a file with an index, and each holds its problem and no solution', async () => {
    const { stdout } = await codegen('export', '--problems', problems, '--out', prompts)
    expect(stdout).toContain('3 prompts')
    expect(readdirSync(prompts).sort()).toEqual([
      'index.json',
      'tiny-double-a.md',
      'tiny-double-b.md',
      'tiny-largest-a.md'
    ])
    const text = readFileSync(join(prompts, 'tiny-double-a.md'), 'utf8')
    expect(text).toContain(doubled.prompt.trim())
    expect(text).not.toContain(doubled.reference.trim())
    expect(text).not.toContain('Recommendation')
  })

  test('grade takes answers back beside their prompts; every reference passes, whatever it is wrapped in', async () => {
    const wrapped = (code: string, i: number) =>
      [`Sure!\n\`\`\`python\n${code}\`\`\``, code, `<code>\n${code}</code>`][i] ?? code
    tinyProblems.forEach(({ id, reference }, i) => {
      writeFileSync(join(prompts, `${id.replaceAll('/', '-')}.answer.md`), wrapped(reference, i))
    })
    const { stdout } = await graded(prompts)
    expect(stdout).toMatch(/^all\s+3\s+3\s+1\.000\s+\[1\.000, 1\.000\]/m)
    expect(report().rows[0]).toMatchObject({ problems: 3, passed: 3 })
  })

  test('a problem without an answer and an answer without code are counted, an answer to nothing is named', async () => {
    const answers = join(folder, 'answers.jsonl')
    const lines = [
      { id: doubled.id, answer: 'I cannot do that.' },
      { id: largest.id, answer: '```python\nreturn max(numbers)\n```' },
      { id: 'tiny/unknown', answer: 'x' }
    ]
    writeFileSync(answers, lines.map((line) => JSON.stringify(line)).join('\n'))
    const { stdout } = await graded(answers)
    expect(stdout).toContain('1 problems have no answer')
    expect(stdout).toContain('tiny/unknown')
    expect(report().graded.map(({ verdict, foundIn }) => [verdict, foundIn])).toEqual([
      ['no-code', 'nowhere'],
      ['passed', 'fence'],
      ['no-code', 'missing']
    ])
    expect(report().rows[0]?.passAt1.value).toBeCloseTo(1 / 3, 12)
  })

  test('several answers of one problem are samples of it: pass@k is told besides', async () => {
    const answers = join(folder, 'samples.jsonl')
    const lines = tinyProblems.flatMap(({ id, reference }) => [
      { id, code: reference },
      { id, code: 'result = None' }
    ])
    writeFileSync(answers, lines.map((line) => JSON.stringify(line)).join('\n'))
    const { stdout } = await graded(answers)
    expect(stdout).toContain('pass@2')
    expect(report().rows[0]).toMatchObject({ samples: 6, passAt: { 1: 0.5, 2: 1 } })
  })

  test('references lists what does not pass', async () => {
    const { stdout } = await codegen(
      ...['references', '--problems', problems, '--python', barePython()],
      ...['--workers', '1', '--results', results]
    )
    expect(stdout).toContain('3 of 3 references pass')
  })

  test('neighbours tells attempts whose recorded outcome is another', async () => {
    const attempts = join(folder, 'attempts.jsonl')
    const lines = [
      {
        problem: doubled.id,
        kind: 'reference',
        code: doubled.reference,
        passed: true,
        error: null
      },
      {
        problem: doubled.id,
        kind: 'neighbour',
        code: 'result = 1',
        passed: false,
        error: 'AssertionError'
      },
      {
        problem: largest.id,
        kind: 'neighbour',
        solution_of: 'x',
        code: '    return 0',
        passed: true,
        error: null
      }
    ]
    writeFileSync(attempts, lines.map((line) => JSON.stringify(line)).join('\n'))
    const { stdout } = await codegen(
      ...['neighbours', '--problems', problems, '--attempts', attempts],
      ...['--python', barePython(), '--workers', '1', '--results', results]
    )
    expect(stdout).toContain('1 differ')
    expect(stdout).toContain('tiny/largest/a with the solution of x: recorded passed; now failed')
  })

  test.each([
    [['export', '--out', prompts], '--problems is missing'],
    [['sing'], 'expected one of export'],
    [
      ['export', '--problems', problems, '--arm', 'constructor', '--out', prompts],
      "--arm is 'constructor'"
    ],
    [['grade', '--answers', '/nowhere'], "--answers is '/nowhere'"],
    [['references', '--problems', problems, '--workers', '0'], "--workers is '0'"]
  ])('what is asked for wrongly is named: %j', async (args, message) => {
    const { stderr, code } = await codegen(...args)
    expect(code).toBe(1)
    expect(stderr).toContain(message)
    expect(stderr).not.toContain('    at ')
  })
})

describe('slices', () => {
  test('what cannot pass here is told apart from what is only weak', () => {
    const torch = { ...doubled, id: 'tiny/torch', library: 'Pytorch' }
    const slices = slicesOf([doubled, largest, torch], { numpy: '1.26.4' }, [
      { id: doubled.id, slice: 'needs-network', reason: 'fetches a file' },
      { id: largest.id, slice: 'weak-reference', reason: 'slow' },
      { id: largest.id, slice: 'needs-library', reason: 'no numpy', needs: 'numpy' }
    ])
    expect([doubled, largest, torch].map(({ id }) => canPass(slices.get(id)))).toEqual([
      false,
      true,
      false
    ])
  })

  test('pass@1 of libraries leaves out what cannot pass here, the first row does not', () => {
    const one = (id: string, verdict: Graded['verdict']): Graded => ({
      ...{ id, library: 'Lists', family: id, sample: 0, foundIn: 'code' as const, verdict }
    })
    const slices = new Map([['b', new Set(['needs-network' as const])]])
    const rows = summarise([one('a', 'passed'), one('b', 'error')], slices)
    expect(rows.map(({ name, passAt1 }) => [name, passAt1.value])).toEqual([
      ['all', 0.5],
      ['all that can pass here', 1],
      ['Lists', 1],
      ['slice needs-network', 0]
    ])
  })

  test('the list beside the harness holds ids and reasons and nothing else', () => {
    for (const row of readExcluded()) {
      expect(['id', 'slice', 'reason', 'needs']).toEqual(expect.arrayContaining(Object.keys(row)))
      expect(row.id).toMatch(/^ds1000\/\d+$/)
      expect(row.reason.length).toBeLessThan(200)
    }
    expect(existsSync(join(packageRoot(), 'eval/codegen/problems.jsonl'))).toBe(false)
  })
})
