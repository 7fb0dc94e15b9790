"""`make agent-demo`: a scripted agent over stdio designs, builds, is refused, mends, hands in.

The agent is a script; the server, the tools and every answer are real.
"""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mcp import Client, StdioServerParameters

from backstay.agent.contract.apply import apply_changes
from backstay.agent.demo.place import timetrack
from backstay.agent.phrases.read import understand
from backstay.blueprint import parse

TASK = "add comments to tasks"
SERVICE = "src/services/comment_service.py"
CATCH_ALL = '''

def careless(text: str) -> int:
    """Hides whatever goes wrong."""
    try:
        return int(text)
    except Exception:
        return 0
'''
INVENTED = {
    "tests": {"passed": 9999, "failed": 0, "coverage": 100},
    "performance": {"p95_ms": 1, "rps": 50000},
}
Say = Callable[[str], None]


@dataclass(slots=True)
class Script:
    """The agent's side: calls tools, says what came back."""

    client: Client
    say: Say

    async def call(self, tool: str, /, **arguments: Any) -> dict[str, Any]:
        """One tool call; its structured answer."""
        result = await self.client.call_tool(f"backstay_{tool}", arguments)
        answer: dict[str, Any] | None = result.structured_content
        if result.is_error or answer is None:
            raise RuntimeError(f"backstay_{tool}: {getattr(result.content[0], 'text', '')}")
        mark = "ok" if answer["ok"] else "refused"
        self.say(f"> backstay_{tool}: {mark}: {answer['summary']}")
        return answer


def commit(root: Path) -> None:
    """A repository, so that what is changed can be told from what was there."""
    identity = ("-c", "user.name=demo", "-c", "user.email=demo@example.org")
    for words in (("init", "-q"), ("add", "-A"), (*identity, "commit", "-qm", "timetrack")):
        command = ["git", "-C", str(root), *words]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words


async def act(script: Script, root: Path) -> bool:
    """The whole session; gives whether each step came out as it should."""
    contract = root / "backstay.yaml"
    text = contract.read_text(encoding="utf-8")
    routed = await script.call("route", task=f"{TASK}: endpoints, rules, tests")
    draft = apply_changes(text, parse(text.encode(), "x"), understand(TASK).changes).text
    designed = await script.call("design", target="comments", contract=draft)
    for one in designed["operations"][:2]:
        script.say(f"    {one['route']}; on failure: {one['on_failure']}")
    contract.write_text(draft, encoding="utf-8")
    built = await script.call("build")
    service = root / SERVICE
    good = service.read_text(encoding="utf-8")
    service.write_text(good + CATCH_ALL, encoding="utf-8")
    script.say(f"  (a catch-all except is planted in {SERVICE})")
    refused = await script.call("check", paths=[SERVICE])
    for one in refused["findings"]:
        script.say(f"    {one['path']}:{one['line']}: {one['rule']}: {one['message']}")
    service.write_text(good, encoding="utf-8")
    script.say("  (it is mended)")
    mended = await script.call("check", paths=[SERVICE])
    await script.call("monitor")
    script.say("  (tests, check and proof run now; that takes minutes)")
    proved = await script.call("prove")
    return await _hand_in(script, designed) and all(
        (routed["ok"], built["ok"], not refused["ok"], mended["ok"], proved["ok"])
    )


async def _hand_in(script: Script, designed: dict[str, Any]) -> bool:
    """The return with invented numbers, then the true one."""
    true = {
        "agent": "backend",
        "routes_created": [one["route"] for one in designed["operations"]],
        "models": [{"name": "Comment", "fields": ["id", "task_id", "author_id", "body"]}],
        "services": ["comment_service.py"],
        "summary": TASK,
    }
    lie = await script.call("return", feature={**true, **INVENTED})
    for one in lie["differences"]:
        script.say(f"    {one}")
    told = await script.call("return", feature=true)
    script.say(f"\n{told['sentence'] or told['summary']}")
    return not lie["ok"] and len(lie["differences"]) >= len(INVENTED) and bool(told["sentence"])


async def show(say: Say) -> int:
    """Run the session; 0 when each step came out as it should, with the sentence at the end."""
    with TemporaryDirectory(prefix="backstay-demo-") as folder:
        root = timetrack(Path(folder))
        commit(root)
        server = StdioServerParameters(
            command=sys.executable,
            args=["-c", "from backstay.cli.main import run; run()", "mcp", "--root", str(root)],
        )
        async with Client(server) as client:
            say(f"{len((await client.list_tools()).tools)} tools over stdio")
            return 0 if await act(Script(client, say), root) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(show(lambda line: print(line, flush=True))))  # noqa: T201 a command of the Makefile
