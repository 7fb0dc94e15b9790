"""How long `backstay check` takes as a user feels it: cold, warm, as a hook, over MCP."""

import asyncio
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from mcp import Client, StdioServerParameters

BACKSTAY = Path(sys.executable).with_name("backstay")
EXAMPLE = Path(__file__).parent.parent / "examples" / "timetrack"
LINES = 100_000
ROUNDS = 10
WARM = 0.3  # seconds
PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Print wall time in milliseconds (median and worst of ten) beside each target, and memory."""
    with tempfile.TemporaryDirectory(prefix="backstay-check-") as folder:
        large, small = Path(folder) / "large", Path(folder) / "small"
        lines = many(large)
        shutil.copytree(EXAMPLE, small, ignore=shutil.ignore_patterns(".backstay_cache"))
        for root in (large, small):
            commit(root)
        print(f"{'':<44}{'median':>9}{'worst':>9}{'at most':>9}")
        show(f"{lines} lines of Python, cold", [timed(large, "check")], 20)
        show("  one changed file, whole project", rounds(large, "check"), 2)
        timed(small, "check")
        show("timetrack, one changed file: check", rounds(small, "check"), WARM)
        show("  check --changed", rounds(small, "check", "--changed"), WARM)
        show("  hook after the edit", rounds(small, "hook", told=payload), WARM)
        show("  backstay_check over MCP", asyncio.run(over_mcp(small)), WARM)
        print(f"  CPU of check --changed, least of {ROUNDS}: {cpu(small):.0f} ms")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process: {peak:.0f} MB (at most 600)")
        print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


def show(what: str, seconds: list[float], most: float) -> None:
    """One row, in milliseconds."""
    median, worst = statistics.median(seconds) * 1000, max(seconds) * 1000
    print(f"{what:<44}{median:>9.0f}{worst:>9.0f}{most * 1000:>9.0f}")


def many(root: Path) -> int:
    """The example's sources over and over, in packages of their own, until there are enough."""
    sources = [*EXAMPLE.glob("src/**/*.py"), *EXAMPLE.glob("tests/**/*.py")]
    total = number = 0
    while total < LINES:
        for file in sources:
            place = root / f"part_{number}" / file.relative_to(EXAMPLE)
            place.parent.mkdir(parents=True, exist_ok=True)
            text = file.read_text("utf-8").replace("src.", f"part_{number}.src.")
            place.write_text(text, "utf-8")
            total += text.count("\n")
        number += 1
    (root / "pyproject.toml").write_text('[project]\nname = "large"\n', "utf-8")
    return total


def commit(root: Path) -> None:
    """Make a repository of a folder, so that there is something to differ from."""
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for words in (("init", "--quiet"), ("add", "."), (*who, "commit", "--quiet", "-m", "all")):
        subprocess.run(["git", *words], cwd=root, check=True)


def edited(root: Path, number: int) -> Path:
    """Another line in one file."""
    file = next(root.rglob("task_service.py"))
    with file.open("a", encoding="utf-8") as end:
        end.write(f"# {number}\n")
    return file


def payload(file: Path) -> str:
    """What a host tells its hook after an edit."""
    event = {"hook_event_name": "PostToolUse", "tool_name": "Edit", "session_id": "bench"}
    return json.dumps(event | {"tool_input": {"file_path": str(file)}})


def rounds(root: Path, *words: str, told: Callable[[Path], str] | None = None) -> list[float]:
    """Seconds of a command after each of ten edits."""
    seconds = []
    for number in range(ROUNDS):
        file = edited(root, number)
        seconds.append(timed(root, *words, told=told(file) if told else ""))
    return seconds


def timed(root: Path, *words: str, told: str = "") -> float:
    """Seconds of one command, with compiled modules kept as everywhere."""
    start = time.perf_counter()
    done = subprocess.run(
        [BACKSTAY, *words],
        cwd=root,
        input=told,
        capture_output=True,
        check=False,
        env=PLAIN,
        text=True,
    )
    seconds = time.perf_counter() - start
    if done.returncode not in (0, 1, 2) or "defect" in done.stderr:
        raise SystemExit(done.stderr)
    return seconds


def cpu(root: Path) -> float:
    """The least CPU milliseconds of ten runs: a busy machine changes them little."""
    spent = []
    for number in range(ROUNDS):
        edited(root, number)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        timed(root, "check", "--changed")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent) * 1000


async def over_mcp(root: Path) -> list[float]:
    """Seconds of the tool after each of ten edits, asked by a client that stays connected."""
    server = StdioServerParameters(command=str(BACKSTAY), args=["mcp", "--root", str(root)])
    seconds = []
    async with Client(server) as client:
        await client.call_tool("backstay_check", {})
        for number in range(ROUNDS):
            edited(root, number)
            start = time.perf_counter()
            await client.call_tool("backstay_check", {})
            seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    main()
