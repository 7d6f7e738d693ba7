import { describedAnnotations } from './described-annotations.js'

/** The part of the script that tells how something is called, and what its annotations say of that. */
export const introspectSignatures = String.raw`
class Bare:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


${describedAnnotations}
def bare(annotation):
    if isinstance(annotation, str):
        return Bare(bare_text(annotation)[0])
    extras = getattr(annotation, '__metadata__', None)
    if not extras:
        return annotation
    kept = [one for one in extras if not isinstance(getattr(one, 'documentation', None), str)]
    origin = Bare(inspect.formatannotation(bare(annotation.__origin__)))
    return origin if not kept else Bare('Annotated[' + ', '.join([repr(origin)] + [repr(one) for one in kept]) + ']')


def told_of(thing):
    """What PEP 727 says of the parameters."""
    told = {}
    try:
        for p in inspect.signature(thing).parameters.values():
            said = annotated_doc(p.annotation)
            if said:
                told[p.name] = inspect.cleandoc(said)
    except BaseException:
        pass
    return told


def signature_of(thing):
    try:
        signature = inspect.signature(thing)
        parameters = [p.replace(annotation=bare(p.annotation)) for p in signature.parameters.values()]
        text = str(signature.replace(parameters=parameters, return_annotation=bare(signature.return_annotation)))
    except BaseException:
        return None
    return re.sub(r' at 0x[0-9a-fA-F]+', '', text)[:4000]
`
