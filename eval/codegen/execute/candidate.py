"""One candidate under its test, in a process that ends with it.

The test is DS-1000's: a program that defines test_execution(solution) and, of some problems,
test_string(solution). What the candidate runs and what judges it share a process, as the tests of the
benchmark demand; a seal over what judges is looked at each time the candidate's code has run.
"""
import ast
import builtins
import json
import os
import random
import sys
import traceback
import types

KEPT = 2_000


def judge(test, code, say):
    """Runs the test over the code and says how it went. Never returns to the caller's loop."""
    try:
        run(test, code)
        say({"verdict": "passed"})
    except BaseException as error:
        say(told(error))


class TestTampered(Exception):
    """The candidate changed what judges it."""


def run(test, code):
    random.seed(0)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(0)
    space = {}
    tree = ast.parse(test)
    exec(compile(tree, "<test>", "exec"), space)
    seal = sealed(space, tree)
    if not callable(space.get("test_execution")):
        raise RuntimeError("the test defines no test_execution(solution)")
    checks = [space[name] for name in ("test_execution", "test_string") if f"{name}(" in test and name in space]
    space["exec"] = watched_exec(seal)
    for check in checks:
        check(code)
        seal()


def watched_exec(seal):
    """exec, with a look at the seal before the test goes on: what is changed back later is seen too."""
    real = exec

    def watched(program, space=None, local=None):
        frame = sys._getframe(1)
        space = frame.f_globals if space is None else space
        if local is None:
            real(program, space)
        else:
            real(program, space, local)
        seal()

    return watched


def sealed(space, tree):
    """Remembers what the test calls: its functions, the functions of libraries that it names with those beside them, built-ins."""
    owners = [(name, vars(module)) for name, module in judges(space, tree)]
    before = [("built-in", vars(builtins)), *owners]
    known = [(label, names, {k: mark(v) for k, v in names.items() if callable(v)}) for label, names in before]
    own = {k: mark(v) for k, v in space.items() if isinstance(v, types.FunctionType)}

    def check():
        for label, names, marks in [*known, ("test", space, own)]:
            for key, value in marks.items():
                if key not in names or mark(names[key]) != value:
                    raise TestTampered(f"the candidate changed what judges it: {label} {key}")

    return check


def mark(value):
    code = getattr(value, "__code__", None) if isinstance(value, types.FunctionType) else None
    return (id(value), id(code), id(getattr(value, "__defaults__", None)) if code else None)


def judges(space, tree):
    """The modules that hold or define what the test names by a dotted name."""
    found = {}
    for node in ast.walk(tree):
        names = dotted(node)
        if not names or not isinstance(space.get(names[0]), types.ModuleType):
            continue
        owner = space[names[0]]
        for name in names[1:]:
            value = getattr(owner, name, None)
            if not isinstance(value, types.ModuleType):
                found[id(owner)] = owner
                home = sys.modules.get(getattr(value, "__module__", None) or "")
                if isinstance(value, types.FunctionType) and home is not None:
                    found[id(home)] = home
                break
            owner = value
    return [(module.__name__, module) for module in found.values()]


def dotted(node):
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if names and isinstance(node, ast.Name) else []


def told(error):
    """The verdict of what was thrown, with its last line and the end of its traceback."""
    kind = type(error).__name__
    try:
        line = "".join(traceback.format_exception_only(type(error), error)).strip().splitlines()[-1]
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))[-KEPT:]
    except BaseException:
        line, trace = kind, kind
    if isinstance(error, SystemExit):
        line = "the program ended itself before the tests were through"
    verdict = "memory" if isinstance(error, MemoryError) else "failed" if isinstance(error, AssertionError) else "error"
    return {"verdict": verdict, "type": kind, "line": line[-500:], "trace": trace}


def teller(file, token):
    write, leave, dump, out, err = os.write, os._exit, json.dumps, sys.stdout, sys.stderr

    def say(verdict):
        for stream in (out, err):
            try:
                stream.flush()
            except Exception:
                pass
        write(file, (dump({**verdict, "token": token}) + "\n").encode())
        leave(0)

    return say
