/** An attempt in the canonical form, with steps and an error now and then; the same name is the same attempt. */
export function traceNamed(name: string, more: Readonly<Record<string, unknown>> = {}) {
  const steps = Array.from({ length: 3 }, (_, i) => ({
    role: 'agent',
    instruction: `Step ${i} of ${name}.`,
    action: { kind: 'code', input: `edit ${i}` },
    state: { text: `case = '${name}'\nvalue = ${i}\n`, language: 'python' }
  }))
  return {
    schema: 'cairn.trace/2',
    id: name,
    task: { text: `Keep the ledger of case ${name} in order.` },
    agent: { name: 'keeper' },
    steps,
    outcome: { status: 'passed', judgedBy: 'tests' },
    ...more
  }
}

/** Attempts of two agents at one task that tell of one behaviour, which documentation does not know. */
export function telling(word: string): readonly Record<string, unknown>[] {
  const happens = [
    `drops the last row of ${word} without a warning`,
    `loses the last row of ${word} and gives no warning`
  ]
  return ['ada', 'bob', 'cleo'].map((agent, i) => ({
    ...traceNamed(`${word}-${agent}`, {
      task: { text: `Write the rows of ${word} to the station, attempt of ${agent}.` },
      agent: { name: agent },
      learned: [{ about: [`station.write_${word}`], happens: happens[i % 2] ?? '' }]
    })
  }))
}
