const longest = 240

const not = "(?:not|n['’]?t|never)"
const bad = [
  new RegExp(
    `\\b(?:do(?:es)?|did|is|was|are|has|have)\\s?${not}\\s+(?:really\\s+|even\\s+)?(?:work|fix|help|solve|change|compile|build|run|pass|correct|resolve|right)`,
    'i'
  ),
  /\b(?:still|again)\b.{0,40}\b(?:broken|fail\w*|errors?|crash\w*|wrong|not|same|happen\w*|throw\w*|see(?:ing)?|get(?:s|ting)?|there|buggy)\b/i,
  /\b(?:same (?:error|problem|issue|result|crash)|not (?:fixed|working|solved|resolved)|no (?:luck|change|difference))\b/i,
  /^(?:no|nope|nah)\b[\s,.!:—-]*.{0,60}\b(?:broken|fail\w*|wrong|errors?|crash\w*|worse)\b/i,
  /\b(?:broke|breaks|broken) (?:something|everything|it|again|more|now)\b|\bmade it worse\b/i
]

const praise =
  '(?:(?:yes|yep|yeah|yup|ok(?:ay)?|great|perfect|nice|awesome|excellent|amazing|brilliant|cool|wow|super|good|thanks?|thank you|ty|thx|ah|oh|and|confirmed|so much|a lot|very much|job|work|man|that|tested)[\\s,.!:—-]+)*'
const good = [
  new RegExp(
    `^${praise}(?:(?:it|that|this|everything|all|all of it|now it|the \\w+|both|they)(?:\\s+all)?\\s+)?(?:now\\s+)?(?:(?:is|are|has been|was|'s)\\s+)?(?:all\\s+|now\\s+|finally\\s+)*(?:works?|working|worked|fixed|solved|resolved|passes|passing|pass|did it|did the trick)(?:\\s+(?:now|it|well|fine|great|perfectly|as expected|again|for me|like a charm|correctly|here|the \\w+|everything|my \\w+|flawlessly))*[\\s,.!:)—-]*(?:(?:many |so much )?(?:thanks?|thank you|ty|thx|great|perfect|awesome|nice|good|cheers)[^?]{0,60})?$`,
    'i'
  ),
  /^(?:perfect|lgtm|looks good|excellent)[\s,.!]*(?:thanks?|thank you|ty|thx)?[\s!.]*$/i,
  new RegExp(
    `^${praise}(?:(?:that|this|it)(?: is|'s)? )?(?:exactly|just|precisely) (?:what|as|how|like) I (?:wanted|needed|meant|had in mind|asked for|was looking for|imagined|hoped)[\\s,.!:)—-]*(?:thanks?|thank you|ty|thx|great|perfect|awesome|cheers)?[\\s!.]*$`,
    'i'
  )
]
const doubts =
  /\?|\b(?:but|however|except|almost|although|though|only|if|should|make sure|please|can you|could you|until|partly|partially)\b/i

/**
 * Whether the person says that it works, or that it does not: only short messages that say so plainly.
 * undefined for everything else.
 */
export function wordOf(message: string): 'passed' | 'failed' | undefined {
  const text = message
    .trim()
    .replace(/’/g, "'")
    .replace(/\b(it|that)'s\b/gi, '$1 is')
  if (text === '' || text.length > longest) return undefined
  if (bad.some((pattern) => pattern.test(text)) && !/\?\s*$/.test(text)) return 'failed'
  if (doubts.test(text)) return undefined
  return good.some((pattern) => pattern.test(text)) ? 'passed' : undefined
}
