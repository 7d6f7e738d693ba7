/**
 * Runs in the package's own Python: imports it and its public modules, and writes one JSON object a
 * line to file descriptor 3, where nothing that the package prints can get between.
 */
export const introspectScript = String.raw`
import collections, importlib, importlib.metadata, importlib.util, inspect, json, os, pkgutil, platform, re, sys, types, warnings

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


def inherited_doc(thing):
    try:
        return inspect.getdoc(thing) or ''
    except Exception:
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
        inside = home == root_name or home.startswith(root_name + '.')
        return home == module.__name__ or (hasattr(module, '__path__') and inside)
    return name.isupper() and isinstance(value, (str, int, float, bool, tuple, frozenset))


def member_of(owner, name, raw):
    value = raw.__func__ if isinstance(raw, (staticmethod, classmethod)) else raw
    if isinstance(raw, property) or isinstance(raw, getattr(__import__('functools'), 'cached_property')):
        return dict(name=name, kind='property', signature=None, doc=doc_of(raw) or doc_of(getattr(raw, 'fget', None)))
    if inspect.isroutine(value):
        bound = getattr(owner, name, value)
        signature = signature_of(bound)
        if signature is not None and not isinstance(raw, (staticmethod, classmethod)):
            signature = re.sub(r'^\((?:self|_self|/)(?:, /)?(?:, |(?=\)))', '(', signature)
        return dict(name=name, kind='method', signature=signature, doc=inherited_doc(bound))
    return None


def members_of(owner):
    found = []
    try:
        items = sorted(vars(owner).items())
    except Exception:
        return found
    for name, raw in items:
        if name.startswith('_') and name != '__call__':
            continue
        try:
            member = member_of(owner, name, raw)
        except BaseException:
            member = None
        if member is not None:
            found.append(member)
    return found


def describe(name, value):
    if inspect.isclass(value):
        failure = issubclass(value, BaseException)
        return dict(name=name, kind='exception' if failure else 'class', signature=signature_of(value), doc=doc_of(value), members=members_of(value))
    if callable(value):
        return dict(name=name, kind='function', signature=signature_of(value), doc=inherited_doc(value), members=[])
    plain = value is None or isinstance(value, (str, int, float, bool))
    own = '' if isinstance(value, (str, int, float, bool, tuple, list, dict, set, frozenset)) or value is None else doc_of(type(value))
    return dict(name=name, kind='constant', signature=(' = ' + repr(value)[:200]) if plain else None, doc=own.split('\n\n')[0], members=[])


root_name, owner = find_root()
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
for page in pages:
    emit(**page)
emit(kind='end')
out.flush()
os._exit(0)
`
