import { CairnError } from '../../../src/errors.js'

/** How the names of models tell who made them. The first that fits decides; distilled models have two makers. */
const makers: readonly (readonly [maker: string, name: RegExp])[] = [
  ['openai', /\b(?:gpt|chatgpt|codex|davinci|o[1345](?:-|$))/],
  ['anthropic', /claude/],
  ['google', /gemini|gemma|palm|bard/],
  ['alibaba', /qwen|qwq|qvq/],
  ['meta', /llama/],
  ['mistral', /mistral|mixtral|codestral|devstral|magistral|ministral|pixtral/],
  ['deepseek', /deepseek/],
  ['microsoft', /\bphi\b|\bphi-?\d|wizardcoder/],
  ['xai', /grok/],
  ['cohere', /\bcommand|\baya\b/],
  ['amazon', /\bnova\b|titan/],
  ['ibm', /granite/],
  ['bigcode', /starcoder|santacoder/],
  ['zhipu', /\bglm|chatglm/],
  ['moonshot', /kimi|moonshot/],
  ['nvidia', /nemotron/]
]

/**
 * Who made a model, by its name: known names first, all that fit (a `deepseek-r1-distill-qwen` is of two houses); else
 * the vendor before the last slash; else the letters that the name begins with.
 */
export function familiesOf(model: string): ReadonlySet<string> {
  const name = model.toLowerCase().replace(/^openai:/, '')
  const known = makers.flatMap(([maker, pattern]) => (pattern.test(name) ? [maker] : []))
  if (known.length > 0) return new Set(known)
  const vendor = name.split('/').slice(0, -1).at(-1)
  if (vendor !== undefined && vendor !== '') return new Set([vendor])
  return new Set([/^[a-z]+/.exec(name)?.[0] ?? name])
}

/** @throws CairnError BAD_INPUT where a judge comes of the house of a model that it would judge, unless that is forced */
export function refuseOwnFamily(
  judges: readonly string[],
  writers: readonly string[],
  force: boolean
): void {
  if (force) return
  for (const judge of judges) {
    const own = familiesOf(judge)
    const writer = writers.find((model) => [...familiesOf(model)].some((one) => own.has(one)))
    if (writer === undefined) continue
    throw new CairnError(
      'BAD_INPUT',
      `--judges holds '${judge}', which is of the same family (${[...own].join(', ')}) as ${writer}, whose code it would judge; models prefer their own; expected a judge of another family, or --force.`,
      { details: { field: '--judges', value: judge, expected: 'a judge of another family' } }
    )
  }
}
