"""The table: ratios of CPU per request, round by round, each against its must and its aim."""

from collections.abc import Sequence
from statistics import median

from bench.rounds import Peer
from bench.workloads import Workload

Ratios = list[float]
Cell = tuple[Workload, Workload, float | None, float | None]
"""Our workload, theirs that it is held against, what must be reached, and what is aimed at."""


def ratios(base: Peer, peer: Peer, ours: Workload, theirs: Workload, of: str = "cpu") -> Ratios:
    """How many times less CPU, or more requests per second, in each round."""
    pairs = zip(base.windows[theirs], peer.windows[ours], strict=True)
    if of == "cpu":
        return [one.cpu / other.cpu for one, other in pairs]
    return [other.rps / one.rps for one, other in pairs]


def verdict(found: float, must: float | None, aim: float | None) -> str:
    """What was wanted, and whether it was reached."""
    if must is None:
        return ""
    wanted = f" (must {must:g}, aim {aim:g}) " if aim else f" (must {must:g}) "
    if found < must:
        return wanted + "falls short"
    return wanted + ("aim reached" if aim and found >= aim else "pass")


def row(title: str, base: Peer, peer: Peer, cells: Sequence[Cell], of: str = "cpu") -> str:
    """One line of the table: median and range of the rounds, and the verdict, per workload."""
    shown = [title]
    for ours, theirs, must, aim in cells:
        found = ratios(base, peer, ours, theirs, of)
        middle, least, most = median(found), min(found), max(found)
        shown.append(f"{middle:.3g} [{least:.2g}-{most:.2g}]{verdict(middle, must, aim)}")
    return line(shown)


def tails(base: Peer, peer: Peer, workloads: Sequence[Workload]) -> str:
    """Our p99 against the reference's, in milliseconds, which it must stay below."""
    shown = ["p99 in ms, ours / the reference's"]
    for workload in workloads:
        ours, theirs = (median(w.p99 for w in one.windows[workload]) for one in (peer, base))
        shown.append(f"{ours:.1f} / {theirs:.1f} {'pass' if ours < theirs else 'falls short'}")
    return line(shown)


def line(cells: Sequence[str]) -> str:
    """One line of a table of five columns."""
    return "| " + " | ".join([*cells, "", "", "", ""][:5]) + " |"


def absolute(peer: Peer) -> list[str]:
    """What was measured of one service, for each workload."""
    lines = []
    for workload, windows in peer.windows.items():
        cpu = [window.cpu for window in windows]
        rps = median(window.rps for window in windows)
        p50 = median(window.p50 for window in windows)
        p99 = median(window.p99 for window in windows)
        cold = ", new tokens" if workload.cold else ""
        lines.append(
            f"| {peer.server.name} | {workload.name}{cold} | {median(cpu):.0f} "
            f"[{min(cpu):.0f}-{max(cpu):.0f}] | {rps:.0f} | {p50:.1f} | {p99:.1f} |"
        )
    return lines
