import { spawnSync } from 'node:child_process'
import type { CodeProblem } from '../../../eval/codegen/problems.js'

/** Problems of our own in the benchmark's form; nothing but the standard library. */
function tiny(
  id: string,
  parts: { context: string; input: string; want: string; strings?: string }
) {
  const test = `
import copy
import statistics


def generate_test_case(test_case_id):
    test_input = [${parts.input}][test_case_id - 1]
    numbers = copy.deepcopy(test_input)
    return test_input, ${parts.want}


def exec_test(result, ans):
    assert statistics.fmean([1]) == 1
    assert result == ans
    return 1


exec_context = r"""
${parts.context}
"""


def test_execution(solution: str):
    code = exec_context.replace("[insert]", solution)
    for i in range(2):
        test_input, expected_result = generate_test_case(i + 1)
        test_env = {"test_input": test_input}
        exec(code, test_env)
        assert exec_test(test_env["result"], expected_result)
${parts.strings ?? ''}`
  return { id, library: 'Lists', family: id.replace(/\/\w+$/, ''), docs: [], test }
}

export const doubled: CodeProblem = {
  ...tiny('tiny/double/a', {
    context: 'numbers = test_input\n[insert]',
    input: '[1, 2, 3], []',
    want: '[n * 2 for n in numbers]'
  }),
  prompt:
    'Double each number.\n<code>\nnumbers = [1, 2, 3]\n</code>\nresult = ...\nBEGIN SOLUTION\n<code>\n',
  reference: 'result = [n * 2 for n in numbers]\n'
}

/** The solution is the body of a function. */
export const largest: CodeProblem = {
  ...tiny('tiny/largest/a', {
    context: 'def f(numbers):\n[insert]\n\nresult = f(test_input)',
    input: '[1, 5, 3], [7]',
    want: 'max(numbers)'
  }),
  prompt:
    'Find the largest.\n<code>\ndef f(numbers):\n    # return the solution in this function\n    ### BEGIN SOLUTION',
  reference: '    return max(numbers)\n'
}

/** The solution has to use a name that the text asks for. */
export const withoutLoops: CodeProblem = {
  ...tiny('tiny/double/b', {
    context: 'numbers = test_input\n[insert]',
    input: '[1, 2, 3], [4]',
    want: 'sum(numbers)',
    strings: `

def test_string(solution: str):
    assert "sum" in solution and "for" not in solution
`
  }),
  prompt:
    'Add them up with sum.\n<code>\nnumbers = [1, 2, 3]\n</code>\nresult = ...\nBEGIN SOLUTION\n<code>\n',
  reference: 'result = sum(numbers)\n'
}

export const tinyProblems = [doubled, largest, withoutLoops]

/** The Python of this machine with nothing installed for us: found once, as tests may run it by its full path. */
export function barePython(): string {
  const { stdout } = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], {
    encoding: 'utf8'
  })
  return stdout.trim()
}
