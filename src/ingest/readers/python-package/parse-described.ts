import { describedAnnotations } from './described-annotations.js'
import { readmeFormats } from './readme-formats.js'

/** The part of the script that describes what was parsed: signatures, members, records. */
export const describeParsed = String.raw`

${describedAnnotations}
def told_of(node):
    """What PEP 727 says of the parameters; the signature goes without it."""
    told = {}
    args = node.args
    for one in args.posonlyargs + args.args + args.kwonlyargs + [a for a in (args.vararg, args.kwarg) if a]:
        if one.annotation is not None:
            one.annotation, said = without_docs(one.annotation)
            if said:
                told[one.arg] = said
    return told


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
    bare, said = without_docs(node.annotation) if isinstance(node, ast.AnnAssign) else (None, '')
    kind = ': ' + ast.unparse(bare) if bare is not None else ''
    return dict(name=name, kind='attribute', signature=((kind + value_text(node))[:1000] or None), doc=doc or said, deprecated=None, heirs=[])


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
                told = told_of(one)
                found[one.name] = dict(name=one.name, kind='method', told=told, signature=signature(one, 'staticmethod' not in marks), doc=doc, deprecated=deprecated(one), heirs=[])
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
        of_init = told_of(init) if init is not None else {}
        shape = signature(init, True) if init is not None else None
        doc = ast.get_docstring(node) or ''
        told = ast.get_docstring(init) or '' if init is not None else ''
        return dict(name=name, kind='exception' if is_exception(node) else 'class', told=of_init, signature=re.sub(r' -> None$', '', shape) if shape else None, doc=doc, init=told, members=members_of(node), deprecated=deprecated(node))
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        told = told_of(node)
        return dict(name=name, kind='function', told=told, signature=signature(node), doc=ast.get_docstring(node) or '', members=[], deprecated=deprecated(node))
    made = class_made(where, node)
    doc = modules[where].below.get(name, '') or (ast.get_docstring(made) or '' if made is not None else '')
    members = [one for one in members_of(made) if one['kind'] != 'attribute' or one['doc']] if made is not None else []
    return dict(name=name, kind='constant', signature=value_text(node) or None, doc=doc, members=members, deprecated=None)


def class_made(where, node):
    """The class of the package of which a constant is an instance, such as a logger: what users reach is on it."""
    made = node.value.func if isinstance(node.value, ast.Call) else None
    found = resolve(where, last_name(made)) if isinstance(made, (ast.Name, ast.Attribute)) else None
    return found[2] if found is not None and isinstance(found[2], ast.ClassDef) else None


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


${readmeFormats}
emit(kind='package', name=published or root_name, importName=root_name, version=version_of(), homepage=message.get('Home-page'), standard=False, summary=message.get('Summary') or '')
body = message.get_payload() if isinstance(message.get_payload(), str) else ''
body = body if body.strip() else unfolded(message.get('Description') or '')
readme_kind = (message.get('Description-Content-Type') or '').split(';')[0].strip()
if readme_kind in README_FORMATS and body.strip() not in ('', 'UNKNOWN'):
    emit(kind='readme', text=body, format=README_FORMATS[readme_kind])

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
        if constant and module.listed is None and not (name.isupper() and value_text(node)) and class_made(where, node) is None:
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
