"""Sign-in is drawn as sequences, with the answers that the code tells (R-176, R-247)."""

import re

from backstay.agent.documents.api.sign_in import sign_in
from backstay.agent.documents.files import Files

LINE = re.compile(
    r"sequenceDiagram|(actor|participant) \w+|(alt|else)( .+)?|end|Note over [\w,]+: .+"
    r"|\w+(->>|-->>)\w+: .+"
)


def test_four_flows_are_drawn_in_mermaid(material) -> None:
    text = "\n".join(sign_in(material()))
    diagrams = re.findall(r"```mermaid\n(.*?)```", text, re.DOTALL)

    assert len(diagrams) == 4
    for diagram in diagrams:
        lines = [line.strip() for line in diagram.splitlines()]
        assert [line for line in lines if not LINE.fullmatch(line)] == []
        opened = sum(line.startswith("alt") for line in lines)
        assert opened == lines.count("end")


def test_answers_and_paths_are_those_of_the_code(material, openapi) -> None:
    text = "\n".join(sign_in(material()))

    assert "POST /api/v1/auth/refresh, refresh token n" in text
    for said in ("401 login_failed", "429 rate_limited", "401 token_reused", "409 not_unique"):
        assert said in text
    assert "201 the account" in text
    assert "-->>Client: 204" in text
    untold = "\n".join(sign_in(material(openapi={})))
    assert "Client: token_reused" in untold
    assert "Client: success access token" in untold


def test_how_long_tokens_last_comes_from_the_settings(material, tmp_path) -> None:
    text = "ACCESS_TOKEN_MINUTES=17\nREFRESH_TOKEN_DAYS=3\n"
    (tmp_path / ".env.example").write_text(text)

    assert "lasts 17 minutes, an unused session 3 days" in next(
        iter(sign_in(material(files=Files(tmp_path))))
    )
