"""make bench: every figure of bench/, side by side in one run; ONLY=speed,memory chooses."""

import ast
import os
import sys
from importlib import import_module
from pathlib import Path
from time import monotonic

HERE = Path(__file__).parent


def found() -> list[str]:
    """The files beside this one that define a `run()` without arguments; each prints a table."""
    return [
        path.stem
        for path in sorted(HERE.glob("*.py"))
        if any(
            isinstance(node, ast.FunctionDef) and node.name == "run" and not node.args.args
            for node in ast.parse(path.read_text()).body
        )
    ]


def main() -> int:
    names = found()
    asked = [name for name in os.environ.get("ONLY", "").split(",") if name] or names
    if unknown := set(asked) - set(names):
        print(f"No such bench: {', '.join(sorted(unknown))}. There are: {', '.join(names)}.")
        return 2
    for name in names:
        if name in asked:
            print(f"\n== {name}", flush=True)
            started = monotonic()
            import_module(f"bench.{name}").run()
            print(f"   ({name}: {monotonic() - started:.0f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
