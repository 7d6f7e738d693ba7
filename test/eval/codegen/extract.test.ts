import { extractCode } from '../../../eval/codegen/extract/extract-code.js'
import { fitIndent } from '../../../eval/codegen/extract/fit-indent.js'
import { doubled, largest } from './tiny-problems.js'

const code = 'total = sum(numbers)\nresult = total * 2'

describe('code is found in a reply', () => {
  test.each([
    ['a fence of Python', `Here you are:\n\n\`\`\`python\n${code}\n\`\`\`\nIt doubles.`, 'fence'],
    ['a fence without a language', `\`\`\`\n${code}\n\`\`\``, 'fence'],
    ['a fence of tildes', `~~~py\n${code}\n~~~`, 'fence'],
    ['a longer fence', `\`\`\`\`python\n${code}\n\`\`\`\``, 'fence'],
    ['a fence with attributes', `\`\`\`{.python .numberLines}\n${code}\n\`\`\``, 'fence'],
    [
      'a fence in a list, moved in',
      `1. So:\n   \`\`\`python\n   ${code.replace('\n', '\n   ')}\n   \`\`\``,
      'fence'
    ],
    ['a fence that was cut off', `Sure.\n\`\`\`python\n${code}`, 'fence'],
    [
      'a fence with Windows line ends',
      `\`\`\`python\r\n${code.replace('\n', '\r\n')}\r\n\`\`\``,
      'fence'
    ],
    ['tags', `<code>\n${code}\n</code>`, 'tag'],
    ['the rest of a tag that the prompt opened', `${code}\n</code>\nEND SOLUTION`, 'tag'],
    ['a tag inside a fence', `\`\`\`python\n<code>\n${code}\n</code>\n\`\`\``, 'fence'],
    ['markers', `It goes so.\nBEGIN SOLUTION\n${code}\nEND SOLUTION\nDone.`, 'marker'],
    [
      'a fence that repeats the program up to the marker',
      `\`\`\`python\nnumbers = [1]\n### BEGIN SOLUTION\n${code}\n### END SOLUTION\n\`\`\``,
      'fence'
    ],
    ['nothing but code', code, 'bare'],
    [
      'prose without a fence',
      `Sure, here is the code:\n\n${code}\n\nThis doubles the sum.`,
      'bare'
    ],
    [
      'an interactive session',
      `\`\`\`pycon\n>>> ${code.replace('\n', '\n>>> ')}\n12\n\`\`\``,
      'fence'
    ],
    [
      'a reply after thinking aloud',
      `<think>\n\`\`\`python\nwrong = 1\n\`\`\`\n</think>\n\`\`\`python\n${code}\n\`\`\``,
      'fence'
    ],
    ['a reply whose thinking began before it', `wrong = 1\n</think>\n${code}`, 'bare']
  ])('%s', (_what, reply, foundIn) => {
    const found = extractCode(reply)
    expect(found.foundIn).toBe(foundIn)
    expect(found.code.trim()).toBe(code)
  })

  test('of several blocks: Python before a shell or an output, the first before alternatives', () => {
    const reply = `\`\`\`bash\npip install lists\n\`\`\`\n\`\`\`python\n${code}\n\`\`\`\nprints\n\`\`\`\n12\n\`\`\`\nor\n\`\`\`python\nresult = 12\n\`\`\``
    expect(extractCode(reply).code).toBe(code)
  })

  test('of several blocks: a later one that holds the first whole is the final version', () => {
    const final = `import math\n${code}\nresult = math.floor(result)`
    const reply = `First\n\`\`\`python\n${code}\n\`\`\`\nTogether:\n\`\`\`python\n${final}\n\`\`\``
    expect(extractCode(reply).code).toBe(final)
  })

  test('indentation at the start of a block is kept', () => {
    expect(extractCode('```python\n    return max(numbers)\n```').code).toBe(
      '    return max(numbers)'
    )
  })

  test.each([
    ['a refusal', "I'm sorry, but I can't help with that."],
    ['one word', 'Sorry'],
    ['nothing', ''],
    ['an empty fence', '```python\n```'],
    ['nothing but thoughts', '<think>\nresult = 1\n</think>']
  ])('%s has none', (_what, reply) => {
    expect(extractCode(reply)).toEqual({ code: '', foundIn: 'nowhere' })
  })

  test('a long reply of prose is read in no time', () => {
    const started = performance.now()
    extractCode('The answer is (see below) f(x) and so on.\n'.repeat(5_000))
    extractCode('`'.repeat(50_000))
    extractCode('a, '.repeat(30_000))
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('a solution is indented as its place asks', () => {
  test('the body of a function is moved in, once', () => {
    const body = 'best = max(numbers)\nreturn best'
    const fitted = '    best = max(numbers)\n    return best'
    expect(fitIndent(body, largest.prompt)).toBe(fitted)
    expect(fitIndent(fitted, largest.prompt)).toBe(fitted)
  })

  test('a body whose first line lost its indentation gets that line moved alone', () => {
    expect(fitIndent('best = max(numbers)\n    return best', largest.prompt)).toBe(
      '    best = max(numbers)\n    return best'
    )
  })

  test('elsewhere nothing is moved in, and what is moved in is moved out', () => {
    expect(fitIndent('result = 1', doubled.prompt)).toBe('result = 1')
    expect(fitIndent('  a = 1\n  result = a', doubled.prompt)).toBe('a = 1\nresult = a')
  })
})
