/**
 * The part of both scripts that says in which formats a package may describe itself. Where it says none it is reStructuredText,
 * by the rules for the metadata of packages; old metadata has the description in a folded header.
 */
export const readmeFormats = String.raw`
README_FORMATS = {'text/markdown': 'markdown', 'text/x-rst': 'restructured', '': 'unsaid'}


def unfolded(text):
    return re.sub(r'(?m)^(?: {8}| {7}\|)', '', text)

`
