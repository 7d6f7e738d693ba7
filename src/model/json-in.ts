/** What models put around JSON: their thinking before it, a code fence around it. */
const thinking = /^\s*<think>[\s\S]*?<\/think>/
const fence = /^```[\w-]*\s*\n([\s\S]*?)\n?\s*```$/

/** The JSON of a reply without what stands around it, or why there is none. */
export function jsonIn(reply: string): { json: string } | { reason: string } {
  const bare = reply.replace(thinking, '').trim()
  const json = (fence.exec(bare)?.[1] ?? bare).trim()
  try {
    JSON.parse(json)
    return { json }
  } catch (error) {
    return { reason: error instanceof Error ? error.message.slice(0, 200) : 'it does not parse' }
  }
}
