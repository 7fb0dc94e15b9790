"""Locates: in the usual places, at a path, in a file; or it is said where it was looked for."""

import json

import pytest

from backstay.prove.audit import locate
from backstay.prove.audit.caller import Caller
from backstay.prove.audit.identity import NOBODY
from backstay.prove.audit.locate import Located, NoDocumentError, SilentError, located, read
from tests.prove.load.server import plain, serving

CONTENT = {"openapi": "3.1.0", "paths": {}}


async def found(at: str, prefix: str = "", given: str = "") -> tuple[Located, str]:
    """What is located of a service that keeps its document at a path, and the service's URL."""

    def answer(head: str, body: bytes) -> bytes:
        here = head.split(" ")[1] == at
        return plain(200, json.dumps(CONTENT).encode()) if here else plain(404)

    async with serving(answer) as (port, _):
        caller = Caller(f"http://127.0.0.1:{port}")
        try:
            return await located(caller, NOBODY, prefix, given), caller.base
        finally:
            await caller.close()


@pytest.mark.parametrize("place", ["/openapi.json", "/v3/api-docs", "/api/schema/?format=json"])
async def test_the_usual_places_are_looked_at(place):
    seen, base = await found(place)
    assert (seen.where, seen.content) == (f"{base}{place}", CONTENT)


async def test_below_the_targets_own_path_first_and_where_it_is_told():
    seen, base = await found("/v2/openapi.json", "/v2")
    assert seen.where == f"{base}/v2/openapi.json"
    seen, base = await found("/my/doc?a=1", given="/my/doc?a=1")
    assert seen.where == f"{base}/my/doc?a=1"


async def test_a_file_is_read_and_a_missing_one_is_said(tmp_path):
    file = tmp_path / "openapi.yaml"
    file.write_text("openapi: 3.0.0\npaths: {}\n")
    seen, _ = await found("/x", given=str(file))
    assert seen.content == {"openapi": "3.0.0", "paths": {}}
    with pytest.raises(NoDocumentError, match="cannot be read: No such file"):
        await found("/x", given="missing.yaml")


async def test_a_url_must_be_of_the_service():
    with pytest.raises(NoDocumentError, match="save it, and give the file"):
        await found("/x", given="http://example.org/openapi.json")


async def test_a_url_of_the_service_is_its_path():
    async with serving(lambda *_: plain(200, json.dumps(CONTENT).encode())) as (port, heads):
        caller = Caller(f"http://127.0.0.1:{port}")
        await located(caller, NOBODY, "", f"{caller.base}/doc?v=2")
        await located(caller, NOBODY, "", f"{caller.base}/doc")
        await caller.close()
    assert [head.split(" ")[1] for head in heads] == ["/doc?v=2", "/doc"]


async def test_nothing_found_names_the_places_and_silence_is_told_at_once():
    with pytest.raises(NoDocumentError, match="name it with --openapi"):
        await found("/nowhere")
    caller = Caller("http://127.0.0.1:9")
    with pytest.raises(SilentError, match="is it running"):
        await located(caller, NOBODY)
    await caller.close()


def test_what_is_no_document_is_refused(monkeypatch):
    with pytest.raises(NoDocumentError, match="neither JSON nor YAML"):
        read(b"a: [", "x")
    with pytest.raises(NoDocumentError, match="it has no paths"):
        read(b"[]", "x")
    monkeypatch.setattr(locate, "LARGEST", 3)
    with pytest.raises(NoDocumentError, match="at most 3 are read"):
        read(b"{}  ", "x")
