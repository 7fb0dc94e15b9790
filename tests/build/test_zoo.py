"""A contract with every word of the language, and one not tuned for: both hold like the example."""

import pytest

from backstay.build.project import prepare
from tests.build import holding

KINDS = {"zoo": 92.5, "shop": 90}
NEVER_BROKEN = {"zoo": ["mirrored", "by_name", "shadowed"], "shop": []}
"""Rules that hold for every row that keeps its bounds."""


@pytest.fixture(scope="module", params=KINDS)
def built(request, tmp_path_factory):
    root = tmp_path_factory.mktemp(request.param) / request.param
    build = prepare(root, request.getfixturevalue(request.param))
    build.apply()
    notes = [note for note in build.report.notes if not note.startswith("not built yet")]
    assert notes == [
        f"not tested: no Order was found that breaks {rule} and nothing else"
        for rule in NEVER_BROKEN[request.param]
    ]
    return root


def test_its_code_is_clean(built):
    holding.is_clean(built)


@pytest.mark.real
def test_its_types_are_strict(built):
    holding.is_typed(built)


@pytest.mark.real
def test_its_own_tests_pass_and_cover_it(built):
    assert holding.coverage_of_own_tests(built) >= KINDS[built.name]


@pytest.mark.real
def test_its_own_tests_pass_on_postgresql(built, bare_postgres):
    assert holding.coverage_of_own_tests(built, bare_postgres) >= KINDS[built.name]
