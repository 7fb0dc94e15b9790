"""Client: requests go out as they were said, are kept, and stay on this machine."""

import httpx2
import pytest

from backstay.prove.world import client as module
from backstay.prove.world.client import CHUNK, Client, NotLoopbackError
from tests.prove.world.service import client_of


def echo(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, content=request.content, headers={"x-sent": str(request.headers)})


@pytest.mark.parametrize("base", ["http://example.org", "https://10.0.0.1:80", "http://[::2]:80"])
def test_other_machines_are_sent_nothing(base):
    with pytest.raises(NotLoopbackError, match="stays on loopback"):
        Client(base)


async def test_json_and_tokens_go_out_and_the_token_is_not_kept():
    client = client_of(echo)
    seen = await client.send("POST", "/a", who="ann", token="secret", body={"a": 1})
    assert (seen.body, seen.sent, seen.who) == (b'{"a": 1}', '{"a": 1}', "ann")
    assert "Bearer secret" in seen.answered["x-sent"] or "[secure]" in seen.answered["x-sent"]
    assert seen.headers == {"content-type": "application/json"}
    await client.close()


async def test_raw_bytes_go_out_as_they_are_in_chunks_where_that_is_asked():
    client = client_of(echo)
    raw = b"\xff" + b"x" * (2 * CHUNK)
    seen = await client.send("POST", "/a", raw=raw, chunked=True)
    assert seen.body == raw
    assert seen.sent.startswith("\\xffx")
    assert "'transfer-encoding': 'chunked'" in seen.answered["x-sent"]
    await client.close()


async def test_the_first_exchanges_are_kept_and_all_are_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_KEPT", 2)
    client = client_of(echo)
    for path in ("/a", "/b", "/c"):
        await client.send("GET", path)
    assert [one.path for one in client.kept] == ["/a", "/b"]
    assert (client.steps, client.sent) == (client.kept, 3)
    client.forget()
    assert (client.kept, client.steps, client.sent) == ([], [], 3)
    await client.close()
