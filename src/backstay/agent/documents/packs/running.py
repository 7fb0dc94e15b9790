"""How a release runs: what it keeps, its container, its settings (R-240)."""

from collections.abc import Iterator

from backstay.agent.documents.evidence.evidence import CHECK
from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import code, fenced, prose, table
from backstay.agent.documents.security.held import said_of
from backstay.agent.documents.settings import FILE, settings_of


def cache(material: Material) -> Iterator[str]:
    """What is kept, for how long, and what empties it."""
    rows = [
        (one.name, word, f"{seconds} s", "each committed write to it or to what it shows")
        for one in material.blueprint.resources
        for word, seconds in sorted((one.cache or {}).items())
    ]
    if rows:
        yield from table(("resource", "answers", "kept for", "emptied by"), rows)
        yield from prose(
            "Kept per caller and role; in Redis where `REDIS_URL` is set. Tried by the check",
            f"`cache`: {material.evidence.check('cache')}.",
        )
    else:
        yield from prose(
            "No resource of the contract asks for a cache (`cache: 30s`), so nothing is kept."
        )
    yield from prose(
        "Verified tokens are remembered for TOKEN_MEMORY_SECONDS, and forgotten when they end."
    )


def container(material: Material) -> Iterator[str]:
    """The image as the Dockerfile says it, the services beside it, and what rules say of both."""
    lines = material.files.text("Dockerfile").splitlines()
    if not lines:
        yield from prose("There is no Dockerfile.")
        return
    words = {"FROM": "base", "USER": "runs as", "EXPOSE": "port", "CMD": "starts"}
    yield from table(
        ("part", "is"),
        (
            (words[word], code(rest))
            for word, _, rest in (line.partition(" ") for line in lines)
            if word in words
        ),
    )
    yield from prose(f"Not root (rule SEC013): {said_of(material.evidence.rule('SEC013'))}.")
    if material.evidence.rules is None:
        yield material.evidence.lack("rules", CHECK)
    yield from prose("The image was not built here; this builds and starts it with its database:")
    yield ""
    yield from fenced("sh", ("docker compose up --build",))


def environment(material: Material) -> Iterator[str]:
    """Every setting with its default; the environment wins over `.env`, `.env` over the file."""
    settings = list(settings_of(material.files.text(FILE)))
    if not settings:
        yield from prose(f"There is no {FILE}; `backstay build` writes it.")
        return
    yield from prose("The environment wins over `.env`, and `.env` over `config/settings.yaml`.")
    yield ""
    yield from table(
        ("setting", "default", "about"),
        ((code(one.name), code(one.default), one.about) for one in settings),
    )
