/** The part of the script that describes classes: members of every kind, with where each comes from. */
export const introspectMembers = String.raw`
MOST_HEIRS = 100
# Where more classes have a member of another package it is that of a framework, which tells of it itself.
MOST_HEIRS_OF_OTHERS = 20


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
        return dict(name=name, kind='method', signature=signature, doc=inherited_doc(owner, name, value), told=told_of(bound), deprecated=deprecated_of(value))
    return None


def type_text(annotation):
    if annotation is None:
        return None
    return bare_text(annotation)[0] if isinstance(annotation, str) else inspect.formatannotation(bare(annotation))


def annotated_doc(annotation):
    if isinstance(annotation, str):
        return bare_text(annotation)[1]
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
    """What the class declares itself, and what it has of its bases, but for those of Python itself."""
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
        if base is not cls and foreign(base):
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
                member['most'] = MOST_HEIRS if base.__module__.split('.')[0] in own_packages else MOST_HEIRS_OF_OTHERS
                found.append(member)
    return found


def is_own_instance(value):
    """An object that the package makes for its users, such as a logger: what they reach is on it."""
    cls = type(value)
    plain = isinstance(value, (str, bytes, int, float, complex, tuple, list, dict, set, frozenset, enum.Enum)) or value is None
    return not plain and not foreign(cls) and cls.__module__.split('.')[0] in own_packages


def describe(name, value):
    if inspect.isclass(value):
        failure = issubclass(value, BaseException)
        doc = class_doc(value)
        return dict(name=name, kind='exception' if failure else 'class', signature=signature_of(value), doc=doc, told=told_of(value), init=init_doc(value, doc), members=members_of(value), deprecated=deprecated_of(value))
    if callable(value):
        return dict(name=name, kind='function', signature=signature_of(value), doc=own_doc(value), told=told_of(value), members=[], deprecated=deprecated_of(value))
    plain = value is None or isinstance(value, (str, int, float, bool))
    members = members_of(type(value)) if is_own_instance(value) else []
    own = '' if isinstance(value, (str, int, float, bool, tuple, list, dict, set, frozenset)) or value is None else own_doc(value)
    return dict(name=name, kind='constant', signature=(' = ' + repr(value)[:200]) if plain else None, doc=own or (class_doc(type(value)) if members else ''), members=[one for one in members if one['kind'] != 'attribute' or one['doc']], deprecated=None)


def tell_once(pages):
    """A member that several classes have is told of where it is declared, and named on its heirs."""
    hosts = {}
    places = [(page, one, member) for page in pages for one in page['objects'] for member in one['members'] if 'key' in member]
    for page, one, member in sorted(places, key=lambda place: not place[2]['own']):
        host = hosts.setdefault(member['key'], member)
        if host is member:
            continue
        if len(host['heirs']) < host['most']:
            host['heirs'].append(page['name'] + '.' + one['name'] + '.' + member['name'])
        member['elsewhere'] = True
    for page in pages:
        for one in page['objects']:
            one['members'] = [{k: v for k, v in m.items() if k not in ('key', 'own', 'most')} for m in one['members'] if 'elsewhere' not in m]
`
