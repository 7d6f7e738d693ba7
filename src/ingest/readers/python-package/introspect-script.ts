/**
 * Runs in the package's own Python: imports it and its public modules, and writes one JSON object a
 * line to file descriptor 3, where nothing that the package prints can get between.
 */
export const introspectScript = String.raw`
import ast, collections, dataclasses, enum, functools, importlib, importlib.metadata, importlib.util, inspect, json, os, pkgutil, platform, re, sys, types, warnings

STANDARD = set(getattr(sys, 'stdlib_module_names', ())) | {'builtins', 'typing_extensions'}
USED_DUNDERS = {'__' + n + '__' for n in 'call getitem setitem delitem contains iter len enter exit aenter aexit aiter anext await'.split()}
MOST_MODULES = 5000
MOST_OBJECTS = 100000
out = os.fdopen(3, 'w', encoding='utf-8', errors='replace')
warnings.simplefilter('ignore')
sys.argv = ['cairn', sys.argv[1]]
wanted = sys.argv[1]


def emit(**record):
    out.write(json.dumps(record) + '\n')


def fail(reason):
    emit(kind='error', reason=reason, python=platform.python_version(), executable=sys.executable)
    out.flush()
    os._exit(0)


def one_line(error):
    return re.sub(r'\s+', ' ', type(error).__name__ + ': ' + str(error))[:300]


def distributions():
    try:
        return importlib.metadata.packages_distributions()
    except Exception:
        return {}


def find_root():
    by_import = distributions()
    try:
        found = importlib.util.find_spec(wanted) is not None
    except Exception:
        found = False
    if found:
        names = by_import.get(wanted.split('.')[0], [])
        return wanted, (names[0] if names else None)
    folded = re.sub(r'[-_.]+', '-', wanted).lower()
    for name, owners in sorted(by_import.items(), key=lambda pair: (pair[0].startswith('_'), pair[0])):
        for owner in owners:
            if re.sub(r'[-_.]+', '-', owner).lower() == folded:
                return name, owner
    fail('unknown')


def load(name):
    try:
        return importlib.import_module(name)
    except BaseException as error:
        if name == root_name:
            fail('import ' + one_line(error))
        emit(kind='remark', text='The module ' + name + ' could not be imported (' + one_line(error) + '); it is passed over.')
        return None


def submodules(module):
    paths = getattr(module, '__path__', None)
    if paths is None:
        return []
    try:
        names = sorted(info.name for info in pkgutil.iter_modules(paths))
    except Exception:
        return []
    return [module.__name__ + '.' + n for n in names if not n.startswith('_') and n not in ('test', 'tests', 'conftest', 'setup')]


def doc_of(thing):
    try:
        doc = thing.__doc__
        return inspect.cleandoc(doc) if isinstance(doc, str) else ''
    except Exception:
        return ''


def own_doc(thing):
    """The docstring of the thing itself, never that of its class."""
    doc = doc_of(thing)
    return '' if not inspect.isclass(thing) and doc == doc_of(type(thing)) else doc


def foreign(cls):
    return getattr(cls, '__module__', '').split('.')[0] in STANDARD


def inherited_doc(owner, name, thing):
    doc = own_doc(thing)
    for base in () if doc else owner.__mro__[1:]:
        if not foreign(base) and name in vars(base):
            doc = own_doc(vars(base)[name])
            if doc:
                break
    return doc


def class_doc(cls):
    doc = doc_of(cls)
    made = doc.startswith(cls.__name__ + '(') and (dataclasses.is_dataclass(cls) or hasattr(cls, '_fields'))
    return '' if made or doc == 'An enumeration.' else doc


def init_doc(cls, doc):
    for base in cls.__mro__:
        if '__init__' in vars(base):
            found = '' if foreign(base) else doc_of(vars(base)['__init__'])
            return '' if found == doc else found
    return ''


def comment_docs(body, prefix, found):
    """Strings that stand below an assignment tell of what is assigned."""
    for before, node in zip([None] + body, body):
        if isinstance(node, ast.ClassDef):
            comment_docs(node.body, prefix + node.name + '.', found)
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)):
            continue
        targets = before.targets if isinstance(before, ast.Assign) else [before.target] if isinstance(before, ast.AnnAssign) else []
        for target in targets:
            if isinstance(target, ast.Name):
                found[prefix + target.id] = inspect.cleandoc(node.value.value)
    return found


below = {}


def docs_below(module_name):
    if module_name not in below:
        try:
            below[module_name] = comment_docs(ast.parse(inspect.getsource(sys.modules[module_name])).body, '', {})
        except BaseException:
            below[module_name] = {}
    return below[module_name]


def doc_below(cls, name):
    for base in cls.__mro__:
        doc = docs_below(base.__module__).get(base.__qualname__ + '.' + name) if not foreign(base) else None
        if doc:
            return doc
    return ''


class Bare:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def bare(annotation):
    return Bare(annotation) if isinstance(annotation, str) else annotation


def signature_of(thing):
    try:
        signature = inspect.signature(thing)
        parameters = [p.replace(annotation=bare(p.annotation)) for p in signature.parameters.values()]
        text = str(signature.replace(parameters=parameters, return_annotation=bare(signature.return_annotation)))
    except BaseException:
        return None
    return re.sub(r' at 0x[0-9a-fA-F]+', '', text)[:4000]


def public_names(module):
    listed = getattr(module, '__all__', None)
    if isinstance(listed, (list, tuple)):
        return [n for n in listed if isinstance(n, str)], True
    return [n for n in sorted(vars(module)) if not n.startswith('_')], False


def belongs(module, name, value, listed):
    if isinstance(value, types.ModuleType):
        return False
    if listed:
        return True
    home = getattr(value, '__module__', None)
    if inspect.isclass(value) or inspect.isroutine(value):
        if not isinstance(home, str):
            return False
        top = home.split('.')[0]
        inside = top in own_packages
        sister = inside and top != root_name.split('.')[0]
        return home == module.__name__ or sister or (hasattr(module, '__path__') and inside)
    return name.isupper() and isinstance(value, (str, int, float, bool, tuple, frozenset))


def deprecated_of(thing):
    try:
        said = vars(thing).get('__deprecated__')
    except TypeError:
        return None
    return said if isinstance(said, str) else None


def member_of(owner, name, raw):
    value = raw.__func__ if isinstance(raw, (staticmethod, classmethod)) else raw
    if isinstance(raw, (property, functools.cached_property)):
        getter = getattr(raw, 'fget', None) or getattr(raw, 'func', None)
        return dict(name=name, kind='property', signature=None, doc=inherited_doc(owner, name, raw), deprecated=deprecated_of(getter) if getter else None)
    if inspect.isroutine(value):
        bound = getattr(owner, name, value)
        signature = signature_of(bound)
        if signature is not None and not isinstance(raw, (staticmethod, classmethod)):
            signature = re.sub(r'^\((?:self|_self|/)(?:, /)?(?:, |(?=\)))', '(', signature)
        return dict(name=name, kind='method', signature=signature, doc=inherited_doc(owner, name, value), deprecated=deprecated_of(value))
    return None


def type_text(annotation):
    if annotation is None or isinstance(annotation, str):
        return annotation
    return inspect.formatannotation(annotation)


def annotated_doc(annotation):
    for extra in getattr(annotation, '__metadata__', ()):
        said = getattr(extra, 'documentation', None) or getattr(extra, 'description', None)
        if isinstance(said, str):
            return said
    return ''


def field(cls, name, annotation, default='', doc='', deprecated=None):
    text = type_text(annotation)
    signature = ('' if text is None else ': ' + text) + default
    said = doc or annotated_doc(annotation) or doc_below(cls, name)
    return dict(name=name, kind='attribute', signature=re.sub(r' at 0x[0-9a-fA-F]+', '', signature)[:1000] or None, doc=said, deprecated=deprecated)


def default_text(value):
    return ' = ' + repr(value)[:200]


def fields_of(cls):
    if issubclass(cls, enum.Enum):
        for name, one in cls.__members__.items():
            yield dict(name=name, kind='constant', signature=default_text(one.value), doc=doc_below(cls, name), deprecated=None)
        return
    annotations = {}
    for base in reversed(cls.__mro__):
        if not foreign(base):
            annotations.update(vars(base).get('__annotations__', {}))
    pydantic = vars(cls).get('__pydantic_fields__') or vars(cls).get('model_fields')
    attrs = vars(cls).get('__attrs_attrs__', ())
    known = set()
    if isinstance(pydantic, dict):
        for name, info in pydantic.items():
            known.add(name)
            required = getattr(info, 'is_required', lambda: True)()
            default = '' if required or getattr(info, 'default_factory', None) else default_text(getattr(info, 'default', None))
            said = getattr(info, 'deprecated', None)
            yield field(cls, name, getattr(info, 'annotation', None), default, getattr(info, 'description', None) or '', said if isinstance(said, str) else None)
    elif dataclasses.is_dataclass(cls):
        for one in dataclasses.fields(cls):
            known.add(one.name)
            default = '' if one.default is dataclasses.MISSING else default_text(one.default)
            said = one.metadata.get('doc') or one.metadata.get('description') or getattr(one, 'doc', None) or ''
            yield field(cls, one.name, one.type, default, said if isinstance(said, str) else '')
    for one in attrs:
        known.add(one.name)
        plain = type(one.default).__name__ not in ('_Nothing', 'Factory') and 'NOTHING' not in repr(one.default)
        yield field(cls, one.name, one.type, default_text(one.default) if plain else '')
    for name, annotation in annotations.items():
        if name in known or isinstance(inspect.getattr_static(cls, name, None), (property, types.FunctionType)):
            continue
        value = inspect.getattr_static(cls, name, None)
        plain = isinstance(value, (str, int, float, bool))
        yield field(cls, name, annotation, default_text(value) if plain else '')


def wanted_member(name, raw):
    if not name.startswith('_'):
        return True
    return name in USED_DUNDERS and raw is not None


def members_of(cls):
    """What the class declares itself, and what it has of its bases in the same distribution."""
    found, named = [], set()
    try:
        fields = list(fields_of(cls))
    except BaseException:
        fields = []
    for one in fields:
        if not one['name'].startswith('_') and one['name'] not in named:
            named.add(one['name'])
            found.append(one)
    for base in cls.__mro__:
        if base is not cls and getattr(base, '__module__', '').split('.')[0] not in own_packages:
            continue
        for name, raw in sorted(vars(base).items()):
            if name in named or not wanted_member(name, raw):
                continue
            try:
                member = member_of(cls, name, raw)
            except BaseException:
                member = None
            if member is None:
                said = doc_below(cls, name) if base is cls else ''
                member = dict(name=name, kind='attribute', signature=None, doc=said, deprecated=None) if said else None
            if member is not None:
                named.add(name)
                member['heirs'] = []
                member['key'] = base.__module__ + '.' + base.__qualname__ + '.' + name
                member['own'] = base is cls
                found.append(member)
    return found


def describe(name, value):
    if inspect.isclass(value):
        failure = issubclass(value, BaseException)
        doc = class_doc(value)
        return dict(name=name, kind='exception' if failure else 'class', signature=signature_of(value), doc=doc, init=init_doc(value, doc), members=members_of(value), deprecated=deprecated_of(value))
    if callable(value):
        return dict(name=name, kind='function', signature=signature_of(value), doc=own_doc(value), members=[], deprecated=deprecated_of(value))
    plain = value is None or isinstance(value, (str, int, float, bool))
    own = '' if isinstance(value, (str, int, float, bool, tuple, list, dict, set, frozenset)) or value is None else own_doc(value)
    return dict(name=name, kind='constant', signature=(' = ' + repr(value)[:200]) if plain else None, doc=own, members=[], deprecated=None)


def tell_once(pages):
    """A member that several classes have is told of where it is declared, and named on its heirs."""
    hosts = {}
    places = [(page, one, member) for page in pages for one in page['objects'] for member in one['members'] if 'key' in member]
    for page, one, member in sorted(places, key=lambda place: not place[2]['own']):
        host = hosts.setdefault(member['key'], member)
        if host is member:
            continue
        if len(host['heirs']) < 100:
            host['heirs'].append(page['name'] + '.' + one['name'] + '.' + member['name'])
        member['told'] = True
    for page in pages:
        for one in page['objects']:
            one['members'] = [{k: v for k, v in m.items() if k not in ('key', 'own')} for m in one['members'] if 'told' not in m]


root_name, owner = find_root()
own_packages = {root_name.split('.')[0]} | {name for name, owners in distributions().items() if owner in owners}
root = load(root_name)
version = None
homepage = None
if owner is not None:
    try:
        metadata = importlib.metadata.metadata(owner)
        version = metadata['Version']
        homepage = metadata.get('Home-page')
    except Exception:
        pass
standard = owner is None and root_name.split('.')[0] in getattr(sys, 'stdlib_module_names', ())
if version is None:
    given = getattr(root, '__version__', None)
    version = platform.python_version() if standard else (given if isinstance(given, str) else '0')
emit(kind='package', name=owner or root_name, importName=root_name, version=version, homepage=homepage, standard=standard)

if owner is not None:
    try:
        kind = (metadata.get('Description-Content-Type') or '').split(';')[0].strip()
        body = metadata.get_payload() or metadata.get('Description') or ''
        if kind == 'text/markdown' and body.strip():
            emit(kind='readme', text=body)
    except Exception:
        pass


def read_module(module):
    objects = []
    names, listed = public_names(module)
    for name in names:
        try:
            value = getattr(module, name)
            if not belongs(module, name, value, listed):
                continue
            simple = isinstance(value, (str, int, float, bool, tuple, frozenset)) or value is None
            known = None if simple else seen.get(id(value))
            if known is not None:
                known['aliases'].append(module.__name__ + '.' + name)
                continue
            one = describe(name, value)
            one['doc'] = one['doc'] or docs_below(module.__name__).get(name, '')
        except BaseException:
            continue
        one['aliases'] = []
        objects.append(one)
        if not simple:
            seen[id(value)] = one
            kept.append(value)
    return objects


queue = collections.deque([root_name])
pages = []
seen = {}
# Held, so that no identity is given out twice.
kept = []
count = 0
while queue and len(pages) < MOST_MODULES and count < MOST_OBJECTS:
    module = load(queue.popleft())
    if not isinstance(module, types.ModuleType):
        continue
    try:
        queue.extend(submodules(module))
        objects = read_module(module)
        name, doc = str(module.__name__), doc_of(module)
    except BaseException as error:
        emit(kind='remark', text='A module of ' + root_name + ' could not be read (' + one_line(error) + '); it is passed over.')
        continue
    pages.append(dict(kind='module', name=name, doc=doc, objects=objects))
    count += sum(1 + len(one['members']) for one in objects)
if queue:
    emit(kind='remark', text='The package has more modules or objects than are read of one package; the rest is left out.')
tell_once(pages)
for page in pages:
    emit(**page)
emit(kind='end')
out.flush()
os._exit(0)
`
