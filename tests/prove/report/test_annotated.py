"""The contract line by line: what is said, what is comment, what was tried."""

from backstay.prove.report.annotated import annotated
from backstay.prove.report.lines import lines_of

from .made import BLUEPRINT, CONTRACT, all_passed


def test_every_line_of_the_file_is_there_once():
    found = annotated(CONTRACT, lines_of(BLUEPRINT, CONTRACT, all_passed()))

    assert [line.text for line in found] == CONTRACT.splitlines()
    assert [line.number for line in found] == list(range(1, len(found) + 1))
    assert all(line.said + line.comment == line.text for line in found)


def test_a_line_says_what_it_was_put_to():
    found = annotated(CONTRACT, lines_of(BLUEPRINT, CONTRACT, all_passed()))
    said = {line.said.strip(): line for line in found}

    assert said["lock: etag"].summary == "matrix (1)"
    assert said["load: 100 users for 5m"].summary == "matrix, load (2)"
    assert said["lock: etag"].comment.strip() == "# changes need If-Match, so none is lost"
    assert said["resources:"].outcome is None


def test_what_nothing_tried_says_so():
    found = annotated(CONTRACT, lines_of(BLUEPRINT, CONTRACT, []))
    said = {line.said.strip(): line for line in found}

    assert said["lock: etag"].summary == "not tried"
    assert next(one for text, one in said.items() if text.startswith("weekly")).summary == (
        "not built yet"
    )
