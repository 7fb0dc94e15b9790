"""What only informs in code that promised nothing, and counts where a contract promised it."""

from pathlib import Path

import pytest

from backstay.prove.discover import all_rules
from backstay.prove.examples import Example, examples
from backstay.prove.finding import Severity
from backstay.prove.reading.project import Project
from backstay.prove.testing import hits

FILES = sorted(Path(__file__).with_name("informing").glob("*.md"))
SPECIMENS = [
    pytest.param(file.stem, one, id=f"{file.stem}:{one.line}")
    for file in FILES
    for one in examples(file.read_text("utf-8"), file.stem)
]
PROMISED = Project(frozenset({"fastapi"}), frozenset({"sqlalchemy"}), contract=True)


@pytest.mark.parametrize(("rule", "specimen"), SPECIMENS)
def test_it_informs(rule, specimen):
    found = [one for one in hits(all_rules()[rule], specimen) if not one.kept]

    assert {(one.path, one.line) for one in found} == specimen.want != set()
    assert {one.severity for one in found} == {Severity.INFO}


@pytest.mark.parametrize(("rule", "specimen"), SPECIMENS)
def test_it_counts_where_it_was_promised(rule, specimen):
    found = [one for one in hits(all_rules()[rule], specimen, PROMISED) if not one.kept]

    assert specimen.want <= {(one.path, one.line) for one in found}
    assert Severity.INFO not in {one.severity for one in found}


def test_a_view_of_django_is_made_to_ask():
    text = "def boats(request):\n    return Boat.objects.all()\n"
    one = Example(1, {"shop/boats/views.py": text})

    found = hits(all_rules()["LAY002"], one, Project(frozenset({"django"})))

    assert [hit.severity for hit in found] == [Severity.INFO]
