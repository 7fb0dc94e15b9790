"""The report as one page that needs nothing else: no script, no font, no network."""

from importlib.resources import files

from jinja2 import Environment, StrictUndefined

from backstay.prove.outcome import Outcome
from backstay.prove.report.annotated import annotated
from backstay.prove.report.latency import TICKS, WIDTH, bars_of, place
from backstay.prove.report.report import Report


def to_html(report: Report, contract: str) -> str:
    """The page of a report.

    Args: report; contract, the text of its file.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = files("backstay.prove.report").joinpath("page.html.jinja").read_text("utf-8")
    bars = bars_of(report.results)
    return environment.from_string(source).render(
        report=report,
        lines=annotated(contract, report.lines),
        bars=bars,
        ticks=[(tick, place(tick)) for tick in TICKS],
        width=WIDTH,
        findings=[finding for result in report.results for finding in result.findings],
        unproven=[one for one in report.results if one.outcome is Outcome.UNPROVEN],
        requests=sum(result.requests for result in report.results),
        outcomes=[(outcome, report.count(outcome)) for outcome in Outcome],
        words=WORDS,
        most=MOST_MISSING,
    )


MOST_MISSING = 10

WORDS = {
    Outcome.PASSED: "proven",
    Outcome.FAILED: "failed",
    Outcome.UNPROVEN: "unproven",
    Outcome.NOT_APPLICABLE: "not built",
}
