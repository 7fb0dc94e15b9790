"""How long `backstay check` takes: 100,000 lines cold, one changed file after, a small project."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BACKSTAY = Path(sys.executable).with_name("backstay")
EXAMPLE = Path(__file__).parent.parent / "examples" / "timetrack"
LINES = 100_000
ROUNDS = 7
PLAIN = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    """Print seconds and memory; each figure is the least of several runs but the cold one."""
    with tempfile.TemporaryDirectory(prefix="backstay-check-") as folder:
        root = Path(folder)
        lines = many(root / "large")
        shutil.copytree(EXAMPLE, root / "small", ignore=shutil.ignore_patterns(".backstay_cache"))
        cold, _ = run(root / "large")
        print(f"{lines} lines of Python, cold        {cold:6.2f} s (at most 20)")
        print(f"  one changed file                 {changed(root / 'large'):6.2f} s (at most 2)")
        run(root / "small")
        print(f"timetrack, one changed file, warm  {changed(root / 'small'):6.2f} s (at most 0.3)")
        spent = changed_cpu(root / "small")
        print(f"  of it, CPU                       {spent:6.2f} s")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"largest process                    {peak:6.0f} MB (at most 600)")
        print(f"machine: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


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


def changed(root: Path) -> float:
    """The least seconds of several runs, with another line in one file before each."""
    file = next(root.rglob("task_service.py"))
    seconds = []
    for number in range(ROUNDS):
        file.write_text(f"{file.read_text('utf-8')}\n# {number}\n", "utf-8")
        seconds.append(run(root)[0])
    return min(seconds)


def changed_cpu(root: Path) -> float:
    """The least CPU seconds of several runs: a busy machine does not change them."""
    file = next(root.rglob("task_service.py"))
    spent = []
    for number in range(ROUNDS):
        file.write_text(f"{file.read_text('utf-8')}\n# cpu {number}\n", "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        run(root)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def run(root: Path) -> tuple[float, int]:
    """Seconds and exit code of one run, with compiled modules kept as everywhere."""
    start = time.perf_counter()
    done = subprocess.run(
        [BACKSTAY, "check", "."], cwd=root, capture_output=True, check=False, env=PLAIN
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return time.perf_counter() - start, done.returncode


if __name__ == "__main__":
    main()
