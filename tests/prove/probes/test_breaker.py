"""breaker: passes a project with the runtime's client, fails one without, and says when blind."""

from pathlib import Path

import pytest

from backstay.prove.evidence.result import Result
from backstay.prove.outcome import Outcome
from backstay.prove.running.discover import trials_of
from backstay.prove.running.proof import Run, proven
from backstay.prove.subject.project import project_at

HEALTHY = '''"""Rates, as another service tells them."""

import os
from functools import lru_cache
from urllib.parse import urlsplit

from backstay.errors import Unavailable
from backstay.resilience import Destinations, Outgoing


@lru_cache
def client() -> Outgoing:
    host = urlsplit(os.environ["RATES_URL"]).hostname
    return Outgoing(Destinations(inside=[host]))


async def refresh() -> None:
    answer = await client().request("GET", os.environ["RATES_URL"])
    if answer.is_error:
        raise Unavailable
'''
BROKEN = '''"""Rates, as another service tells them."""

import os

import httpx2
from backstay.errors import Unavailable


async def refresh() -> None:
    async with httpx2.AsyncClient() as client:
        answer = await client.get(os.environ["RATES_URL"], timeout=5)
    if answer.is_error:
        raise Unavailable
'''
FALLING_BACK = HEALTHY.replace(
    '    answer = await client().request("GET", os.environ["RATES_URL"])\n',
    "    try:\n"
    '        answer = await client().request("GET", os.environ["RATES_URL"])\n'
    "    except Unavailable:\n"
    "        return\n",
)
WRONG_WORDS = FALLING_BACK.replace("        return\n", "        raise RuntimeError from None\n")


def calling(root: Path, rates: str, setting: str = "RATES_URL=\n") -> Path:
    """The project, with a list that needs another service."""
    (root / "src" / "services" / "rates.py").write_text(rates)
    service = root / "src" / "services" / "task_service.py"
    text = service.read_text()
    before = "        page = await self.tasks.page_of(query)"
    assert before in text
    text = text.replace(before, f"        await __import__('src.services.rates', "
                                f"fromlist=['refresh']).refresh()\n{before}")  # fmt: skip
    service.write_text(text)
    example = root / ".env.example"
    example.write_text(example.read_text() + setting)
    return root


async def result_of(root: Path) -> Result:
    project = project_at(root)
    [trial] = trials_of(project.blueprint, ["breaker"])
    [result] = await proven(project, [trial], Run(), lambda _: None)
    return result


async def test_it_does_not_apply_where_nobody_is_called(built):
    result = await result_of(built("timetrack"))
    assert result.outcome is Outcome.NOT_APPLICABLE
    assert "no file of src calls another service" in result.reason


async def test_it_is_blind_where_nothing_can_stand_in(copied):
    result = await result_of(calling(copied("timetrack"), HEALTHY, setting=""))
    assert result.outcome is Outcome.UNPROVEN
    assert result.reason.startswith("Uncontrolled: src/services/rates.py calls another service")


@pytest.mark.real
@pytest.mark.parametrize(
    ("rates", "outcome", "said"),
    [
        (HEALTHY, Outcome.PASSED, ""),
        (BROKEN, Outcome.FAILED, "times by 60 requests, though each call failed"),
        (WRONG_WORDS, Outcome.FAILED, "a request that would need RATES_URL: expected 503, got"),
        (FALLING_BACK, Outcome.UNPROVEN, "answers came without RATES_URL"),
    ],
    ids=["healthy", "no breaker", "not told", "falls back"],
)
async def test_a_service_that_fails_is_left_alone(copied, rates, outcome, said):
    result = await result_of(calling(copied("timetrack"), rates))
    assert (result.outcome, result.key) == (outcome, "service"), result.reason
    assert said in result.reason


@pytest.mark.real
async def test_a_setting_that_nothing_reads_proves_nothing(copied):
    root = copied("timetrack")
    example = root / ".env.example"
    example.write_text(example.read_text() + "RATES_URL=\n")
    result = await result_of(root)
    assert result.outcome is Outcome.UNPROVEN
    assert "nothing that could be read called RATES_URL" in result.reason
