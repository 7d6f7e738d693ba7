/** What a sentence says of how something behaves, and how surely that is what it says. */
export interface Behaviour {
  /** The clause that states it. */
  readonly clause: string
  /** From 2 on it is taken. */
  readonly score: number
}

/** Words before a finding; what follows is the finding. */
const leads =
  /^(?:(?:so|but|and|also|then|however|learned|lesson|lessons learned|finding|findings|gotcha|caveat|pitfall|quirk|surprise|surprisingly|interestingly|important|importantly|key (?:insight|point|finding|detail)|nb|n\.b\.|note|notes?|beware|careful|warning|fyi|in fact|actually|apparently|evidently|turns out|it turns out|turned out|it turned out|it seems|it appears|remember|keep in mind|be aware)(?:\s+that)?|(?:i|we)\s+(?:\w+\s+){0,3}?(?:found|discovered|learned|learnt|noticed|saw|realised|realized|verified|confirmed|checked|observed|established|determined)(?:\s+out)?(?:\s+(?:by|with|in|from)\s[^,:;]{1,60})?(?:[,:]|\s+that)|(?:an?\s+|one\s+|quick\s+|the\s+)?(?:experiments?|probes?|tests?|trials?|runs?|probing|testing|running it|trying it|checking)\s+(?:with [^,:;]{1,40} )?(?:showed|shows|revealed|reveals|confirmed|confirms|proved)(?:\s+that)?)[\s:,–—-]+/i

/** In the middle of a sentence: what comes after it is the reason, which is what is worth knowing. */
const middles =
  /(?:\b(?:because|since|as it turns out|turns out(?: that)?|turned out(?: that)?|(?:found|discovered|learned|noticed|realised|realized)(?: out)? that|note that|due to the fact that|the (?:reason|catch|trick|cause|culprit|problem|issue) (?:is|was)(?: that)?|showed that|revealed that)\s+)|\s[–—]\s/i

const strong: readonly RegExp[] = [
  /\b(?:returns?|yields?|gives?(?: back)?|produces?|results? in|evaluates? to|comes? back (?:as|with)|hands? back)\b/i,
  /\b(?:raises?|throws?|fails? (?:with|on|for|if|when|unless|silently)|errors? (?:out|with|on)|crashes?|rejects?|refuses?)\b/i,
  /\b(?:in[- ]place|silently|without (?:an? )?(?:error|warning|raising|notice)|by default|defaults? to|no[- ]op|has no effect|does nothing)\b/i,
  /\b(?:mutates?|modif(?:y|ies)|sorts?|reorders?|ignores?|drops?|discards?|skips?|swallows?|overwrites?|truncates?|rounds?|floors?|clips?|clamps?|converts?|coerces?|casts?|copies|shares?|caches?|strips?|trims?|lower-?cases?|pads?|fills?|resets?|consumes?|closes?|flushes|expires?|duplicates?|deduplicates?|merges?|appends?|replaces?|keeps?|preserves?|loses?|counts?|includes?|excludes?|starts?|ends?|wraps?|blocks?|treats?|interprets?|compares?|matches|takes?|accepts?|expects?|requires?|needs?|wants?|assumes?|applies|stores?|measures?|uses?)\b/i,
  /\b(?:is|are|was|were|be|being) (?:not |only |always |never |also |both |actually |already |still )?(?:an? |the )?(?:in-?clusive|exclusive|half[- ]open|open|closed|zero[- ]based|one[- ]based|0-based|1-based|0-indexed|1-indexed|lazy|eager|mutable|immutable|shared|cached|case[- ](?:in)?sensitive|ignored|dropped|required|optional|sorted|unsorted|ordered|counted|measured|given|expressed|interpreted|treated|evaluated|applied|included|excluded|keyed|relative|absolute|global|local|cumulative|stateful|single-use|one-shot|deprecated|missing|empty|none|null|nan|inverted|reversed|swapped|signed|unsigned|rounded|truncated|clipped|normali[sz]ed|positional|keyword-only)\b/i,
  /\b(?:does(?:n['’]t| not)|do(?:n['’]t| not)|is(?:n['’]t| not)|are(?:n['’]t| not)|cannot|can['’]t|won['’]t|will not|never)\b/i,
  /\b(?:must|has to|have to|needs? to|only (?:if|when|after|works|for|once|the|if)|unless)\b/i,
  /\b(?:seconds?|milliseconds?|ms|minutes|hours|days|bytes|degrees|radians|percent|fractions?|epoch|utc)\b/i,
  /\b(?:in(?:clusive|cluding)|exclusive|half[- ]open|off[- ]by[- ]one|left|right|first|last)\b/i
]

/** A name of code with what it does: `parse` reads …, sort() with a key gives … */
const nameThatDoes =
  /(?:`[^`\n]+`|\b[A-Za-z_][\w.]*\(\))(?:['’]s \w+)?(?:\s+(?:with|of|on|by|in|for|at)\s[^,;.]{1,40}?)?\s+(?:always |only |also |silently |already |just |actually |simply |never |not )?(?!(?:passes|works|solves|looks|seems|uses|was|has been|goes|helps|does the)\b)(?:[a-z]{3,}s|is|are|has|can|cannot|must)\b/

/** What contrasts: the expected with what happens. */
const contrast =
  /\b(?:not|instead of|rather than|even (?:if|though|when)|although|but|despite|while|whereas|unlike|contrary|surprisingly|only)\b|≠|!=/i

/** Not of how something behaves: of the work, its plan, its state. */
const ofWork =
  /\b(?:(?:all |the |both |hidden |unit )?tests? (?:pass|fail|are|were|run|now|suite)|passed (?:at|on|after|all)|first (?:attempt|try)|second attempt|solution (?:is|was|works)|task (?:is|was|asks|wants|requires)|(?:i|we)['’](?:ll|m|re|ve|d)|let['’]?s|let me|(?:i|we) (?:will|need|wrote|write|tried|used|use|implemented|fixed|added|changed|started|created|read|think|believe|guess|could|should|can|must|have|had|was|am|did|then|also|first|just|now)|todo|fixme|done|as (?:asked|requested|required)|implemented|rewrote|refactored)\b/i

/** Of those who talk to one another: what they ask for, can do, and mean to say. */
const ofTalk =
  /^(?:as an? (?:ai|assistant|(?:large )?language model)\b|(?:my|our|your)\b|(?:i|we|you)\b(?! (?:always |only |never |also )?(?:get|gets|see|receive|have to|must|need|cannot|can['’]t)\b))|\b(?:your (?:requests?|requirements?|questions?|needs|project|case)|my (?:\w+ ){0,2}(?:answers?|suggestions?|advice|guidance|knowledge|remit|domain|understanding))\b/i

/** Of what was changed in a project, or where something of it stands. */
const ofChange =
  /^(?:(?:i |we )?(?:have )?(?:modified|added|fixed|updated|changed|implemented|created|refactored|removed|renamed|moved|adjusted|ensured|introduced|extended|rewritten|replaced)\b|to (?:address|fix|solve|resolve|handle|implement|achieve)\b|(?:this|that|the (?:error|message|error message|output|traceback|issue))(?: message)? (?:clearly )?(?:indicates?|suggests?|points|means|confirms)\b)|\bthe (?:change|changes|fix|patch|code|update|implementation|solution|docstring|new (?:code|check|test))(?: made| above| below)? (?:now|ensures?|has been|have been|makes?|handles?|was|were)\b|\b(?:is|are) (?:located|defined|found|implemented) in\b/i

const orderToReader =
  /^(?:please|you (?:must|should|need)|make sure|ensure|always|never|do not|don['’]t|run|use|call|add|write|see|read|install)\b/i

/** A question, a wish or a guess states nothing. */
const unsure =
  /\?$|\b(?:maybe|perhaps|probably|might|may be|not sure|unclear|should probably|hopefully|seems like)\b/i

/**
 * The behaviour that a sentence states, if it states one: told by the verbs of what functions do and by what
 * contrasts with what one would expect. What tells of the work itself, orders and guesses state none.
 */
export function behaviourIn(sentence: string): Behaviour | undefined {
  const clause = clauseOf(sentence)
  if (clause.length < 15 || unsure.test(clause)) return undefined
  const score = signsOf(clause) + Number(clause !== sentence) - againstIn(clause)
  return score >= leastScore && signsOf(clause) > 0 ? { clause, score } : undefined
}

const leastScore = 2

function signsOf(clause: string): number {
  const verbs =
    strong.filter((sign) => sign.test(clause)).length + 2 * Number(nameThatDoes.test(clause))
  return verbs === 0 ? 0 : verbs + Number(contrast.test(clause))
}

function againstIn(clause: string): number {
  const isOfOther = ofWork.test(clause) || ofTalk.test(clause) || ofChange.test(clause)
  return 6 * Number(isOfOther) + Number(orderToReader.test(clause))
}

/** Without what leads to the finding, and from the reason on where a sentence gives one. */
function clauseOf(sentence: string): string {
  let rest = sentence.trim()
  for (let i = 0; i < 3; i += 1) {
    const next = rest.replace(leads, '')
    if (next === rest || next.length < 15) break
    rest = next
  }
  // What was done to find it out, before a colon.
  rest = rest.replace(/^[^`:]{1,60}:\s+(?=`)/, '')
  if (![ofWork, ofTalk, ofChange].some((sign) => sign.test(rest))) return rest
  const middle = middles.exec(rest)
  const after = middle === null ? '' : rest.slice(middle.index + middle[0].length).trim()
  return after.length >= 15 ? after : rest
}
