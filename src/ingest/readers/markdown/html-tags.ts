/** The elements of HTML, and of SVG and MathML as far as people write them by hand. */
const names = new Set(
  (
    'a abbr acronym address animate area article aside audio b base bdi bdo big blockquote body br button canvas caption center circle cite ' +
    'code col colgroup data datalist dd defs del details dfn dialog dir div dl dt ellipse em embed fieldset figcaption ' +
    'figure font footer form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd label ' +
    'legend li line link main map mark marquee math mfrac mi mn mo mrow msqrt msub msup mtext menu meta meter nav nobr noframes noscript object ol optgroup option ' +
    'output p param path picture polygon polyline pre progress q rect rp rt ruby s samp script search section select slot small ' +
    'source span strike strong style sub summary sup svg table tbody td template text textarea tfoot th thead time ' +
    'title tr track tspan tt u ul use var video wbr'
  ).split(' ')
)

/**
 * Whether a text that begins with `<` begins with a tag of HTML, a custom element, a comment or an
 * address; `<T>`, `<your-name` and `a <b and c> d` are text.
 */
export function beginsWithTag(text: string): boolean {
  if (/^<(?:[!?]|[a-z][a-z\d+.-]*:|[^\s<>@]+@[^\s<>]+>)/i.test(text)) return true
  const name = /^<\/?([A-Za-z][\w-]*)(?=[\s/>])/.exec(text)?.[1]
  if (name === undefined) return false
  if (names.has(name.toLowerCase())) return true
  return /^[a-z]\w*-[\w-]+$/.test(name) && isElement(name, text)
}

/** A custom element has attributes or is closed; a placeholder such as `<your-name>` is neither. */
function isElement(name: string, text: string): boolean {
  const near = text.slice(0, 20_000)
  return near.startsWith('</') || near.includes(`</${name}>`) || /^<[\w-]+\s+[\w:@-]+=/.test(near)
}
