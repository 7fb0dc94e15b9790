"""`backstay schema` prints the schema that editors read."""

import json

from typer.testing import CliRunner

from backstay.blueprint.schema import json_schema
from backstay.cli.main import app


def test_the_schema_is_printed_as_json():
    result = CliRunner().invoke(app, ["schema"])

    assert result.exit_code == 0
    assert json.loads(result.output) == json_schema()
    assert json.loads(result.output)["$schema"].endswith("2020-12/schema")
