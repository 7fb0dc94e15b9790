"""The page: everything in one file, every line of the contract, whatever was sent is escaped."""

from dataclasses import replace

from backstay.prove.finding import Finding, Location
from backstay.prove.outcome import Outcome
from backstay.prove.report.page import to_html

from .made import CONTRACT, reported


def test_it_needs_nothing_else(report):
    page = to_html(report, CONTRACT)

    assert "http://" not in page.replace("http://127.0.0.1", "")
    assert "https://" not in page
    assert "<script" not in page
    assert "src=" not in page


def test_it_shows_the_contract_as_it_was_written(report):
    page = to_html(report, CONTRACT)

    assert page.count('class="number"') == len(CONTRACT.splitlines())
    assert "status: pending &gt; in_progress" in page


def test_it_says_the_sentence_and_draws_the_latency(report):
    page = to_html(report, CONTRACT)

    assert report.delivery.sentence.replace("<", "&lt;") in page
    assert "list_tasks: p50 2.0 ms, p95 8.2 ms, p99 12.5 ms" in page


def test_what_is_missing_stands_where_the_sentence_would(results):
    results[0] = replace(results[0], outcome=Outcome.FAILED, reason="something else came")

    page = to_html(reported(results), CONTRACT)

    assert "There is no delivery sentence" in page
    assert "not proven" in page


def test_findings_are_escaped_and_carry_their_script(results):
    finding = Finding("bounds", "<script>alert(1)</script>", Location("x.yaml", 3), script="curl")
    results[0] = replace(results[0], outcome=Outcome.FAILED, findings=(finding,))

    page = to_html(reported(results), CONTRACT)

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "<pre>curl</pre>" in page


def test_what_could_not_be_seen_is_listed(results):
    results[0] = replace(results[0], outcome=Outcome.UNPROVEN, reason="nobody can sign up")

    page = to_html(reported(results), CONTRACT)

    assert "nobody can sign up" in page
