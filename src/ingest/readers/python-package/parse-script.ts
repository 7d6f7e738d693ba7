/**
 * Reads the sources of an unpacked Python package and writes what `introspectScript` writes of an installed one, in the
 * same form: as far as the text alone says it. Nothing of the package is imported or run.
 */
export const parseScript = String.raw`
import ast, collections, email.parser, inspect, json, os, platform, re, sys, warnings

MOST_MODULES = 5000
MOST_OBJECTS = 100000
MOST_HEIRS = 100
MOST_FILE_BYTES = 4000000
USED_DUNDERS = {'__' + n + '__' for n in 'call getitem setitem delitem contains iter len enter exit aenter aexit aiter anext await'.split()}
PASSED_OVER = {'test', 'tests', 'testing', 'conftest', 'setup', 'docs', 'doc', 'examples', 'example', 'benchmarks', 'scripts', 'tools', 'build', 'dist'}
out = os.fdopen(3, 'w', encoding='utf-8', errors='replace')
warnings.simplefilter('ignore')
folder = os.path.abspath(sys.argv[1])
remarks = []


def emit(**record):
    out.write(json.dumps(record) + '\n')


def finish():
    out.flush()
    os._exit(0)


def fail(reason):
    emit(kind='error', reason=reason, python=platform.python_version(), executable=sys.executable)
    finish()


def fold(name):
    return re.sub(r'[-_.]+', '_', name or '').lower()


def text_of(path):
    try:
        with open(path, encoding='utf-8', errors='replace') as file:
            return file.read(MOST_FILE_BYTES)
    except OSError:
        return ''


def find_metadata():
    inside = sorted(os.listdir(folder))
    for name in inside:
        if name.endswith('.dist-info'):
            return text_of(os.path.join(folder, name, 'METADATA'))
    if file_of(folder) is not None:
        # An installed package has it beside itself.
        above, own = os.path.dirname(folder), fold(os.path.basename(folder))
        for name in sorted(os.listdir(above)):
            if name.endswith('.dist-info') and fold(name.split('-')[0]) == own:
                return text_of(os.path.join(above, name, 'METADATA'))
    return text_of(os.path.join(folder, 'PKG-INFO')) if 'PKG-INFO' in inside else ''


def packages_in(at):
    """Import names below a folder: packages, and modules that stand alone."""
    found = {}
    for name in sorted(os.listdir(at)) if os.path.isdir(at) else []:
        path = os.path.join(at, name)
        stem = name.rsplit('.', 1)[0]
        if stem in PASSED_OVER or stem.startswith('.') or not stem.isidentifier():
            continue
        if os.path.isdir(path) and any(os.path.isfile(os.path.join(path, '__init__' + e)) for e in ('.py', '.pyi')):
            found[name] = path
        elif name.endswith('.py') and os.path.isfile(path):
            found.setdefault(stem, path)
    return found


def file_of(path):
    if os.path.isfile(path):
        return path
    for ending in ('.py', '.pyi'):
        one = os.path.join(path, '__init__' + ending)
        if os.path.isfile(one):
            return one
    return None


class Module:
    def __init__(self, name, file, is_package):
        self.name, self.is_package = name, is_package
        self.defs, self.imports, self.stars, self.listed = {}, {}, [], None
        tree = None
        try:
            tree = ast.parse(text_of(file))
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            remarks.append('The module ' + name + ' could not be read (' + re.sub(r'\s+', ' ', str(error))[:200] + '); it is passed over.')
        self.body = tree.body if tree else []
        self.doc = ast.get_docstring(tree) or '' if tree else ''
        self.below = comment_docs(self.body)
        self.collect(self.body)

    def collect(self, body):
        for node in body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                if not (is_overload(node) and isinstance(self.defs.get(node.name), (ast.FunctionDef, ast.AsyncFunctionDef))):
                    self.defs[node.name] = node
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                self.assigned(node)
            elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == '__all__':
                self.listed = (self.listed or []) + strings(node.value)
            elif isinstance(node, ast.ImportFrom):
                self.imported(node)
            elif isinstance(node, (ast.If, ast.Try)):
                for part in ('body', 'orelse', 'finalbody'):
                    self.collect(getattr(node, part, []))

    def assigned(self, node):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if not isinstance(target, ast.Name):
                continue
            if target.id == '__all__':
                self.listed = strings(node.value)
            else:
                self.defs.setdefault(target.id, node)

    def imported(self, node):
        base = node.module or ''
        if node.level:
            parts = self.name.split('.')
            parts = parts[:len(parts) - (node.level - 1 if self.is_package else node.level)]
            base = '.'.join(parts + ([base] if base else []))
        if base.split('.')[0] not in roots:
            return
        for alias in node.names:
            if alias.name == '*':
                self.stars.append(base)
            else:
                self.imports[alias.asname or alias.name] = (base, alias.name)


def strings(node):
    return [one.value for one in ast.walk(node) if isinstance(one, ast.Constant) and isinstance(one.value, str)] if node is not None else []


def is_overload(node):
    return any(last_name(d) == 'overload' for d in getattr(node, 'decorator_list', []))


def last_name(node):
    if isinstance(node, ast.Call):
        node = node.func
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ''


def comment_docs(body):
    found = {}
    for before, node in zip([None] + body, body):
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)):
            continue
        for target in before.targets if isinstance(before, ast.Assign) else [before.target] if isinstance(before, ast.AnnAssign) else []:
            if isinstance(target, ast.Name):
                found[target.id] = inspect.cleandoc(node.value.value)
    return found


def load_all(name, path):
    file = file_of(path)
    if file is None or len(modules) >= MOST_MODULES:
        return
    is_package = os.path.isdir(path)
    modules[name] = Module(name, file, is_package)
    for child in sorted(os.listdir(path)) if is_package else []:
        stem, ending = os.path.splitext(child)
        below = os.path.join(path, child)
        if stem in PASSED_OVER or not stem.isidentifier() or stem.startswith('__'):
            continue
        if os.path.isdir(below):
            load_all(name + '.' + child, below)
        elif ending == '.py' or (ending == '.pyi' and not os.path.isfile(os.path.join(path, stem + '.py'))):
            load_all(name + '.' + stem, below)


def resolve(module_name, name, depth=0):
    """Where a name is defined: its module, its name there, and what it is."""
    module = modules.get(module_name)
    if module is None or depth > 20:
        return None
    if name in module.defs:
        return module_name, name, module.defs[name]
    if name in module.imports:
        base, there = module.imports[name]
        return resolve(base, there, depth + 1)
    for base in module.stars:
        found = resolve(base, name, depth + 1)
        if found is not None:
            return found
    return None


def public_names(module):
    if module.listed is not None:
        return list(dict.fromkeys(module.listed))
    names = {n for n in module.defs if not n.startswith('_')}
    if module.is_package:
        names |= {n for n in module.imports if not n.startswith('_')}
        for base in module.stars:
            star = modules.get(base)
            names |= set(public_names(star)) if star is not None and star is not module else set()
    return sorted(names)


def signature(node, drop_first=False):
    args = node.args
    if drop_first:
        args = ast.parse('def f(' + ast.unparse(args) + '): pass').body[0].args
        first = args.posonlyargs or args.args
        if first:
            had_default = len(args.defaults) == len(args.posonlyargs) + len(args.args)
            first.pop(0)
            if had_default:
                args.defaults.pop(0)
    returns = ' -> ' + ast.unparse(node.returns) if node.returns is not None else ''
    return ('(' + ast.unparse(args) + ')' + returns)[:4000]


def deprecated(node):
    for one in node.decorator_list:
        if last_name(one) == 'deprecated' and isinstance(one, ast.Call) and one.args and isinstance(one.args[0], ast.Constant):
            return str(one.args[0].value)
    return None


def value_text(node):
    value = node.value
    plain = isinstance(value, ast.Constant) or (isinstance(value, ast.UnaryOp) and isinstance(value.operand, ast.Constant))
    return ' = ' + ast.unparse(value)[:200] if value is not None and plain else ''


def attribute(node, name, doc):
    kind = ': ' + ast.unparse(node.annotation) if isinstance(node, ast.AnnAssign) else ''
    return dict(name=name, kind='attribute', signature=((kind + value_text(node))[:1000] or None), doc=doc, deprecated=None, heirs=[])


def members_of(node):
    found = {}
    below = comment_docs(node.body)
    for one in node.body:
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if one.name.startswith('_') and one.name not in USED_DUNDERS or (is_overload(one) and one.name in found):
                continue
            marks = {last_name(d) for d in one.decorator_list}
            doc = ast.get_docstring(one) or ''
            if marks & {'property', 'cached_property'}:
                found[one.name] = dict(name=one.name, kind='property', signature=None, doc=doc, deprecated=deprecated(one), heirs=[])
            elif not marks & {'setter', 'deleter'}:
                found[one.name] = dict(name=one.name, kind='method', signature=signature(one, 'staticmethod' not in marks), doc=doc, deprecated=deprecated(one), heirs=[])
        elif isinstance(one, (ast.AnnAssign, ast.Assign)):
            for target in one.targets if isinstance(one, ast.Assign) else [one.target]:
                if isinstance(target, ast.Name) and not target.id.startswith('_') and (isinstance(one, ast.AnnAssign) or target.id in below):
                    found.setdefault(target.id, attribute(one, target.id, below.get(target.id, '')))
    return list(found.values())


def init_of(node):
    for one in node.body:
        if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)) and one.name == '__init__' and not is_overload(one):
            return one
    return None


def is_exception(node):
    return bool(re.search(r'(Error|Exception|Warning)$', node.name)) or any(re.search(r'(Error|Exception|Warning)$', last_name(b)) for b in node.bases)


def describe(name, where, node):
    if isinstance(node, ast.ClassDef):
        init = init_of(node)
        shape = signature(init, True) if init is not None else None
        doc = ast.get_docstring(node) or ''
        told = ast.get_docstring(init) or '' if init is not None else ''
        return dict(name=name, kind='exception' if is_exception(node) else 'class', signature=re.sub(r' -> None$', '', shape) if shape else None, doc=doc, init=told, members=members_of(node), deprecated=deprecated(node))
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return dict(name=name, kind='function', signature=signature(node), doc=ast.get_docstring(node) or '', members=[], deprecated=deprecated(node))
    return dict(name=name, kind='constant', signature=value_text(node) or None, doc=modules[where].below.get(name, ''), members=[], deprecated=None)


def bases_of(where, node, depth=0):
    for base in node.bases if depth < 10 else []:
        found = resolve(where, last_name(base)) if isinstance(base, (ast.Name, ast.Attribute)) else None
        if found is not None and isinstance(found[2], ast.ClassDef):
            yield found
            yield from bases_of(found[0], found[2], depth + 1)


def name_heirs(told):
    """What a class has of another one is told there, and named on its heirs."""
    for (where, name), (page, one, node) in told.items():
        if not isinstance(node, ast.ClassDef):
            continue
        own = {member['name'] for member in one['members']}
        for base_where, base_name, _ in bases_of(where, node):
            host = told.get((base_where, base_name))
            for member in host[1]['members'] if host else []:
                if member['name'] not in own and len(member['heirs']) < MOST_HEIRS:
                    own.add(member['name'])
                    member['heirs'].append(page['name'] + '.' + one['name'] + '.' + member['name'])


message = email.parser.Parser().parsestr(find_metadata())
if file_of(folder) is not None:
    found = {os.path.basename(folder): folder}
else:
    found = packages_in(os.path.join(folder, 'src')) or packages_in(folder)
if not found:
    fail('empty')
published = message.get('Name')
folded = fold(published)
root_name = min(found, key=lambda n: (n.lower() != folded, n.startswith('_'), not os.path.isdir(found[n]), n))
roots = set(found)
modules = {}
for name, path in sorted(found.items()):
    load_all(name, path)


def version_of():
    project = text_of(os.path.join(folder, 'pyproject.toml'))
    given = re.search(r'^version\s*=\s*["\']([^"\']+)', project, re.M)
    node = modules[root_name].defs.get('__version__')
    own = node.value.value if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.Constant) else None
    return message.get('Version') or (given.group(1) if given else None) or (own if isinstance(own, str) else None) or '0'


emit(kind='package', name=published or root_name, importName=root_name, version=version_of(), homepage=message.get('Home-page'), standard=False, summary=message.get('Summary') or '')
body = message.get_payload() if isinstance(message.get_payload(), str) else ''
if (message.get('Description-Content-Type') or '').split(';')[0].strip() == 'text/markdown' and body.strip():
    emit(kind='readme', text=body)

pages, told, count = [], {}, 0
order = sorted(modules, key=lambda n: (n.split('.')[0] != root_name, n.count('.'), n))
for module_name in order:
    module = modules[module_name]
    if any(part.startswith('_') for part in module_name.split('.')[1:]) or count > MOST_OBJECTS:
        continue
    page = dict(kind='module', name=module_name, doc=module.doc, objects=[])
    for name in public_names(module):
        place = resolve(module_name, name)
        if place is None:
            continue
        where, there, node = place
        constant = isinstance(node, (ast.Assign, ast.AnnAssign))
        if constant and module.listed is None and not (name.isupper() and value_text(node)):
            continue
        if (where, there) in told:
            told[where, there][1]['aliases'].append(module_name + '.' + name)
            continue
        one = describe(name, where, node)
        one['aliases'] = []
        told[where, there] = (page, one, node)
        page['objects'].append(one)
        count += 1 + len(one['members'])
    if page['objects'] or page['doc']:
        pages.append(page)
name_heirs(told)
for text in remarks[:20]:
    emit(kind='remark', text=text)
if len(modules) >= MOST_MODULES or count > MOST_OBJECTS:
    emit(kind='remark', text='The package has more modules or objects than are read of one package; the rest is left out.')
emit(kind='remark', text='Its sources were read and not run: what the package makes of itself when it is imported is not in it.')
for page in pages:
    emit(**page)
emit(kind='end')
finish()
`
