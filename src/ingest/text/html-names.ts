function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Elements that start a new line of their own. */
export const blockNames = names(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td ' +
    'tfoot th thead tr ul'
)

/** Elements whose content is no text for a reader. */
export const ignoredNames = names(
  'area button canvas colgroup embed head iframe input link map meta noscript object script select style svg ' +
    'template textarea title video audio'
)

export const headingNames = names('h1 h2 h3 h4 h5 h6')

export const codeNames = names('code tt samp kbd')

/** Elements that only group blocks: what they hold may be read as if they were not there. */
export const groupNames = names('article blockquote body center details div html main section span')
