"""Which references lie on a circle."""

from hypothesis import given, settings
from hypothesis import strategies as st

from backstay.blueprint.checks.circles import components

NODES = "abcdef"
GRAPHS = st.fixed_dictionaries({node: st.sets(st.sampled_from(NODES)) for node in NODES})


def reaches(graph: dict[str, set[str]], start: str, goal: str) -> bool:
    """The definition, step by step."""
    seen: set[str] = set()
    todo = set(graph[start])
    while todo:
        node = todo.pop()
        seen.add(node)
        todo |= graph[node] - seen
    return goal in seen


@settings(max_examples=300, derandomize=True, deadline=None)
@given(GRAPHS)
def test_an_edge_lies_on_a_circle_exactly_if_its_target_leads_back(graph):
    found = components(graph)

    for node, targets in graph.items():
        for target in targets:
            back = target == node or reaches(graph, target, node)
            assert (found[node] == found[target]) is back


def test_a_long_chain_is_no_circle_and_takes_no_recursion():
    chain = {str(i): {str(i + 1)} for i in range(5000)} | {"5000": set()}

    assert len(set(components(chain).values())) == 5001
