"""The harness that holds every rule to its own page; for our rules and for anybody's.

from backstay.prove.testing import assert_page_holds, rules_in

@pytest.mark.parametrize("rule", rules_in(my_rules), ids=lambda rule: rule.id)
def test_every_rule_keeps_the_promises_of_its_page(rule):
    assert_page_holds(rule)
"""

from dataclasses import replace
from types import ModuleType

from backstay.prove.checking.files import kind_of
from backstay.prove.discover import rules_of
from backstay.prove.examples import Example, examples
from backstay.prove.hit import Hit
from backstay.prove.reading.document import Document
from backstay.prove.reading.facts import facts_of
from backstay.prove.reading.project import Project
from backstay.prove.reading.script import Script
from backstay.prove.reading.source import Source
from backstay.prove.reading.tree import Tree
from backstay.prove.rule import Rule

_PROJECT = Project(frozenset({"fastapi"}), frozenset({"sqlalchemy"}))
_SECTIONS = ("## Why", "## Flagged", "## Instead")


def rules_in(package: ModuleType) -> list[Rule]:
    """The rules of a package, for parametrisation."""
    return list(rules_of(package))


def assert_page_holds(rule: Rule) -> None:
    """Fail unless the page has its sections and the rule flags exactly the lines it shows.

    Raises:
        AssertionError: What the page says, and what the rule does.
    """
    for section in _SECTIONS:
        assert section in rule.page, f"{rule.id}: the page lacks {section!r}"
    found = examples(rule.page, rule.id)
    assert any(one.want for one in found), f"{rule.id}: show at least one flagged example"
    assert any(not one.want for one in found), f"{rule.id}: show at least one clean example"
    for one in found:
        seen = places(rule, one)
        assert seen == one.want, (
            f"{rule.id}, example at line {one.line} of its page:\n"
            f"  must be flagged: {sorted(one.want)}\n  is flagged: {sorted(seen)}"
        )


def places(rule: Rule, example: Example) -> set[tuple[str, int]]:
    """Where a rule speaks in an example."""
    return {(one.path, one.line) for one in hits(rule, example) if not one.kept}


def hits(rule: Rule, example: Example, project: Project = _PROJECT) -> list[Hit]:
    """All that a rule yields for an example, kept places among it."""
    limits = (*project.limits, *example.limits)
    contract = "backstay.yaml" in example.files or bool(dict(limits).get("contract"))
    project = replace(project, limits=limits, contract=project.contract or contract)
    if rule.reads == "tree":
        return list(rule.run(_tree(rule, example, project)))
    readers = {"python": Source, "script": Script, "document": Document}
    return [
        hit
        for path, text in example.files.items()
        if kind_of(path) == rule.reads
        for hit in rule.run(readers[rule.reads](path, text, project))
    ]


def _tree(rule: Rule, example: Example, project: Project) -> Tree:
    sources = [
        Source(path, text, project)
        for path, text in example.files.items()
        if kind_of(path) == "python"
    ]
    noted = {one.path: rule.collect(one) for one in sources} if rule.collect else {}
    return Tree(
        tuple(example.files),
        {one.path: facts_of(one) for one in sources},
        {path: text for path, text in example.files.items() if kind_of(path) == "document"},
        project,
        {path: value for path, value in noted.items() if value},
    )
