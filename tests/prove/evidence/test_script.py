"""Script: what earlier answers made up becomes variables, and the rest stands as it was sent."""

import json
import subprocess
from typing import Any

from backstay.prove.evidence.exchange import Exchange
from backstay.prove.evidence.script import MOST_STEPS, script_of, until

TASK = "0198c0de-0000-7000-8000-000000000001"


def exchange(
    path: str, data: Any = None, who: str = "", sent: str = "", signs_in: str = "", **headers: str
) -> Exchange:
    body = json.dumps({"data": data}).encode()
    answered = {"etag": '"7"'} if data else {}
    return Exchange(who, "POST", path, sent, headers, 200, answered, body, signs_in)


SIGN_UP = exchange("/auth/register", {"id": "u-1"}, sent='{"email": "account4@example.org"}')
SIGN_IN = exchange("/auth/login", {"access_token": "t"}, signs_in="ann")
CREATE = exchange("/tasks", {"id": TASK}, who="ann", sent="{}")


def script(*steps: Exchange | str) -> str:
    return script_of("a claim\nin two lines", "it did not", steps)


def test_it_says_what_was_to_be_shown_and_what_was_seen():
    assert script().startswith("#!/usr/bin/env bash\n# a claim in two lines\n# it did not\n")


def test_tokens_are_those_of_the_person_who_asks():
    text = script(SIGN_IN, CREATE)
    assert "TOKEN_1=$(data access_token)" in text
    assert '-H "Authorization: Bearer $TOKEN_1" --data-binary' in text


def test_ids_and_versions_are_read_from_answers():
    again = exchange(f"/tasks/{TASK}", who="ann", if_match='"7"')
    text = script(CREATE, again)
    assert "ID_1=$(data id)" in text
    assert "ETAG_1=$(header etag)" in text
    assert '"$BASE"/tasks/"$ID_1"' in text
    assert '-H "if_match: $ETAG_1"' in text
    plain = script(exchange("/tasks", accept="text/plain; q=1"))
    assert "-H 'accept: text/plain; q=1'" in plain


def test_addresses_get_a_suffix_so_that_it_runs_again():
    assert "account4-'\"$RUN\"'@example.org" in script(SIGN_UP)


def test_sql_stands_where_it_was_run():
    text = script(SIGN_UP, "UPDATE users SET role = 'admin' WHERE id = 'u-1'")
    line = text.strip().splitlines()[-1]
    assert line.startswith("sql ")
    assert '"$ID_1"' in line


def test_what_it_quotes_reaches_the_shell_as_it_was_sent():
    sent = '{"title": "it\'s $HOME `x`"}'
    text = script(exchange("/tasks", sent=sent))
    line = next(line for line in text.splitlines() if line.startswith("ask -X"))
    echo = f"BASE=http://b; ask() {{ printf '%s\\n' \"$@\"; }}; {line}"
    done = subprocess.run(["bash", "-c", echo], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["-X", "POST", "http://b/tasks", "--data-binary", sent]


def test_a_long_trial_is_cut_and_says_so():
    text = script(*[exchange("/tasks")] * (MOST_STEPS + 3))
    assert text.count("ask -X POST") == MOST_STEPS
    assert "# 3 more requests like these are left out" in text


def test_steps_end_with_the_one_that_shows_it():
    steps: list[Exchange | str] = [SIGN_IN, "SELECT 1", CREATE]
    assert until(steps, SIGN_IN) == [SIGN_IN]
    assert until(steps, CREATE) == steps
    assert until(steps, None) == steps
