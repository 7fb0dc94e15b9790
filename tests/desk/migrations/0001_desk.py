"""The desk's one migration; its tables are made by `tests/desk/tables.py`."""

revision = "0001"
down_revision = None
