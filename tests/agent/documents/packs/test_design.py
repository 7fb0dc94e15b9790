"""The design is made of the contract alone: five parts, and what the promises ask for (R-237)."""

from backstay.agent.documents.catalogue import DOCUMENTS
from backstay.agent.documents.files import Files
from backstay.agent.documents.packs.design import PACK, behaviour, pack, performance
from backstay.blueprint.canonical import digest
from backstay.blueprint.operations import operations

CONTRACT = """\
backstay: 1
service: shelf
defaults:
  sla: p95 100ms, errors 0.1%, at 1000 rps
resources:
  Book:
    fields:
      title: text
prove:
  data: 30 Book
  load: 7 users for 2m
"""


def test_all_five_parts_lead_somewhere(material, timetrack) -> None:
    text = " ".join(pack(material()))

    assert len(PACK) == 5
    assert digest(timetrack)[:16] in text
    heads = {one.path.rpartition("/")[2]: one for one in DOCUMENTS}
    for document in ("api-documentation.md", "database-schema.md", "error-handling.md"):
        assert f"({document}" in text
        assert document in heads
    titles = {title for one in DOCUMENTS for _, title, _ in one.sections}
    assert {"Sign-in", "Performance requirements"} <= titles


def test_the_analysis_is_worked_out_of_the_promises(material, tmp_path) -> None:
    (tmp_path / ".env.example").write_text("DB_POOL_SIZE=9\nDB_MAX_OVERFLOW=1\n")

    text = " ".join(performance(material(contract=CONTRACT, files=Files(tmp_path))))

    assert "Load: 1000 requests a second, all operations mixed; 7 users for 120 s" in text
    assert "30 Book" in text
    # four of sign-in at 1000 ms, six of books and of accounts at 100: 1000 a second of 325 ms
    assert "50 ms of the database: 50." in text
    assert "at most 10: too few: raise DB_POOL_SIZE" in " ".join(text.split())
    assert "| 100 ms | 12 |" in text
    assert "| 1000 ms | 4 |" in text
    assert "all that it promises: 325." in text


def test_a_pool_that_is_large_enough_is_said(material) -> None:
    assert "at most 30: enough." in " ".join(" ".join(performance(material())).split())


def test_each_operation_answers_how_it_behaves(material, timetrack) -> None:
    rows = [line for line in behaviour(material()) if "/api/" in line]

    assert len(rows) == len(operations(timetrack))
    assert all("429 after" in row and "given up after" in row for row in rows)
