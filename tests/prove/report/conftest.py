"""A contract that was proven whole."""

import pytest

from backstay.blueprint import Blueprint
from backstay.prove.evidence.result import Result
from backstay.prove.report.report import Report

from .made import BLUEPRINT, all_passed, reported


@pytest.fixture
def blueprint() -> Blueprint:
    return BLUEPRINT


@pytest.fixture
def results() -> list[Result]:
    return all_passed()


@pytest.fixture
def report(results: list[Result]) -> Report:
    return reported(results)
