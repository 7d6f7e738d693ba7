import { register } from 'node:module'

/** The conformance suite names a function that Node 20 has not, and needs it for its own upkeep only. */
const stand = `data:text/javascript,${encodeURIComponent(
  "export * from 'node:fs'; export const globSync = () => { throw new Error('Node 22 has it') }"
)}`

const hook = `export async function resolve(specifier, context, next) {
  const isSuite = context.parentURL?.includes('/@modelcontextprotocol/conformance/')
  return specifier === 'fs' && isSuite
    ? { url: ${JSON.stringify(stand)}, shortCircuit: true }
    : next(specifier, context)
}`

register(`data:text/javascript,${encodeURIComponent(hook)}`)
