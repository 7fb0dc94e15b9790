"""Requests whose gates answer what a test wants."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backstay.agent.work.measure import Gates
from backstay.agent.work.request import Request


@pytest.fixture
def ask(project: Path, gates: Gates, undescribed: None) -> Callable[..., Request]:
    """A request whose gates pass, unless a test gives others."""

    def asked(text: str, check=gates.check, prove=gates.prove, **more: Any) -> Request:
        chosen = replace(gates, check=check, prove=prove)
        return Request(text, project, gates=chosen, **more)

    return asked
