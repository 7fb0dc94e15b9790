"""Closed doors: what a subject in production must not serve (row 74)."""

from backstay.prove.badinput.case import Due
from backstay.prove.badinput.steps import Steps, send

PATHS = (
    "/docs", "/redoc", "/openapi.json", "/api/v1/openapi.json", "/metrics", "/.git/config",
    "/.env", "/config/settings.yaml", "/admin", "/debug", "/debug/pprof", "/server-status",
    "/actuator/env", "/phpinfo.php", "/src/main.py", "/__debug__/", "/console",
)  # fmt: skip


async def closed(steps: Steps) -> None:
    """Each is 404, for guests and for those who are signed in."""
    for path in PATHS:
        due = Due(404, "not_found", never=("x-powered-by",))
        await steps.expect((74, "what production does not serve"), path, due, send("GET", path))
    answer = await steps.scene.answer(send("GET", "/health"))
    server = answer.headers.get("server", "")
    steps.hold((74, "the server does not name itself"), "/health", server)
