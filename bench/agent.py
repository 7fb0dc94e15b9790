"""How long an agent waits: a hook after an edit, a check over MCP, a look at what init would do."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from mcp import Client

from backstay.agent.mcp.server import listing, make_server, tokens

BIN = Path(sys.executable).parent
EXAMPLE = Path(__file__).parent.parent / "examples" / "timetrack"
EDITED = "src/services/task_service.py"
ROUNDS = 9


def run() -> None:
    """Print the least of several runs, and the processor time that it took."""
    with tempfile.TemporaryDirectory(prefix="backstay-agent-") as folder:
        root = Path(folder, "timetrack")
        shutil.copytree(EXAMPLE, root)
        edit = {"file_path": str(root / EDITED)}
        payload = {"hook_event_name": "PostToolUse", "tool_name": "Edit", "tool_input": edit}
        text = json.dumps({**payload, "cwd": str(root), "session_id": "bench"})
        wall, cpu = least(["backstay-hook"], text, root)
        print(f"backstay-hook, one edited file     {wall:6.0f} ms (at most 300), CPU {cpu:.0f} ms")
        wall, cpu = least(["backstay", "init", "--host", "claude,vscode", "--dry-run"], "", root)
        print(f"backstay init --dry-run            {wall:6.0f} ms (at most 1000), CPU {cpu:.0f} ms")
        wall, cpu = asyncio.run(checked(root))
        print(f"backstay_check of it over MCP      {wall:6.0f} ms (at most 300), CPU {cpu:.0f} ms")
        count = tokens(asyncio.run(listing(make_server(root))))
        print(f"tool list                          {count:6} tokens (at most 4000)")
        print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


def least(command: list[str], given: str, root: Path) -> tuple[float, float]:
    """The fastest of several runs in milliseconds, and the least processor time."""
    walls, cpus = [], []
    for _ in range(ROUNDS):
        before, began = os.times(), time.perf_counter()
        subprocess.run(
            [str(BIN / command[0]), *command[1:]],
            input=given, text=True, cwd=root, capture_output=True, check=False,
        )  # fmt: skip
        walls.append(time.perf_counter() - began)
        after = os.times()
        spent = after.children_user + after.children_system
        cpus.append(spent - before.children_user - before.children_system)
    return min(walls) * 1000, min(cpus) * 1000


async def checked(root: Path) -> tuple[float, float]:
    """The same for a tool call on a server that runs; the first call fills the cache."""
    walls, cpus = [], []
    async with Client(make_server(root)) as client:
        for number in range(ROUNDS):
            (root / EDITED).touch()
            began, spent = time.perf_counter(), time.process_time()
            await client.call_tool("backstay_check", {"paths": [EDITED]})
            if number:
                walls.append(time.perf_counter() - began)
                cpus.append(time.process_time() - spent)
    return min(walls) * 1000, min(cpus) * 1000
