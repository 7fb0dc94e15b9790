"""Standing at the gate: what a refusal says, and clients at addresses of their own."""

from httpx2 import ASGITransport, AsyncClient, Response

from tests.desk.app import Desk


def code(answer: Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def from_(desk: Desk, address: str) -> AsyncClient:
    transport = ASGITransport(desk.service, client=(address, 4000), raise_app_exceptions=False)
    return AsyncClient(transport=transport, base_url="http://desk/api")
