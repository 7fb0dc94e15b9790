"""A noun is rewritten in every spelling, and only where it is a word."""

import pytest

from backstay.agent.existing.nouns import Noun, renamer


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("task tasks Task Tasks TASK", "note notes Note Notes NOTE"),
        ("get_task_or_404(task_id)", "get_note_or_404(note_id)"),
        ("TaskService.delete_task", "NoteService.delete_note"),
        ('"DELETE FROM tasks"', '"DELETE FROM notes"'),
        ("multitasking Tasking tasked", "multitasking Tasking tasked"),
    ],
)
def test_one_word(before, after) -> None:
    assert renamer(Noun.of("tasks"), Noun.of("notes"))(before) == after


def test_several_words() -> None:
    rename = renamer(Noun.of("time-entries"), Noun.of("projects"))

    assert rename("TimeEntry time_entry time_entries /time-entries") == (
        "Project project projects /projects"
    )
