"""`backstay docs` renders the documents, and says with --check what is stale."""

from backstay.cli.commands import docs as command

CONTRACT = "backstay: 1\nservice: s\nresources:\n  Note:\n    fields:\n      body: text\n"


def test_documents_are_written_and_then_at_rest(run, project):
    code, output, _ = run("docs", project)
    assert code == 0
    assert "written   docs/release.md\n" in output

    again = run("docs", project)
    checked = run("docs", project, "--check")

    said = "every document is what contract, code and evidence say\n"
    assert again[:2] == (0, said)
    assert checked[:2] == (0, said)


def test_what_is_stale_exits_with_one(run, project):
    run("docs", project)
    (project / "src/main.py").write_text("x = 1\n")

    code, _, errors = run("docs", project, "--check")

    assert code == 1
    assert "docs/security-implementation.md is not what" in errors
    assert errors.endswith("`backstay docs` renders what is stale\n")


def test_an_edit_inside_of_a_section_exits_with_one_and_says_what_to_do(run, project):
    run("docs", project)
    place = project / "docs/design.md"
    place.write_text(place.read_text().replace("| part |", "| piece |"))

    code, output, errors = run("docs", project)

    assert code == 1
    assert output == "every document is what contract, code and evidence say\n"
    assert "docs/design.md: edited inside of section `design`: move your words" in errors


def test_a_contract_that_is_not_built_is_named(run, project):
    contract = project / "backstay.yaml"
    contract.write_text(contract.read_text().replace("title: text 1..200", "title: text 1..99"))

    code, _, errors = run("docs", project)

    assert (code, errors) == (
        1,
        "the contract has changed since the last build; `backstay build` first\n",
    )


def test_without_a_contract_it_exits_with_two(run, tmp_path):
    assert run("docs", tmp_path)[0] == 2
    (tmp_path / "backstay.yaml").write_text("backstay: 1\n")
    code, _, errors = run("docs", tmp_path)
    assert code == 2
    assert "BS103" in errors


def test_a_contract_alone_gives_the_design(run, tmp_path):
    (tmp_path / "backstay.yaml").write_text(CONTRACT)

    code, output, _ = run("docs", tmp_path)

    assert code == 0
    assert "written   docs/design.md\n" in output
    assert "written   docs/openapi.json\n" in output
    assert not (tmp_path / "src").exists()
    assert command.docs.__doc__
