"""Lines of the contract, and what decides over each."""

from dataclasses import replace

from backstay.prove.outcome import Outcome
from backstay.prove.report.lines import NOT_BUILT_REASON, lines_of, worst

from .made import CONTRACT, passed


def test_a_line_carries_its_text_without_the_comment(blueprint, results):
    lines = {line.key: line for line in lines_of(blueprint, CONTRACT, results)}

    assert lines["defaults.timestamps"].text == "timestamps: true"
    assert lines["resources.Task.lock"].text == "lock: etag"


def test_the_worst_result_decides(blueprint, results):
    place = next(i for i, one in enumerate(results) if one.key == "resources.Task.lock")
    results.append(replace(results[place], outcome=Outcome.FAILED))

    lines = {line.key: line for line in lines_of(blueprint, CONTRACT, results)}

    assert lines["resources.Task.lock"].outcome is Outcome.FAILED
    assert len(lines["resources.Task.lock"].results) == 2


def test_what_nobody_tried_is_unproven(blueprint):
    lines = {line.key: line for line in lines_of(blueprint, CONTRACT, [])}

    assert lines["resources.Task.lock"].outcome is Outcome.UNPROVEN
    assert lines["resources.Task.lock"].reason == "no check was run for it"


def test_what_is_not_built_is_said_to_be_so(blueprint, results):
    lines = {line.key: line for line in lines_of(blueprint, CONTRACT, results)}

    assert lines["jobs.weekly_summary"].outcome is Outcome.NOT_APPLICABLE
    assert lines["jobs.weekly_summary"].reason == NOT_BUILT_REASON


def test_lines_come_in_the_order_of_the_file(blueprint, results):
    lines = lines_of(blueprint, CONTRACT, results)

    assert [line.at for line in lines] == sorted(line.at for line in lines)


def test_keys_that_only_hold_others_are_no_lines(blueprint, results):
    keys = {line.key for line in lines_of(blueprint, CONTRACT, results)}

    assert not keys & {"resources", "resources.Task", "resources.Task.fields", "jobs", "prove"}


def test_nothing_at_all_is_unproven():
    assert worst([]) is Outcome.UNPROVEN
    assert worst([Outcome.PASSED, Outcome.UNPROVEN]) is Outcome.UNPROVEN
    assert worst([Outcome.PASSED, Outcome.NOT_APPLICABLE]) is Outcome.PASSED


def test_an_audit_holds_the_sheet_and_no_line(blueprint, results):
    at = blueprint.keys["service"]
    blind = replace(passed("audit", "service", at), outcome=Outcome.UNPROVEN)

    lines = {line.key: line for line in lines_of(blueprint, CONTRACT, [*results, blind])}

    assert lines["service"].outcome is Outcome.PASSED


def test_what_the_language_adds_by_itself_stands_at_the_nearest_key(blueprint, results):
    at = blueprint.keys["defaults"]

    lines = {
        line.key: line
        for line in lines_of(blueprint, CONTRACT, [*results, passed("limit", "defaults", at)])
    }

    assert lines["defaults"].text == "defaults:"
    assert lines["defaults"].outcome is Outcome.PASSED


def test_no_result_is_left_out(blueprint, results):
    at = blueprint.keys["service"]
    keys = ("prove.nothing", "defaults.sla", "resources.Nobody.fields.email", "roles")
    unsaid = [replace(passed("load", key, at), outcome=Outcome.FAILED) for key in keys]

    lines = lines_of(blueprint, CONTRACT, [*results, *unsaid])

    told = [result for line in lines for result in line.results]
    assert all(result in told for result in unsaid)
    assert sum(line.outcome is Outcome.FAILED for line in lines) >= 1
