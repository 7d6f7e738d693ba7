/** A word that stands in everything that team A keeps, and nowhere else. */
export const canary = 'zyxcanary'

/** What the failed attempts print. */
export const traceback = `Traceback (most recent call last):\n  File "solve.py", line 3, in <module>\nKeyError: '${canary} price'\n${canary}Error: no such ${canary} column`

/** What agents of team A did, two of three with success. */
export function attempts(): object[] {
  const code = (passed: boolean) =>
    `import ${canary}_lib\ntable = ${canary}_read()\n${canary}_lib.${passed ? 'strip_both' : 'strip_left'}(table)\nprice = table['price']`
  const attempt = (id: string, passed: boolean) => ({
    schema: 'cairn.trace/1',
    id: `${canary}-${id}`,
    task: {
      text: `Read a ${canary} table and look up its price column.`,
      title: `${canary} prices`
    },
    agent: { name: `agent-${id}` },
    libraries: [`${canary}-kit`],
    steps: [
      {
        role: 'agent',
        action: { kind: 'code', input: `table = ${canary}_read()` },
        state: { text: `table = ${canary}_read()`, language: 'python', runs: true },
        observation: passed ? 'read' : traceback
      },
      {
        role: 'agent',
        instruction: `Strip the ${canary} blanks of the columns`,
        action: {
          kind: 'code',
          input: code(passed)
        },
        state: {
          text: code(passed),
          language: 'python',
          runs: passed
        }
      }
    ],
    outcome: {
      status: passed ? 'passed' : 'failed',
      judgedBy: 'tests',
      ...(passed ? {} : { error: traceback })
    }
  })
  return [attempt('1', true), attempt('2', false), attempt('3', true)]
}
