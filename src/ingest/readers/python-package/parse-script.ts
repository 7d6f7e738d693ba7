import { describeParsed } from './parse-described.js'

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


${describeParsed}`
