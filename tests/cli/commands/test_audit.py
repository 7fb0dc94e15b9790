"""`backstay audit` prints the table, writes the report, and says by its exit how it ended."""

import json
import sys
from pathlib import Path

import pytest

from backstay.prove.audit import measure

SERVER = """\
import asyncio, os, sys
sys.path.insert(0, {tests!r})
from tests.prove.audit.specimen import Specimen
from tests.prove.load.server import serving


async def main():
    specimen = Specimen(*sys.argv[1:])
    started = asyncio.start_server

    def on_the_port(talk, host, port):
        return started(talk, host, int(os.environ["PORT"]))

    asyncio.start_server = on_the_port
    async with serving(specimen.answer):
        await asyncio.sleep(600)


asyncio.run(main())
"""


@pytest.fixture
def command(tmp_path, monkeypatch) -> str:
    """Starts a specimen; what it should break comes after it."""
    monkeypatch.setattr(measure, "EACH", 20)
    monkeypatch.chdir(tmp_path)
    root = str(Path(__file__).parents[3])
    (tmp_path / "server.py").write_text(SERVER.format(tests=root))
    return f"{sys.executable} server.py"


def ann() -> str:
    from tests.prove.audit.specimen import token_of  # noqa: PLC0415 beside its only use

    return f"Authorization: Bearer {token_of('ann')}"


def test_a_healthy_service_ends_with_0_and_a_report(run, command, tmp_path):
    code, output, error = run(
        "audit", "--start", command, "--header", ann(), "--only", "security", "--only", "lists"
    )
    assert code == 0, output + error
    assert "notes 1.0 at http://127.0.0.1:" in output
    assert "Report: audit.json" in output
    found = json.loads((tmp_path / "audit.json").read_text())
    assert (found["format"], found["held"]) == (1, True)
    assert "security: 1 not_applicable, 2 passed, 2 unproven" in error


def test_a_broken_one_ends_with_1_and_a_curl_line(run, command, tmp_path):
    report = tmp_path / "deep" / "a.json"
    code, output, _ = run(
        "audit", "--start", f"{command} open", "--only", "security", "--report", report
    )
    assert code == 1
    assert "failed: security: GET /notes" in output
    assert "curl --silent" in output
    assert json.loads(report.read_text())["held"] is False


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give the URL of a service, or --start COMMAND"),
        (("ftp://x",), "`ftp://x` is no URL"),
        (("http://example.org",), "--allow-host names another machine"),
        (("http://127.0.0.1:9",), "does not answer (ConnectError); is it running?"),
        (("http://127.0.0.1:9", "--only", "magic"), "no check is called magic; known: security"),
        (("http://127.0.0.1:9", "--id", "7"), "--id takes name=value, not `7`"),
        (("http://127.0.0.1:9", "--header", "x"), "`x` is no header"),
        (("--start", "not-a-command"), "`not-a-command` cannot be started"),
        (("http://127.0.0.1:9", "--openapi", "missing.json"), "missing.json cannot be read"),
    ],
)
def test_wrong_input_ends_with_2_and_says_what_to_give(run, arguments, said):
    code, _, error = run("audit", *arguments)
    assert code == 2
    assert said in error
