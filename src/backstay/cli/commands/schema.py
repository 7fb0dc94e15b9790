"""`backstay schema`: the JSON Schema of contracts, for editors."""

import json

import typer


def schema() -> None:
    """Print the JSON Schema (2020-12) of contracts.

    For editors: `# yaml-language-server: $schema=contract.schema.json` as first line of a
    contract, beside a file that this command wrote.
    """
    from backstay.blueprint.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2))
