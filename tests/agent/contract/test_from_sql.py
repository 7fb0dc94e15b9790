"""Resources are read from CREATE TABLE statements."""

import pytest

from backstay.agent.contract.from_sql import from_sql
from backstay.agent.phrases.changes import Field

SCHEMA = """
CREATE TABLE people (id uuid PRIMARY KEY, name varchar(80) NOT NULL UNIQUE, bio text);
CREATE TABLE pets (
  id serial, person_id uuid NOT NULL REFERENCES people(id), vet_id uuid,
  born date, weight numeric(5,1), alive boolean NOT NULL DEFAULT true, fee int NOT NULL DEFAULT 3,
  seen timestamptz NOT NULL DEFAULT now(), tags int[], created_at timestamptz,
  FOREIGN KEY (vet_id) REFERENCES people(id)
);
"""


def test_tables_become_resources() -> None:
    person, pet = from_sql(SCHEMA)

    assert (person.name, person.plural) == ("Person", "people")
    assert person.fields == (
        Field("name", "text ..80, unique"),
        Field("bio", "text ..5000, optional"),
    )
    assert pet.name == "Pet"
    assert pet.fields[:7] == (
        Field("person", "Person"),
        Field("vet", "Person, optional"),
        Field("born", "date, optional"),
        Field("weight", "decimal 5.1, optional"),
        Field("alive", "bool = true"),
        Field("fee", "int = 3"),
        Field("seen", "datetime = now"),
    )
    assert "guess" in pet.fields[7].guessed


@pytest.mark.parametrize("text", ["", "SELECT 1", "CREATE TABLE", "DROP TABLE x"])
def test_what_creates_no_table_is_refused(text) -> None:
    with pytest.raises(ValueError, match="schema"):
        from_sql(text)
