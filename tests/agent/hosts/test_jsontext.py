"""A value goes into JSON as text, comments and layout stay, and taking it out undoes it."""

import json
import re

import pytest

from backstay.agent.hosts.jsontext import JsonTextError, insertion

TEXTS = {
    "empty": "{}",
    "blank": "{\n}\n",
    "flat": '{"a": 1}',
    "nested": '{\n    "hooks": {"Stop": [ {"x": 1} ]},\n    "z": "}"\n}\n',
    "comments": '{\n  // mine, "hooks": 1\n  "a": [1, 2], /* b */\n  "hooks": {}\n}\n',
    "windows": '{\r\n\t"a": true\r\n}\r\n',
    "tricky": '{"a\\"b": "c: [{", "hooks": {"Stop": []}}',
}


def put(text: str, *given) -> tuple[str, str]:
    found = insertion(text, *given)
    assert found is not None
    return f"{text[: found.place]}{found.text}{text[found.place :]}", found.text


def read(text: str):
    return json.loads(re.sub(r"//[^\n]*|/\*.*?\*/", "", text))


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_an_item_comes_into_a_list_that_may_not_be_there(text) -> None:
    after, inserted = put(text, ("hooks", "Stop"), "", {"command": "x"})

    before = read(text)
    stop = before.setdefault("hooks", {}).setdefault("Stop", [])
    stop.append({"command": "x"})
    assert read(after) == before
    assert after.replace(inserted, "", 1) == text
    assert insertion(after, ("hooks", "Stop"), "", {"command": "x"}) is None


@pytest.mark.parametrize("text", TEXTS.values(), ids=list(TEXTS))
def test_a_key_comes_into_an_object_and_only_once(text) -> None:
    after, inserted = put(text, ("servers",), "backstay", {"args": ["mcp"]})

    assert read(after)["servers"] == {"backstay": {"args": ["mcp"]}}
    assert after.replace(inserted, "", 1) == text
    assert insertion(after, ("servers",), "backstay", {}) is None


@pytest.mark.parametrize(
    "text", ["", " // only this\n", "[]", "{", "7", '{"a": 1,}', '{"hooks": []}']
)
def test_what_cannot_take_it_is_refused(text) -> None:
    with pytest.raises(JsonTextError):
        insertion(text, ("hooks", "Stop"), "", 1)
