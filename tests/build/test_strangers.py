"""Contracts that nobody tuned for: rare words together, names in the way, rights in odd shapes.

Each project that they become holds to the standard like the example; one test file each would
say no more, so that the contracts are the cases.
"""

from pathlib import Path

import pytest

from backstay.blueprint import load
from backstay.build.project import prepare
from tests.build import holding

STRANGERS = sorted((Path(__file__).parent / "contracts" / "strangers").glob("*.yaml"))
LEAST = {"grants": 93, "lone": 91}
"""Percent of lines and branches; where nobody makes rows, less can be tested from outside."""

pytestmark = pytest.mark.real


@pytest.fixture(scope="module", params=STRANGERS, ids=lambda path: path.stem)
def built(request, tmp_path_factory):
    root = tmp_path_factory.mktemp("strangers") / request.param.stem
    prepare(root, load(request.param)).apply()
    return root


def test_there_are_some():
    assert len(STRANGERS) >= 7


def test_its_code_is_clean(built):
    holding.is_clean(built)


def test_its_types_are_strict(built):
    holding.is_typed(built)


def test_its_own_tests_pass_and_cover_it(built):
    assert holding.coverage_of_own_tests(built) >= LEAST.get(built.name, 98)


def test_its_own_tests_pass_on_postgresql(built, bare_postgres):
    assert holding.coverage_of_own_tests(built, bare_postgres) >= LEAST.get(built.name, 98)
