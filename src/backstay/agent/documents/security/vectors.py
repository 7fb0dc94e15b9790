"""The ways in which the service may be attacked, and what stands against each (R-178, R-247)."""

from dataclasses import dataclass

from backstay.agent.documents.security.held import Held


@dataclass(frozen=True, slots=True)
class Vector:
    """One way of attack: its kind by STRIDE, what the attacker does, the defence, what tries it."""

    kind: str
    attack: str
    defence: str
    held: Held


SPOOFING, TAMPERING, REPUDIATION = "spoofing", "tampering", "repudiation"
DISCLOSURE, DENIAL, ELEVATION = "disclosure", "denial of service", "elevation"

VECTORS = (
    Vector(
        SPOOFING,
        "Guess passwords, or try stolen lists of them",
        "failures are counted per account and address; argon2id; weak passwords are refused",
        Held(("account", "limit"), ("SEC003",)),
    ),
    Vector(
        SPOOFING,
        "Forge a token, or use one that has expired or was signed out",
        "signature, type, issuer, expiry and session are verified; one algorithm",
        Held(("anonymous", "account"), ("SEC005",)),
    ),
    Vector(
        SPOOFING,
        "Replay a stolen refresh token",
        "each is good once; the second use ends the session",
        Held(("account",)),
    ),
    Vector(
        TAMPERING,
        "Set fields that are not the caller's to set",
        "schemas per operation; guarded fields are refused; unknown keys are refused",
        Held(("set-by-server", "strict")),
    ),
    Vector(
        TAMPERING,
        "Send SQL, or characters that a database misreads",
        "parameters only; text is checked before it is stored",
        Held(("search", "fuzz", "bounds"), ("DAT001",)),
    ),
    Vector(
        TAMPERING,
        "Win a race: two changes, two claims, one request twice",
        "versions, unique indexes, flows and idempotency keys, decided by the database",
        Held(("lock", "unique", "flow", "action", "idempotency")),
    ),
    Vector(
        REPUDIATION,
        "Deny having sent a request",
        "each request is logged under its request_id, which the answer carries",
        Held(),
    ),
    Vector(
        DISCLOSURE,
        "Read rows of others by their ids, directly, below a parent, or by reference",
        "what is not visible looks like what is missing",
        Held(("matrix", "nested", "reference", "expand")),
    ),
    Vector(
        DISCLOSURE,
        "Find secrets or personal data in logs, metrics or errors",
        "redaction by name and by mark; errors never repeat what was sent",
        Held(("redact",), ("SEC007", "SEC008")),
    ),
    Vector(
        DISCLOSURE,
        "Get the kept answer of somebody else",
        "answers are kept per caller and role",
        Held(("cache",)),
    ),
    Vector(
        DISCLOSURE,
        "Find out who has an account",
        "login answers alike; accepted: sign-up says that an address is taken (409)",
        Held(("account",)),
    ),
    Vector(
        DENIAL,
        "Send more than the service can do, or too much at once",
        "quotas per caller and address, bounded bodies and pages, early refusal",
        Held(("limit", "page", "shedding")),
    ),
    Vector(
        DENIAL,
        "Ask for what is slow",
        "an index for every filter and order, a deadline for every request",
        Held(("plan", "statements", "deadline")),
    ),
    Vector(
        ELEVATION,
        "Give oneself a role, or become the first admin",
        "roles are written by admins only; the first admin is decided once",
        Held(("account", "matrix", "set-by-server"), ("SEC001",)),
    ),
    Vector(
        ELEVATION,
        "Use a hole of a dependency",
        "hashed locks, audited; libraries that nobody keeps are refused",
        Held(("audit",), ("SEC010",)),
    ),
)
