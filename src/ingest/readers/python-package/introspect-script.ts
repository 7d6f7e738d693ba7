import { introspectMembers } from './introspect-members.js'
import { introspectSignatures } from './introspect-signatures.js'
import { readmeFormats } from './readme-formats.js'

/**
 * Runs in the package's own Python: imports it and its public modules, and writes one JSON object a
 * line to file descriptor 3, where nothing that the package prints can get between.
 */
export const introspectScript = String.raw`
import sys
# Started by a person's shell it would find what lies in the working folder first.
sys.path[:] = [path for path in sys.path if path != '']
import ast, collections, dataclasses, enum, functools, importlib, importlib.metadata, importlib.util, inspect, json, os, pkgutil, platform, re, types, warnings

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


${introspectSignatures}
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
    return (name.isupper() and isinstance(value, (str, int, float, bool, tuple, frozenset))) or is_own_instance(value)


${introspectMembers}
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

${readmeFormats}
if owner is not None:
    try:
        kind = (metadata.get('Description-Content-Type') or '').split(';')[0].strip()
        body = metadata.get_payload() or unfolded(metadata.get('Description') or '')
        if kind in README_FORMATS and body.strip() not in ('', 'UNKNOWN'):
            emit(kind='readme', text=body, format=README_FORMATS[kind])
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
