"""Coverage of line and branch, gated: the runtime's own code, and the tools."""

import json
import subprocess
import sys
from pathlib import Path

RUNTIME = ("errors", "clock", "settings", "telemetry", "resilience", "cache", "data", "auth", "web")
GATES = {"runtime": 99.8, "tools": 95.0}
"""Percent. The runtime stands at 100; what threads decide may be missed in one run."""


def main() -> int:
    """Print both figures with the files that lack most; non-zero where a gate is missed."""
    coverage = Path(sys.executable).parent / "coverage"
    command = [str(coverage), "json", "--quiet", "-o", "/dev/stdout"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    groups: dict[str, list[tuple[str, int, int]]] = {name: [] for name in GATES}
    for path, file in report["files"].items():
        package = Path(path).relative_to("src/backstay").parts[0].removesuffix(".py")
        found = file["summary"]
        all_of = found["num_statements"] + found["num_branches"]
        covered = found["covered_lines"] + found["covered_branches"]
        groups["runtime" if package in RUNTIME else "tools"].append((path, covered, all_of))
    return max([_gate(name, files) for name, files in groups.items()])


def _gate(name: str, files: list[tuple[str, int, int]]) -> int:
    covered, all_of = sum(file[1] for file in files), sum(file[2] for file in files)
    percent = 100 * covered / (all_of or 1)
    sys.stdout.write(f"{name}: {percent:.2f}% of lines and branches, {GATES[name]:g}% asked\n")
    if percent >= GATES[name]:
        return 0
    for path, done, wanted in sorted(files, key=lambda file: file[1] - file[2])[:15]:
        if done < wanted:
            sys.stdout.write(f"    {path}: {wanted - done} of {wanted} missing\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
