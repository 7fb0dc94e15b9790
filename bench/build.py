"""What building costs: seconds, memory, growth, and that a rebuild writes nothing."""

import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "timetrack.yaml"
SIZES = (10, 50, 100)
RUNS = 3
MEGABYTE = 1024

RESOURCE = """\
  Thing{n}:
    fields:
      title: text 1..200, search
      code: text 3..20, unique
      amount: decimal 10.2 0..
      state: open | busy | done = open
      due: datetime, optional
      owner: User = caller
      other: Thing{before}, optional
    flow: {{state: "open > busy > done"}}
    rules: {{busy_has_due: "state = open or due is not null"}}
    actions: {{finish: "set state = done when state = busy, else 409"}}
    list: {{filter: [state, owner, due], sort: [-created_at, title], expand: [owner]}}
    access: {{admin: all, owner: all}}
"""


def contract(size: int) -> str:
    """A contract of so many resources, each with a bit of everything."""
    parts = [RESOURCE.format(n=n, before=max(n - 1, 0)) for n in range(size)]
    return "backstay: 1\nservice: synthetic\nresources:\n" + "".join(parts)


def run() -> None:
    """Build, rebuild, build twice, lint; each line stands beside its limit."""
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        rows = [_example(base)]
        rows += [_synthetic(base, size) for size in SIZES]
        print(f"{'built':16}{'seconds':>9}{'at most':>9}{'MB':>6}{'under':>7}")
        for name, seconds, most, memory, under in rows:
            print(f"{name:16}{seconds:>9}{most:>9}{memory:>6}{under:>7}")
        print(f"growth: {_growth(rows)}")
        print(f"rebuild without a change: {_rewritten(base)} files written")
        print(f"built twice: {_different(base)} bytes differ")
    best = min(_timed("lint", EXAMPLE)[0] for _ in range(RUNS))
    print(f"backstay lint on timetrack, the whole process: {best:.2f} s (limit 0.7)")


def _example(base: Path) -> tuple[str, ...]:
    runs = [_timed("new", base / f"timetrack-{n}", "--contract", EXAMPLE) for n in range(RUNS)]
    seconds, memory = min(runs)
    return ("timetrack", f"{seconds:.2f}", "2", f"{memory:.0f}", "-")


def _synthetic(base: Path, size: int) -> tuple[str, ...]:
    file = base / f"synthetic-{size}.yaml"
    file.write_text(contract(size))
    seconds, memory = _timed("new", base / f"synthetic-{size}", "--contract", file)
    limits = ("15", "500") if size == SIZES[-1] else ("-", "-")
    return (f"{size} resources", f"{seconds:.2f}", limits[0], f"{memory:.0f}", limits[1])


def _growth(rows: list[tuple[str, ...]]) -> str:
    """Seconds for each further resource, between the sizes: the same where growth is linear."""
    seconds = [float(row[1]) for row in rows[1:]]
    pairs = zip(SIZES, SIZES[1:], seconds, seconds[1:], strict=False)
    steps = (1000 * (later - earlier) / (more - few) for few, more, earlier, later in pairs)
    return ", then ".join(f"{step:.0f} ms for each further resource" for step in steps)


def _rewritten(base: Path) -> int:
    root = base / "timetrack-0"
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    _timed("build", root)
    after = {path: path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}
    return sum(before.get(path) != time for path, time in after.items())


def _different(base: Path) -> int:
    one, other = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (base / "timetrack-1", base / "timetrack-2")
    )
    return sum(
        len(one.get(path, b"")) for path in {*one, *other} if one.get(path) != other.get(path)
    )


def _timed(*arguments: object) -> tuple[float, float]:
    """Run `backstay ARGUMENTS`; seconds, and the greatest of its processes in megabytes.

    On a busy machine a process waits more than it works: seconds are those of its CPU, its
    children's included, where these are fewer than have passed. It runs nothing in parallel.
    """
    command = [sys.executable, "-c", _MEASURED, *map(str, arguments)]
    started = perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    passed = perf_counter() - started
    cpu, memory = map(float, done.stderr.split()[-2:])
    return min(cpu, passed), memory / MEGABYTE


_MEASURED = """
import resource, sys
from backstay.cli.main import app
try:
    app()
finally:
    used = [resource.getrusage(kind) for kind in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    print(cpu, max(one.ru_maxrss for one in used), file=sys.stderr)
"""
