"""Runs the tables of bad input against timetrack and shop, on SQLite and PostgreSQL."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from httpx2 import AsyncClient

from backstay.blueprint import load
from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.people import populate
from backstay.prove.badinput.rows import make_rows
from backstay.prove.badinput.run import Tally, cases_of, run
from backstay.prove.badinput.scene import Scene
from bench.probe.subject import Subject, build, database, served

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
OPEN = {"REQUESTS": "100000000", "ALLOWED_HOSTS": '["localhost", "127.0.0.1"]'}


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
    name = f"{contract}-{kind}"
    with database(kind, project.parent, name) as url, served(project, url, name, **OPEN) as subject:
        return asyncio.run(attack(project, subject))


async def attack(project: Path, subject: Subject) -> Tally:
    blueprint = load(project / "backstay.yaml")
    document = Document(json.loads((project / "docs" / "openapi.json").read_text()))
    async with AsyncClient(base_url=subject.address, timeout=15) as client:
        scene = Scene(client, document, secret=subject.secret, limit=blueprint.limits.body)
        await populate(scene)
        for lacking in await make_rows(scene, blueprint):
            print(f"  no row of {lacking}", file=sys.stderr)
        return await run(scene, cases_of(scene))


def line(what: str, tally: Tally) -> str:
    share = 100 * tally.exact / max(tally.cases, 1)
    return f"{what}: {tally.cases} cases, {tally.exact} exact ({share:.2f}%), {tally.faults} 5xx"


def show(tally: Tally, most: int) -> None:
    for reason, verdicts in tally.wrong():
        print(f"  {len(verdicts):5} {reason}")
        for verdict in verdicts[:most]:
            sent = verdict.case.attack
            print(f"        {sent.method} {sent.target[:90]} {sent.body[:90]!r}")


if __name__ == "__main__":
    sys.exit(main())
