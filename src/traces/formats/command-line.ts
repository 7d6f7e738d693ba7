const readers =
  /^(?:cat|bat|less|more|head|tail|grep|egrep|rg|ag|ack|find|fd|ls|tree|wc|sort|nl|awk|stat|file|which|pwd|echo|printf|diff|cd|export|source|true|sed -n|git (?:log|diff|show|status|blame|grep|ls-files|branch)|(?:docker|podman|kubectl)(?: compose)? logs|docker-compose logs|journalctl|gh (?:run|pr|issue|api)|glab (?:ci|mr|issue)|curl|wget|jq|xxd|zcat|zgrep|search_dir|search_file|find_file|open|goto|scroll_\w+)\b/

const changers =
  /\b(?:sed|perl|ruby) (?:-\w+ )*-\w*i|\bgit (?:apply|checkout|stash|reset|revert|restore|am|cherry-pick|merge|pull|rebase)\b|(?:^|[;&|]\s*)(?:patch|mv|cp|ed|apply_patch) |\b(?:npm|pnpm|yarn|pip3?|poetry|uv|cargo|go) (?:install|i|add|remove|uninstall|get|update|upgrade)\b|(?:^|[^>\d&])>{1,2} *(?!\/dev\/|\/tmp\/)[\w./~-]+\.(?:py|pyi|[cm]?[jt]sx?|go|rs|java|kt|cc?|cpp|h|hpp|rb|php|sh|toml|ya?ml|json|cfg|ini|ex|exs|cs|swift|scala|sql)\b/

/** The commands of a line, in their order, without what stands in quotes and here-documents. */
export function segmentsOf(line: string): string[] {
  return line
    .slice(0, 4000)
    .split(/\s*(?:&&|\|\||;|\n)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Whether a line only shows what is there: what it prints happened to somebody else, if at all. */
export function onlyShows(line: string): boolean {
  const segments = segmentsOf(line.replace(/'[^']*'|"[^"]*"/g, '""'))
  return segments.length > 0 && segments.every((part) => readers.test(part.replace(/^\(+/, '')))
}

export function changesFiles(line: string): boolean {
  return changers.test(line.slice(0, 20_000))
}

/** The last command of a line as it is compared: what comes before it only prepared it. */
export function comparableCommand(line: string): string {
  const last = segmentsOf(line).at(-1) ?? ''
  return last
    .replace(/\s*(?:\d?>&\d|\d?>\s*\S+|\|\s*(?:tail|head|cat|tee|grep|less)\b.*$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
