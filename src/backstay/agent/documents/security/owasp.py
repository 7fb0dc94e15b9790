"""The ten of OWASP (2025), and what holds each: words, probes, rules (R-106)."""

from dataclasses import dataclass

from backstay.agent.documents.security.held import Held


@dataclass(frozen=True, slots=True)
class Item:
    """One of the ten: its id and name, what is done about it, and what tries that."""

    id: str
    name: str
    done: str
    held: Held


TEN = (
    Item(
        "A01",
        "Broken Access Control",
        "Every query is scoped to its caller; rights stand in the contract and in the signature of "
        "each route; what is not the caller's is 404.",
        Held(
            ("matrix", "anonymous", "nested", "reference", "expand", "set-by-server", "cache"),
            ("SEC001",),
        ),
    ),
    Item(
        "A02",
        "Security Misconfiguration",
        "Safe defaults in production; unsafe settings refuse to start; CORS is closed; the "
        "container does not run as root.",
        Held((), ("SEC004", "SEC009", "SEC011", "SEC012", "SEC013", "CFG001", "CFG003", "CFG006")),
    ),
    Item(
        "A03",
        "Software Supply Chain Failures",
        "Every dependency is locked with its hash; the runtime travels as a hashed wheel.",
        Held(("audit",), ("SEC010",)),
    ),
    Item(
        "A04",
        "Cryptographic Failures",
        "argon2id for passwords, HMAC-SHA-256 for tokens, secrets from the environment only.",
        Held(("account", "redact"), ("SEC002", "SEC003", "SEC014")),
    ),
    Item(
        "A05",
        "Injection",
        "Statements have parameters; text is normalised and bounded; unknown keys are refused.",
        Held(("strict", "bounds", "search", "fuzz"), ("DAT001",)),
    ),
    Item(
        "A06",
        "Insecure Design",
        "Rules, flows and limits stand in the contract, in the service and in the database.",
        Held(("rule", "flow", "action", "limit", "idempotency")),
    ),
    Item(
        "A07",
        "Authentication Failures",
        "Short access tokens, rotating refresh tokens with reuse detection, bounded failures, "
        "passwords judged by strength.",
        Held(("account", "anonymous"), ("SEC005", "SEC006")),
    ),
    Item(
        "A08",
        "Software or Data Integrity Failures",
        "Changes are guarded by the version that was read; one request is one transaction; "
        "tables change by migrations only.",
        Held(("lock", "unique", "idempotency", "on-delete", "migrate"), ("DAT003", "DAT009")),
    ),
    Item(
        "A09",
        "Security Logging and Alerting Failures",
        "Structured logs with request ids and without secrets; metrics; alerts from the contract.",
        Held(("redact",), ("SEC008",)),
    ),
    Item(
        "A10",
        "Mishandling of Exceptional Conditions",
        "One family of errors; causes are logged, never told; what cannot be done in time is given "
        "up and said so.",
        Held(
            ("outage", "deadline", "shedding", "fuzz"),
            ("ERR001", "ERR002", "ERR003", "ERR004", "SEC007"),
        ),
    ),
)
