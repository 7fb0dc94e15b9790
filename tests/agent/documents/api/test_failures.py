"""Every error of the runtime is told with its remedy (R-130, R-176)."""

from backstay import errors
from backstay.agent.documents.api.failures import catalogue, failures
from backstay.agent.documents.api.openapi import told


def test_the_catalogue_holds_the_whole_family() -> None:
    codes = {one.code for one in catalogue()}

    def kinds(root: type[errors.BackstayError]) -> set[type[errors.BackstayError]]:
        return {root, *(below for one in root.__subclasses__() for below in kinds(one))}

    own = {one for one in kinds(errors.BackstayError) if one.__module__.startswith("backstay.e")}
    assert codes == {one.code for one in own}
    assert all(one.remedy and one.message for one in catalogue())


def test_each_code_is_told_once_with_how_many_operations_declare_it(material, openapi) -> None:
    text = "\n".join(failures(material()))
    rows = [line for line in text.splitlines() if line.startswith("| ") and "`" in line]

    for one in catalogue():
        assert sum(f"| `{one.code}` |" in row for row in rows) == 1
        assert one.remedy in text
    flow = sum(any(e.code == "flow_refused" for e in one.errors) for one in told(openapi))
    assert f"| {flow} of 23 |" in next(row for row in rows if "`flow_refused`" in row)
    assert "| 23 of 23 |" in next(row for row in rows if "`uri_too_long`" in row)
    assert "| any |" in next(row for row in rows if "`method_not_allowed`" in row)
    assert '"error": {' in text
