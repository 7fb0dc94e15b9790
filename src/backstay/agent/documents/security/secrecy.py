"""What is encrypted, hashed or signed, at rest and on its way, and by which algorithm (R-110)."""

from collections.abc import Iterator

from backstay.agent.documents.material import Material
from backstay.agent.documents.page.markdown import codes, prose, table
from backstay.agent.documents.settings import FILE, defaults

ARGON2 = "argon2id, 19456 KiB, 2 rounds, 1 lane"
ACCESS = "JWT, HMAC-SHA-256 (HS256), type at+jwt"
REFRESH = "HMAC-SHA-256, key derived from SECRET_KEY with SHA-256"


def secrecy(material: Material) -> Iterator[str]:
    """Each secret and each way with its algorithm; what the service does not encrypt is said."""
    said = defaults(material.files.text(FILE))
    minutes = said.get("ACCESS_TOKEN_MINUTES", "some")
    yield from table(
        ("what", "where", "algorithm", "note"),
        (
            ("passwords", "at rest", ARGON2, "hashed, with a salt of their own; never told"),
            ("access tokens", "in transit", ACCESS, f"{minutes} minutes; nothing is stored"),
            ("refresh tokens", "in transit", REFRESH, "good once; nothing is stored of them"),
            (
                "requests and answers",
                "in transit",
                "TLS of the proxy in front",
                "`HTTPS_ONLY` refuses plain http; on in production behind a trusted proxy; HSTS",
            ),
            (
                "service to database",
                "in transit",
                "TLS of PostgreSQL where `DATABASE_URL` asks for it",
                "not proven here: it depends on the server",
            ),
            (
                "database, backups, logs",
                "at rest",
                "not encrypted by the service",
                "encrypt volumes and backups where they are kept",
            ),
            ("SECRET_KEY", "at rest", "none", "from the environment; weak ones refuse to start"),
        ),
    )
    personal = [
        f"{resource.name}.{field.wire}"
        for resource in material.blueprint.resources
        for field in resource.fields
        if field.pii
    ]
    yield from prose(
        f"Personal fields: {codes(personal)}. They are masked in logs, metrics and errors (the",
        f"check `redact`): {material.evidence.check('redact')}.",
    )
