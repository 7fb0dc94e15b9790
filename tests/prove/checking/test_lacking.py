"""What ruff says of every use is told once for each name."""

from backstay.prove.checking.run import check


def test_a_name_that_a_file_lacks_is_told_once(plant):
    files = {"app/services/boats.py": "def moor():\n    log(1)\n    log(2)\n    tell(3)\n"}

    found = [one for one in check(plant(files), cached=False).findings if one.check == "F821"]

    assert [(one.where.line, one.message) for one in found] == [
        (2, "Undefined name `log`"),
        (4, "Undefined name `tell`"),
    ]
