/** The part of both scripts that reads what annotations say in words (PEP 727): `Annotated[int, Doc("how many")]`. */
export const describedAnnotations = String.raw`
def without_docs(node):
    """An annotation without what it says in words, and that."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        text, said = bare_text(node.value)
        return (ast.parse(text, mode='eval').body if said else node), said
    if not isinstance(node, ast.Subscript) or ast.unparse(node.value).split('.')[-1] != 'Annotated' or not isinstance(node.slice, ast.Tuple):
        return node, ''
    said, kept = '', []
    for one in node.slice.elts:
        called = ast.unparse(one.func).split('.')[-1] if isinstance(one, ast.Call) else ''
        if called == 'Doc' and one.args and isinstance(one.args[0], ast.Constant) and isinstance(one.args[0].value, str):
            said = inspect.cleandoc(one.args[0].value)
        else:
            kept.append(one)
    if len(kept) == 1:
        return kept[0], said
    return ast.Subscript(value=node.value, slice=ast.Tuple(elts=kept, ctx=ast.Load()), ctx=ast.Load()), said


def bare_text(annotation):
    if 'Doc(' not in annotation:
        return annotation, ''
    try:
        node, said = without_docs(ast.parse(annotation, mode='eval').body)
        return (ast.unparse(node) if said else annotation), said
    except (SyntaxError, ValueError, RecursionError):
        return annotation, ''

`
