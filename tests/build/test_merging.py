"""Edits in what is built again: they stay beside what is new, or are a conflict until resolved."""

from backstay.build.decide import decide

SERVICE = "src/services/book_service.py"
MODEL = "src/models/book.py"


def test_an_edit_stays_and_what_is_new_comes_in(project, changed, rebuild):
    mine = "    # mine, with a reason\n    __tablename__"
    model = project / MODEL
    model.write_text(model.read_text().replace("    __tablename__", mine))

    build = rebuild(changed("pages: int 1..,", "shelf: text ..40, optional\n      pages: int 1..,"))

    assert build.report.merged == [MODEL]
    assert mine in model.read_text()
    assert "    shelf: Mapped[str | None]" in model.read_text()


def test_comments_aliases_and_blank_lines_survive_twenty_rebuilds(built):
    base = (built / SERVICE).read_text()
    edited = base.replace("from typing import Any\n", "from typing import Any as Thing  # noqa\n")
    edited = f"{edited.replace('Any]', 'Thing]')}\n\n# the end\n"
    first, added = edited, []

    for number in range(20):
        fresh = base.replace("class BookService:", f"N{number} = 1\n\n\nclass BookService:")
        decision = decide(base, edited, fresh)
        assert decision.outcome == "merged"
        added.append(f"N{number} = 1\n\n\n")
        base, edited = str(decision.base), str(decision.write)

    for line in added:
        assert line in edited
        edited = edited.replace(line, "")
    assert edited == first


def test_a_conflict_is_marked_listed_and_resolved_by_hand(project, changed, rebuild):
    blueprint = changed("title: text 1..200, search", "title: text 1..300, search")
    model = project / MODEL
    edited = model.read_text().replace("mapped_column(Text(200))", "mapped_column(Text(250))")
    model.write_text(edited)

    build = rebuild(blueprint)

    assert build.report.conflicted == [MODEL]
    assert f"{MODEL}: 1 conflict to resolve" in build.report.notes
    assert "Text(250)" in model.read_text()
    assert "Text(300)" in model.read_text()

    again = rebuild(blueprint)
    assert again.report.conflicted == [MODEL], "it is said until it is resolved"
    assert again.write == {}

    model.write_text(edited)
    assert rebuild(blueprint).report.conflicted == [MODEL], "restored is not resolved"

    model.write_text(edited.replace("Text(250)", "Text(300)").replace("Text(200)", "Text(300)"))
    resolved = rebuild(blueprint)
    assert resolved.report.conflicted == []
    assert rebuild(blueprint).write == {}
