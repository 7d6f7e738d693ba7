"""What Schemathesis needs to fuzz Cairn's GraphQL: how to run it says eval/README.md."""

import schemathesis
from graphql import language as ast
from hypothesis import strategies as st


@schemathesis.check
def no_bug(ctx, response, case):
    """No status of 5xx, and not the code that Cairn gives to what it did not foresee."""
    assert response.status_code < 500, f"status {response.status_code}: {response.text[:500]}"
    for code in ('"BUG"', '"INTERNAL_SERVER_ERROR"'):
        assert code not in response.text, response.text[:500]


def as_node(value):
    """A value of JSON as it stands in a GraphQL document."""
    if value is None:
        return ast.NullValueNode()
    if isinstance(value, bool):
        return ast.BooleanValueNode(value=value)
    if isinstance(value, int):
        return ast.IntValueNode(value=str(value))
    if isinstance(value, str):
        return ast.StringValueNode(value=value)
    if isinstance(value, list):
        return ast.ListValueNode(values=tuple(as_node(one) for one in value))
    fields = [ast.ObjectFieldNode(name=ast.NameNode(value=k), value=as_node(v)) for k, v in value.items()]
    return ast.ObjectValueNode(fields=tuple(fields))


# Attempts that are nearly right come further than any JSON.
TEXT = st.text(max_size=40)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**31), 2**31 - 1) | TEXT,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["text", "name", "status", "kind", "at", "learned"]), inner, max_size=3),
    max_leaves=8,
)
NOTE = st.fixed_dictionaries({"about": TEXT | st.lists(TEXT, max_size=3), "happens": TEXT}, optional={"when": ANY, "shownBy": TEXT})
STEP = st.fixed_dictionaries(
    {"role": st.sampled_from(["user", "agent", "tool", "other"])},
    optional={"instruction": TEXT, "observation": TEXT, "error": ANY, "at": TEXT, "state": st.fixed_dictionaries({"text": TEXT})},
)
ATTEMPT = st.fixed_dictionaries(
    {
        "schema": st.sampled_from(["cairn.trace/1", "cairn.trace/2", "x"]),
        "task": st.fixed_dictionaries({"text": TEXT}) | ANY,
        "agent": st.fixed_dictionaries({"name": TEXT}),
        "outcome": st.fixed_dictionaries({"status": st.sampled_from(["passed", "failed", "unknown"])}),
        "steps": st.lists(STEP, max_size=3),
    },
    optional={"id": TEXT, "solution": TEXT, "learned": st.lists(NOTE, max_size=2), "libraries": st.lists(TEXT, max_size=2), "notes": ANY},
)
SHORT = st.fixed_dictionaries(
    {"task": TEXT, "agent": TEXT, "outcome": st.sampled_from(["passed", "failed", "unknown"])},
    optional={"id": TEXT, "code": TEXT, "error": TEXT, "learned": st.lists(NOTE, max_size=2)},
)
schemathesis.graphql.scalar("JSON", (ATTEMPT | SHORT | ANY).map(as_node))
