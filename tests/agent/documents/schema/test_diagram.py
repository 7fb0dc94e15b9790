"""Entities, relations and cardinalities are those of the contract (R-177)."""

import re

from backstay.agent.documents.schema.diagram import diagram

CONTRACT = """\
backstay: 1
service: shelf
resources:
  Book:
    fields:
      title: text, unique
    delete: soft
  Loan:
    fields:
      book: Book, unique, on delete cascade
      reader: User = caller
      helper: User, optional, on delete set null
    rules:
      once: unique reader, helper
"""
LINE = re.compile(
    r"erDiagram|    \w+ \{|        \w+ \w+( (PK|FK|UK)(, (PK|FK|UK))*)?|    \}"
    r'|    \w+ (\|\||\|o)--(o\||o\{) \w+ : "\w+"'
)


def test_every_table_column_and_reference_is_drawn(material) -> None:
    text = "\n".join(diagram(material(contract=CONTRACT)))
    drawn = text[text.index("erDiagram") : text.index("```\n")].splitlines()

    assert [line for line in drawn if not LINE.fullmatch(line)] == []
    assert '    books ||--o| loans : "book_id"' in drawn
    assert '    users ||--o{ loans : "reader_id"' in drawn
    assert '    users |o--o{ loans : "helper_id"' in drawn
    assert "        uuid id PK" in drawn
    assert "        uuid book_id FK, UK" in drawn
    assert "        text title UK" in drawn


def test_cardinalities_are_said_in_words(material) -> None:
    text = "\n".join(diagram(material(contract=CONTRACT)))

    assert "each of books has at most one of loans | the rows go with it |" in text
    assert "has exactly one of users, each of users has any number of loans | refused" in text
    assert "has at most one of users, each of users" in text
    assert "| the reference becomes empty |" in text
