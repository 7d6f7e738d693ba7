import type { CodeProblem } from './problems.js'
import { optionalPins, pins } from './python-pins.js'

export interface Prompt {
  readonly system: string
  readonly user: string
}

const versions = Object.entries({ ...pins, ...optionalPins })
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')

const contract = `You are an expert in Python for data analysis. You complete a program whose last part is missing; hidden tests then run the whole.

It runs on Python 3.11 with just these libraries: ${versions}.

Rules:
1. Your code is put where the text asks for the solution and runs together with the code shown before that place. Indent it to fit: inside a function you give the rest of its body and nothing else. What is shown is imported and defined already; do not import or define it again, and use no name that is not defined.
2. Leave the answer in the variable that the text names right above the place of the solution, or return it where a function is to be completed; where no name is given, call it result. Give it the type that is asked for (data frame, array, list, number). Keep index, order and dtypes unless the task says otherwise. Work with the data that is there; make up none.
3. The tests compare exactly. Change nothing that nobody asked for: no extra sorting, no new index, no reformatted dates or texts.
4. Where the task names or clearly means a function or option, write that very one.
5. Helpers are welcome as long as rule 2 holds.

Answer with one fenced block of Python code that holds the missing part, and nothing else.`

/** The task as a model is told it (the contract of the Spark experiments, in our words), with what an arm adds. */
export function promptFor(problem: CodeProblem, context: string): Prompt {
  const advice =
    context.trim() === ''
      ? ''
      : `\n\nRecommendation. It was gathered for this problem from documentation and from earlier work; use what fits, prefer the APIs that it names.\n\n${context.trim()}`
  return { system: contract, user: `Problem:\n\n${problem.prompt.trimEnd()}${advice}` }
}
