"""All tables against the desk: compiled and stock, on both databases; and against broken desks."""

from typing import Any

import pytest
from fastapi import APIRouter

from backstay.prove.badinput.run import PROBES, cases_of, one_of_each, run
from backstay.web import DataOf, MaybeMatch, OperationRoute
from tests.desk.app import serving
from tests.desk.models import Note
from tests.desk.routes import NoteId
from tests.desk.schemas import NoteCreate, NoteRead
from tests.desk.services import NoteServiceOf
from tests.prove.badinput.conftest import scene_of

OPEN: dict[str, Any] = {"allowed_hosts": ["desk"], "requests": 10_000_000}
# the server's own answers, and what the desk has no table of its own for
ELSEWHERE = {"500 headers"}

more = APIRouter(route_class=OperationRoute)


@more.put("/notes/{note_id}/again", response_model=DataOf[NoteRead])
async def again(notes: NoteServiceOf, note_id: NoteId, match: MaybeMatch, data: NoteCreate) -> Note:
    return await notes.get(note_id)


@pytest.mark.parametrize("compiled", [True, False], ids=["compiled", "stock"])
async def test_every_answer_is_exact(database_url, compiled):
    async with serving(database_url, compiled=compiled, more=more, **OPEN) as desk:
        scene = await scene_of(desk)
        cases = [one for one in cases_of(scene) if one.probe not in ELSEWHERE]
        tally = await run(scene, cases)
        wrong = {reason: verdicts[0].case.attack for reason, verdicts in tally.wrong()}
        assert wrong == {}
        assert tally.cases == tally.exact == len(cases) > 500
        assert tally.faults == 0
        assert len(tally.rows) > 30


async def test_the_short_form_has_one_attack_of_each_probe_and_all_in_turn(sqlite_url):
    async with serving(sqlite_url, more=more, **OPEN) as desk:
        scene = await scene_of(desk)
        operation = next(one for one in scene.document.operations() if one.body is not None)
        every = {case.probe: 0 for case in cases_of(scene) if case.operation == operation.id}
        for case in cases_of(scene):
            every[case.probe] = every.get(case.probe, 0) + (case.operation == operation.id)
        for turn in range(2):
            short = one_of_each(scene, operation, turn)
            assert {case.operation for case in short} == {operation.id}
            assert [case.probe for case in short] == [name for name, many in every.items() if many]
        methods = {one_of_each(scene, operation, turn)[0].attack.body for turn in range(2)}
        assert len(methods) == 2


async def test_what_is_over_a_small_limit_is_no_attack_of_another_kind(sqlite_url):
    async with serving(sqlite_url, body_limit=1024, **OPEN) as desk:
        scene = await scene_of(desk)
        scene.limit = 1024
        cases = [
            one for one in cases_of(scene) if one.probe in {"nested too deep", "duplicate key"}
        ]
        tally = await run(scene, cases)
        assert tally.exact == tally.cases > 0
        assert {one.probe for one in cases} == {"nested too deep", "duplicate key"}


def test_each_probe_has_a_row_and_a_due_answer():
    assert all(1 <= probe.row <= 80 and probe.due.status for probe in PROBES)
    names = [probe.name for probe in PROBES]
    assert len(set(names)) == len(names)


BROKEN: dict[str, tuple[dict[str, Any], str]] = {
    "a guard that forgets the host": ({"allowed_hosts": []}, "foreign host"),
    "a limit nobody reached": ({"body_limit": 16 * 1024 * 1024}, "larger than the limit"),
    "headers without a limit": ({"header_bytes": 256 * 1024}, "one header of 70 kB"),
    "a URI without a limit": ({"uri_bytes": 64 * 1024}, "URI of 20 kB"),
    "pages of everybody": ({"cors_origins": ["*"]}, "foreign origin"),
}


@pytest.mark.parametrize("name", BROKEN)
async def test_a_missing_protection_is_seen(sqlite_url, name):
    settings, probe = BROKEN[name]
    async with serving(sqlite_url, **(OPEN | settings)) as desk:
        scene = await scene_of(desk)
        cases = [one for one in cases_of(scene) if one.probe == probe]
        tally = await run(scene, cases)
        assert tally.cases > 0
        assert tally.exact == 0
        assert all(probe in reason for reason, _ in tally.wrong())
