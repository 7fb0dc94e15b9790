"""Runs the tables of bad input against timetrack and shop, on SQLite and PostgreSQL."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from backstay.blueprint import load
from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.run import Tally
from bench.probe.attack import closed_doors, everything, small_quota
from bench.probe.subject import build, database, served

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
HOSTS = '["localhost", "127.0.0.1"]'
OPEN = {"REQUESTS": "100000000", "ALLOWED_HOSTS": HOSTS, "BODY_DEADLINE": "2"}
QUOTA = 30
CLOSED = {"REQUESTS": str(QUOTA), "ALLOWED_HOSTS": HOSTS, "ENVIRONMENT": "production"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contracts", nargs="*", default=["timetrack", "shop"])
    parser.add_argument("--databases", nargs="*", default=["sqlite", "postgres"])
    parser.add_argument("--show", type=int, default=3, help="examples of each wrong answer")
    said = parser.parse_args()
    total = Tally()
    with TemporaryDirectory(prefix="backstay-probe-") as name:
        for contract in said.contracts:
            project = build(EXAMPLES / f"{contract}.yaml", Path(name) / contract)
            for kind in said.databases:
                started = perf_counter()
                tally = probe(project, contract, kind)
                total.verdicts += tally.verdicts
                print(line(f"{contract} on {kind}", tally), f"in {perf_counter() - started:.0f} s")
                show(tally, said.show)
    print(line("together", total))
    print("rows of the table:", ", ".join(str(row) for row in sorted(total.rows)))
    return int(total.exact < total.cases)


def probe(project: Path, contract: str, kind: str) -> Tally:
    """Everything against one example on one database: three subjects, one after another."""
    blueprint = load(project / "backstay.yaml")
    document = Document(json.loads((project / "docs" / "openapi.json").read_text()))
    tally, name = Tally(), f"{contract}-{kind}"
    with database(kind, project.parent, name) as url:
        with served(project, url, name, **OPEN) as subject:
            tally.verdicts += asyncio.run(everything(subject, document, blueprint))
        with served(project, url, name, **CLOSED) as subject:
            tally.verdicts += asyncio.run(small_quota(subject, document, QUOTA))
        with served(project, url, name, **CLOSED) as subject:
            tally.verdicts += asyncio.run(closed_doors(subject, document))
    return tally


def line(what: str, tally: Tally) -> str:
    share = 100 * tally.exact / max(tally.cases, 1)
    return f"{what}: {tally.cases} cases, {tally.exact} exact ({share:.2f}%), {tally.faults} 5xx"


def show(tally: Tally, most: int) -> None:
    for reason, verdicts in tally.wrong():
        print(f"  {len(verdicts):5} {reason}")
        for verdict in verdicts[:most]:
            sent = verdict.case.attack
            where = f"{verdict.case.operation} {sent.method} {sent.target[:80]}"
            print(f"        {where} {sent.body[:60]!r}")


if __name__ == "__main__":
    sys.exit(main())
